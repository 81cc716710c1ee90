/**
 * In-stream data: the lines between a DD * or DD DATA statement and what ends them.
 *
 * z/OS MVS JCL Reference, "DD statement", parameters *, DATA and DLM.
 */
import type { SourceLine } from './carrier.ts';
import { hasPositional, parameter, type Statement } from './jcl-statement.ts';

export interface InStream {
  /** Columns 1 to 72 of each line. */
  readonly lines: readonly SourceLine[];
  /** Index of the first line behind the data. */
  readonly next: number;
  /** The delimiter that never came, where only one can end the data. */
  readonly unended: string | null;
  /** The first line whose text goes on beyond column 72 with something other than a sequence number. */
  readonly cutOff: number | null;
}

/** TSO reads 72 columns; 73 to 80 are for sequence numbers. */
const COLUMNS = 72;

/** The data that follow `statement`; null when it has none. */
export function readInStream(lines: readonly SourceLine[], statement: Statement): InStream | null {
  if (!hasPositional(statement, '*', 'DATA')) return null;
  const own = parameter(statement, 'DLM');
  const delimiter = own === null || own === '' ? '/*' : own;
  const endsAtStatement = own === null && hasPositional(statement, '*');
  const data: SourceLine[] = [];
  let cutOff: number | null = null;
  for (let at = statement.next; at < lines.length; at++) {
    const source = lines[at];
    if (source === undefined) break;
    const { text, line } = source;
    if (text.startsWith(delimiter)) return { lines: data, next: at + 1, unended: null, cutOff };
    if (endsAtStatement && text.startsWith('//')) return { lines: data, next: at, unended: null, cutOff };
    data.push({ text: text.slice(0, COLUMNS), line });
    if (cutOff === null && !isSequenceField(text.slice(COLUMNS))) cutOff = line;
  }
  return { lines: data, next: lines.length, unended: endsAtStatement || own === null ? null : delimiter, cutOff };
}

function isSequenceField(field: string): boolean {
  return /^(?:[A-Za-z0-9@#$]{0,7}[0-9])?\s*$/.test(field);
}
