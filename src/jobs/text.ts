/** A plain file of commands, as it would be typed at READY: also what standard input is read as. */
import type { Carrier, SourceLine } from './carrier.ts';
import { linesOf } from './carrier.ts';
import { joinLines } from './continuation.ts';

export const text: Carrier = {
  name: 'text',
  // Every text is one; it stands last in the list of carriers.
  recognises: (content) => !content.includes('\0'),
  read(content, fileName) {
    const joined = joinLines(linesOf(content).filter(isNotNote), fileName);
    return { ...joined, notEmulated: [] };
  },
};

/** An asterisk in column 1 begins a line of notes, in documents and in the input of other products. */
function isNotNote(line: SourceLine): boolean {
  return !line.text.startsWith('*');
}
