/** A user id, folded to upper case. */
import { foldUpper } from '../fold.ts';
import { isUserId } from '../../core/names.ts';
import { invalid } from '../problem.ts';
import { single, value } from './single.ts';
import type { Operand } from '../operand.ts';

export function userId(): Operand<string> {
  return single('userid', (item) => {
    const folded = foldUpper(item.text);
    return isUserId(folded) ? value(folded) : invalid(item.at, 'userid', item.text);
  });
}
