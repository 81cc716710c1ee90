/** Text of bounded length: names, passwords, filters. */
import { foldUpper } from '../fold.ts';
import { isPrintable } from '../../core/printable.ts';
import { invalid } from '../problem.ts';
import { single, value } from './single.ts';
import type { Operand } from '../operand.ts';

export interface TextOptions {
  readonly max: number;
  /** Default 1. */
  readonly min?: number;
  /** What it is, for messages: `password`. */
  readonly what: string;
  /**
   * What becomes upper case. Default `unquoted`: TSO folds what is typed without quotes. `always` folds
   * quoted text as well (PKDS labels), `never` keeps all as typed (ring names).
   */
  readonly fold?: 'unquoted' | 'always' | 'never';
  /** Keeps the value out of messages. */
  readonly secret?: boolean;
  /** A further condition on the text as folded. */
  readonly accepts?: (text: string) => boolean;
}

export function text(options: TextOptions): Operand<string> {
  const { what, min = 1, max, fold = 'unquoted', secret = false, accepts = () => true } = options;
  return single(
    what,
    (item) => {
      const folds = fold === 'always' || (fold === 'unquoted' && !item.quoted);
      const folded = folds ? foldUpper(item.text) : item.text;
      const fits = folded.length >= min && folded.length <= max && isPrintable(folded) && accepts(folded);
      return fits ? value(folded) : invalid(item.at, what, secret ? null : item.text);
    },
    { secret },
  );
}
