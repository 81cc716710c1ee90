/**
 * A certificate label: 1–32 characters, blanks at both ends stripped, case kept when quoted.
 *
 * RACF Command Language Reference, "RACDCERT", WITHLABEL.
 */
import { foldUpper } from '../fold.ts';
import { isLabel } from '../../core/names.ts';
import { invalid } from '../problem.ts';
import { single, value } from './single.ts';
import type { Operand } from '../operand.ts';

export function label(): Operand<string> {
  return single('label', (item) => {
    const stripped = (item.quoted ? item.text : foldUpper(item.text)).trim();
    return isLabel(stripped) ? value(stripped) : invalid(item.at, 'label', item.text);
  });
}
