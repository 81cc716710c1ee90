/**
 * REXX: execs that make commands and decide by what comes of them. Read and run when there is one.
 *
 * z/OS TSO/E REXX User's Guide, "Syntax of REXX instructions": an exec begins with a comment that names REXX.
 */
import { type Carrier, linesOf, type SourceLine } from '../carrier.ts';

const BEGINS_AS_REXX = /^\s*\/\*[^\n]*\brexx\b/i;
const BEGINS_AS_COMMENT = /^\s*\/\*/;
const NAME = /\.(?:rexx|rex|exec)$/i;

export const rexx: Carrier = {
  name: 'rexx',
  recognises: (content, fileName) => {
    const start = content.slice(0, 4096).replace(/^\ufeff/, '');
    if (content.includes('\0')) return false;
    return BEGINS_AS_REXX.test(start) || (NAME.test(fileName) && BEGINS_AS_COMMENT.test(start));
  },
  read: async (content, fileName, surroundings) => {
    const { readRexx } = await import('./read-rexx.ts');
    return readRexx(withoutNumbers(linesOf(content)), fileName, surroundings);
  },
};

/** Columns 73 to 80 of the first line, when they are a sequence number. */
const NUMBERED = /^.{72}\d{8} *$/;

/** TSO/E drops sequence numbers from all lines when the first line has one. */
function withoutNumbers(lines: readonly SourceLine[]): readonly string[] {
  const numbered = NUMBERED.test(lines[0]?.text ?? '');
  return lines.map(({ text }) => (numbered ? text.slice(0, 72) : text));
}
