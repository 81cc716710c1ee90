/** SET, EXPORT and the defaults of PROC: what symbols stand for from here on. */
import { LIMITS } from '../../core/limits.ts';
import { symbolText } from './exec.ts';
import type { FindUnset } from './filling.ts';
import type { ConvertedJob, Place } from './model.ts';
import { listed, type Operands, written } from './operands.ts';
import type { Symbols } from './symbols.ts';

/** A statement that assigns symbols. */
interface Assigning {
  readonly operands: Operands;
  readonly at: Place;
  readonly unset: FindUnset;
}

/** SET NAME=value, several on one statement: none of them sees what another one assigns. */
export function assign({ operands, at, unset }: Assigning, symbols: Symbols, job: ConvertedJob): void {
  for (const { name, value } of assignments(operands, at, job)) {
    if (symbols.isGiven(name)) {
      job.hints.push({ ...at, text: `the value given for ${name} takes the place of the one set here` });
    }
    symbols.set(name, symbols.isGiven(name) ? '' : checked(name, value, { at, unset }, job));
  }
}

/** PROC NAME=default. */
export function assignDefaults({ operands, at, unset }: Assigning, symbols: Symbols, job: ConvertedJob): void {
  for (const { name, value } of assignments(operands, at, job)) {
    const needed = !symbols.isAssigned(name) && !symbols.isGiven(name);
    symbols.default(name, needed ? checked(name, value, { at, unset }, job) : '');
  }
}

/** EXPORT SYMLIST=. */
export function exportSymbols(operands: Operands, symbols: Symbols): void {
  symbols.export(listed(written(operands, 'SYMLIST') ?? ''));
}

function assignments(operands: Operands, at: Place, job: ConvertedJob): { name: string; value: string }[] {
  const found = [];
  for (const operand of operands) {
    if (operand === '') continue;
    const [, name, value = ''] = /^([A-Z@#$][A-Z0-9@#$]{0,7})=(.*)$/is.exec(operand) ?? [];
    if (name === undefined) job.errors.push({ ...at, text: `${JSON.stringify(operand)} assigns no symbol` });
    else found.push({ name: name.toUpperCase(), value });
  }
  return found;
}

function checked(name: string, value: string, { at, unset }: Omit<Assigning, 'operands'>, job: ConvertedJob): string {
  const left = unset(value);
  if (left.some((each) => each.text.toUpperCase() === `&${name}`)) {
    job.errors.push({ ...at, text: `the symbol &${name} expands into itself: ${name}=${value}` });
    return '';
  }
  for (const each of left) job.unset.push(each);
  const text = symbolText(value);
  if (text.length <= LIMITS.jclSymbol) return text;
  job.errors.push({ ...at, text: `the symbol &${name} grows beyond ${LIMITS.jclSymbol} characters` });
  return '';
}
