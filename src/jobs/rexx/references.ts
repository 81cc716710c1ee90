/** Variables by reference: read, written, dropped and shared, with the names of compound ones derived. */
import type { NameItem } from './code.ts';
import type { Exec, Frame } from './exec.ts';
import { type Reference, referenceOf } from './expression.ts';
import { Fault, Raised } from './faults.ts';
import { upper } from './characters.ts';
import type { Variables } from './variables.ts';

type Compound = Extract<Reference, { kind: 'compound' }>;

/** The language's own bound on names. */
const NAME_LENGTH = 250;

/** The value; a variable without one is its own name, or raises NOVALUE. */
export function read(exec: Exec, frame: Frame, reference: Reference): string {
  const { variables } = frame;
  if (reference.kind === 'variable') {
    return variables.get(reference.name) ?? withoutValue(exec, frame, reference.name);
  }
  if (reference.kind === 'stem') return variables.getStem(reference.name) ?? withoutValue(exec, frame, reference.name);
  const tail = tailOf(exec, frame, reference);
  return variables.getTail(reference.name, tail) ?? withoutValue(exec, frame, reference.name + tail);
}

function withoutValue(exec: Exec, frame: Frame, name: string): string {
  if (frame.traps.get('NOVALUE') !== undefined) throw new Raised('NOVALUE', name);
  exec.unset(name);
  return name;
}

export function write(exec: Exec, frame: Frame, reference: Reference, value: string): void {
  const { variables } = frame;
  if (reference.kind === 'variable') variables.set(reference.name, value);
  else if (reference.kind === 'stem') variables.setStem(reference.name, value);
  else variables.setTail(reference.name, tailOf(exec, frame, reference), value);
}

/** Whether it has a value of its own. */
export function hasValue(exec: Exec, frame: Frame, reference: Reference): boolean {
  const { variables } = frame;
  if (reference.kind === 'variable') return variables.get(reference.name) !== undefined;
  if (reference.kind === 'stem') return variables.getStem(reference.name) !== undefined;
  return variables.getTail(reference.name, tailOf(exec, frame, reference)) !== undefined;
}

function drop(exec: Exec, frame: Frame, reference: Reference): void {
  const { variables } = frame;
  if (reference.kind === 'variable') variables.drop(reference.name);
  else if (reference.kind === 'stem') variables.setStem(reference.name, undefined);
  else variables.dropTail(reference.name, tailOf(exec, frame, reference));
}

/** Parts without value stand for themselves here, and raise NOVALUE just the same. */
function tailOf(exec: Exec, frame: Frame, reference: Compound): string {
  let tail = '';
  for (const [index, part] of reference.tail.entries()) {
    if (index > 0) tail += '.';
    if ('constant' in part) tail += part.constant;
    else tail += frame.variables.get(part.variable) ?? withoutValue(exec, frame, part.variable);
  }
  if (reference.name.length + tail.length > NAME_LENGTH) throw new Fault(30);
  return tail;
}

export function dropAll(exec: Exec, frame: Frame, names: readonly NameItem[]): void {
  for (const reference of named(exec, frame, names)) drop(exec, frame, reference);
}

/** Lets `inner` have these variables of `frame`. */
export function shareAll(exec: Exec, frame: Frame, inner: Variables, names: readonly NameItem[]): void {
  for (const item of names) {
    if (item.indirect) share(exec, frame, inner, item.reference);
    for (const reference of named(exec, frame, [item])) share(exec, frame, inner, reference);
  }
}

function share(exec: Exec, frame: Frame, inner: Variables, reference: Reference): void {
  const { variables } = frame;
  if (reference.kind === 'variable') inner.share(variables, reference.name);
  else if (reference.kind === 'stem') inner.shareStem(variables, reference.name);
  else inner.shareTail(variables, reference.name, tailOf(exec, frame, reference));
}

/** The variables that names stand for: themselves, or those that a variable in parentheses lists. */
export function named(exec: Exec, frame: Frame, names: readonly NameItem[]): readonly Reference[] {
  return names.flatMap(({ reference, indirect }) => {
    if (!indirect) return [reference];
    const list = read(exec, frame, reference).split(' ');
    return list.filter((word) => word !== '').map(referenceByName);
  });
}

/** A variable by a name that was made while the exec ran. */
export function referenceByName(name: string): Reference {
  const symbol = upper(name);
  const reference = /^[A-Z0-9.!?_@#$¢]+$/.test(symbol) ? referenceOf(symbol) : null;
  if (reference === null || symbol.length > NAME_LENGTH) throw new Fault(symbol.length > NAME_LENGTH ? 30 : 20);
  return reference;
}
