/** The lines of a member or data set. */
import { RingtoolError } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';
import { linesOf, type SourceLine } from '../carrier.ts';

/** Lines of text in `bytes`; throws `file/unreadable` when they are none, `file/too-large` beyond the limit. */
export function textLines(bytes: Uint8Array, name: string): readonly SourceLine[] {
  if (bytes.length > LIMITS.commandFile) {
    throw new RingtoolError('file/too-large', `${name} is too large to be read as lines: ${bytes.length} bytes`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RingtoolError('file/unreadable', `${name} is not text in ASCII or UTF-8`, { cause });
  }
  const lines = linesOf(text);
  if (text.includes('\0')) throw new RingtoolError('file/unreadable', `${name} is not text: it holds NUL`);
  if (lines.length > LIMITS.jobLines) throw new RingtoolError('file/too-large', `${name} has too many lines`);
  return lines;
}
