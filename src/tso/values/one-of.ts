/** One of a few words, each of which may be shortened like any keyword. */
import { resolveKeyword } from '../keyword.ts';
import { single } from './single.ts';
import type { Operand } from '../operand.ts';

export function oneOf<const W extends string>(...words: readonly W[]): Operand<W> {
  return { ...single<W>('keyword', (item) => resolveKeyword(item, words)), words };
}
