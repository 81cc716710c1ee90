/** A plain file of commands, as it would be typed at READY: also what standard input is read as. */
import { type Carrier, type JobReading, linesOf, plainJob, type SourceLine } from './carrier.ts';
import { joinLines } from './continuation.ts';
import { fillCommands } from './placeholders.ts';

export const text: Carrier = {
  name: 'text',
  // Every text is one; it stands last in the list of carriers.
  recognises: (content) => !content.includes('\0'),
  async read(content, fileName, { symbols }) {
    const reading = readText(content, fileName);
    const { commands, unset } = fillCommands(reading.commands, linesOf(content), symbols);
    return plainJob({ ...reading, commands }, unset);
  },
};

/** The commands of a plain file, placeholders as they stand. */
export function readText(content: string, fileName: string): JobReading {
  const lines = linesOf(content).filter(isNotNote);
  const joined = joinLines(lines, fileName);
  const numbered = firstNumbered(lines);
  // The numbers hide every continuation sign: whatever else there is to hint at follows from them.
  const hints = numbered === null ? joined.hints : [{ file: fileName, line: numbered.line, text: NUMBERED }];
  return { ...joined, hints, notEmulated: [] };
}

const NUMBERED =
  'columns 73 to 80 look like sequence numbers; they are read as part of the commands (UNNUM removes them)';

/** Text, then eight characters in columns 73 to 80 that end in at least four digits, as ISPF numbers lines. */
const SEQUENCE_NUMBER = /^.{72}(?=[A-Z0-9@#$]{8} *$)[A-Z@#$]{0,4}[0-9]{4,8} *$/;

/** The first line, when two or more carry sequence numbers and no longer line does not; else null. */
function firstNumbered(lines: readonly SourceLine[]): SourceLine | null {
  const long = lines.filter(({ text }) => text.length > 72);
  const [first] = long;
  return first !== undefined && long.length > 1 && long.every(({ text }) => SEQUENCE_NUMBER.test(text)) ? first : null;
}

/** An asterisk in column 1 begins a line of notes, in documents and in the input of other products. */
function isNotNote(line: SourceLine): boolean {
  return !line.text.startsWith('*');
}
