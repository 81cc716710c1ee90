/** A key ring name, case kept with or without quotes. `*` is a name like any other here: its meaning is the command's. */
import { isRingName } from '../../core/names.ts';
import { invalid } from '../problem.ts';
import { single, value } from './single.ts';
import type { Operand } from '../operand.ts';

export function ringName(): Operand<string> {
  return single('ring name', (item) =>
    isRingName(item.text) ? value(item.text) : invalid(item.at, 'ring name', item.text),
  );
}
