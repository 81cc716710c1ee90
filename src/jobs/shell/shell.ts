/** Shell scripts: told by their first line, or by their name and calls of our commands. */
import type { Carrier } from '../carrier.ts';
import { STAND_INS } from './calls.ts';
import { shebangOf } from './interpreter.ts';

const CALLED = new RegExp(`^(?![ \\t]*#).*\\b(?:${STAND_INS.join('|')})[ \\t]`, 'm');

export const shell: Carrier = {
  name: 'shell',
  recognises: (content, fileName) =>
    !content.includes('\0') && (shebangOf(content) !== null || (/\.k?sh$/i.test(fileName) && CALLED.test(content))),
  async read(content, fileName, surroundings, carriers) {
    const { scriptJob } = await import('./run-script.ts');
    return scriptJob(content, fileName, surroundings, carriers);
  },
};
