/** The makers of operand declarations, in one place for the commands that are built of them. */
export { flag, nothing } from './values/flag.ts';
export { label } from './values/label.ts';
export { text, type TextOptions } from './values/text.ts';
export { number } from './values/number.ts';
export { userId } from './values/user-id.ts';
export { ringName } from './values/ring-name.ts';
export { tokenName } from './values/token-name.ts';
export { dataSet } from './values/data-set.ts';
export { date, type CalendarDate } from './values/date.ts';
export { time, type ClockTime } from './values/time.ts';
export { hex } from './values/hex.ts';
export { oneOf } from './values/one-of.ts';
export { list, type ListOptions } from './values/list.ts';
export { group } from './values/group.ts';
export { optional } from './values/optional.ts';
