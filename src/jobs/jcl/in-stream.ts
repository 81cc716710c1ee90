/**
 * In-stream data: the lines between a DD * or DD DATA statement and what ends them.
 *
 * z/OS MVS JCL Reference, "DD statement", parameters *, DATA and DLM.
 */
import type { PlacedLine } from '../continuation.ts';
import { type Operands, parameter, positional } from './operands.ts';

export interface InStream {
  readonly lines: readonly PlacedLine[];
  /** Index of the first line behind the data. */
  readonly next: number;
  /** The delimiter that never came, where only one can end the data. */
  readonly unended: string | null;
}

/** The data that begin in `lines[from]`; null when a statement with `operands` has none. */
export function readInStream(lines: readonly PlacedLine[], from: number, operands: Operands): InStream | null {
  const kind = positional(operands)?.toUpperCase();
  if (kind !== '*' && kind !== 'DATA') return null;
  const own = parameter(operands, 'DLM') ?? '';
  return readUntil(lines, from, own, own === '' && kind === '*');
}

/** Lines up to the delimiter `own` (`/*` when empty), or up to the next statement where that ends them too. */
export function readUntil(lines: readonly PlacedLine[], from: number, own: string, endsAtStatement: boolean): InStream {
  const delimiter = own === '' ? '/*' : own;
  for (let at = from; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    const delimited = text.startsWith(delimiter);
    if (delimited || (endsAtStatement && text.startsWith('//'))) {
      return { lines: lines.slice(from, at), next: delimited ? at + 1 : at, unended: null };
    }
  }
  return { lines: lines.slice(from), next: lines.length, unended: own === '' ? null : own };
}
