/** Lines that call Zowe CLI or tsocmd, without a first line that names a shell: read, not run by one. */
import { type Carrier, linesOf, plainJob } from './carrier.ts';

/** Behind comments and variables, the first line calls one of them. */
const FIRST_CALL =
  /^\ufeff?(?:[ \t]*(?:#[^\n]*|[A-Za-z_]\w*=[^\n]*)?\r?\n)*[ \t]*(?:\$[ \t]+)?(?:zowe[ \t]+(?:zos-)?(?:tso|jobs)|(?:\/bin\/)?tsocmd)[ \t]/;

export const zowe: Carrier = {
  name: 'zowe',
  recognises: (content) => !content.includes('\0') && FIRST_CALL.test(content),
  async read(content, fileName, { symbols }) {
    const { readCalls, withoutPrompts } = await import('./shell/read-calls.ts');
    const reading = readCalls(withoutPrompts(linesOf(content)), fileName, symbols);
    // A call finds nothing of what PROFILE said in the call before it.
    return plainJob(reading, reading.unset, true);
  },
};
