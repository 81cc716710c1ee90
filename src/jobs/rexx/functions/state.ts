/** Functions on the exec itself: its values, variables, settings and text. z/OS TSO/E REXX Reference. */
import { FAULT_TEXTS, Stop } from '../faults.ts';
import { hasValue, read, referenceByName, write } from '../references.ts';
import { referenceOf } from '../expression.ts';
import { upper } from '../characters.ts';
import type { Trapped } from '../exec.ts';
import { type BuiltIns, of } from './built-in.ts';
import { bit } from './strings.ts';

export const STATE: BuiltIns = {
  ADDRESS: of(0, 0, (_, __, frame) => frame.environment),
  ARG: of(0, 2, (v, _, frame) => {
    if (!v.has(0)) return String(frame.values.length);
    const value = frame.values[v.whole(0, 1) - 1];
    if (!v.has(1)) return value ?? '';
    return bit((v.option(1, 'EO') === 'E') === (value !== undefined));
  }),
  CONDITION: of(0, 1, (v, _, frame) => {
    const part = v.option(0, 'ICDS');
    return frame.trapped === null ? '' : conditionPart(part, frame.trapped, frame.traps.has(frame.trapped.condition));
  }),
  DIGITS: of(0, 0, (_, __, frame) => String(frame.digits)),
  ERRORTEXT: of(1, 1, (v) => FAULT_TEXTS[v.whole(0, 0)] ?? ''),
  FORM: of(0, 0, () => 'SCIENTIFIC'),
  FUZZ: of(0, 0, () => '0'),
  LINESIZE: of(0, 0, () => '131'),
  QUEUED: of(0, 0, (_, exec) => String(exec.stack.queued)),
  RANDOM: of(0, 3, () => {
    throw new Stop('RANDOM gives another number in each run; it is not emulated');
  }),
  SOURCELINE: of(0, 1, (v, exec) => {
    const { source } = exec.code;
    if (!v.has(0)) return String(source.length);
    const line = source[v.whole(0, 1) - 1];
    if (line === undefined) throw v.wrong('there is no such line');
    return line;
  }),
  SYMBOL: of(1, 1, (v, exec, frame) => {
    const name = upper(v.text(0));
    if (!/^[A-Z0-9.!?_@#$¢]+$/.test(name)) return 'BAD';
    const reference = referenceOf(name);
    return reference !== null && hasValue(exec, frame, reference) ? 'VAR' : 'LIT';
  }),
  TRACE: of(0, 1, () => 'N'),
  VALUE: of(1, 3, (v, exec, frame) => {
    if (v.has(2)) throw new Stop('VALUE with a third value is not emulated');
    const name = upper(v.text(0));
    if (/^[0-9.][A-Z0-9.!?_@#$¢]*$/.test(name) && !v.has(1)) return name;
    const reference = referenceByName(name);
    const before = read(exec, frame, reference);
    if (v.has(1)) write(exec, frame, reference, v.text(1));
    return before;
  }),
};

function conditionPart(part: string, { condition, by, description }: Trapped, on: boolean): string {
  if (part === 'C') return condition;
  if (part === 'D') return description;
  return part === 'I' ? by : on ? 'ON' : 'OFF';
}
