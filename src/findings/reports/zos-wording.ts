/**
 * How a z/OS code is spoken of: the code, the dictionary's text, then the usual reason.
 *
 * A code that rests on memory is never printed as certain: it reads "may fail".
 */
import type { ZosMeaning } from '../finding.ts';

export function codeLine(zos: ZosMeaning): string {
  const name = zos.name === null ? '' : ` ${zos.name}`;
  const also = zos.also.length === 0 ? '' : ` (or ${zos.also.join(', ')})`;
  const meaning = `RC ${zos.code}${name}: "${zos.text}"${also}`;
  return zos.confidence === 'assumed'
    ? `may fail, perhaps with ${meaning}; if so, commonly because ${zos.because} [assumed]`
    : `${meaning}; commonly because ${zos.because} [${zos.confidence}]`;
}
