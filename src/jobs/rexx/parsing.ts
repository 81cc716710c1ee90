/** PARSE while it runs: the string it takes, and what the targets of its templates get. */
import { basename } from 'node:path';
import { upper } from './characters.ts';
import type { Step } from './code.ts';
import { evaluate, type Ground } from './evaluate.ts';
import type { Exec, Frame, Run } from './exec.ts';
import { Fault, Stop } from './faults.ts';
import { wholeOf } from './number.ts';
import { read, write } from './references.ts';
import { cut, type Resolved, START, type Template, type Trigger, words } from './template.ts';

type Parse = Extract<Step, { kind: 'parse' }>;

export function* parse(ground: Ground, step: Parse): Run<void> {
  const { exec, frame } = ground;
  const texts = yield* source(ground, step);
  for (const [index, template] of step.templates.entries()) {
    const text = texts[index] ?? '';
    exec.spend(text.length / 1024);
    assign(exec, frame, step.upper ? upper(text) : text, template);
  }
}

function* source(ground: Ground, { source }: Parse): Run<readonly (string | undefined)[]> {
  const { exec, frame } = ground;
  switch (source.kind) {
    case 'ARG':
      return frame.values;
    case 'VAR':
      return [read(exec, frame, source.reference)];
    case 'VALUE':
      return [source.value === null ? '' : yield* evaluate(ground, source.value)];
    case 'NUMERIC':
      return [`${frame.digits} 0 SCIENTIFIC`];
    case 'VERSION':
      return ['REXX370 3.48 01 May 1992'];
    case 'SOURCE':
      return [`TSO ${frame.how} ${nameOf(exec.file)} ? ? ? TSO TSO/E ?`];
    default: {
      const line = exec.stack.pull();
      if (line === null) throw new Stop('PULL with nothing queued waits for what somebody types; it is not emulated');
      return [line];
    }
  }
}

/** The member that an exec of this file would be. */
export function nameOf(file: string): string {
  const name = upper(basename(file).replace(/\..*$/s, '')).replace(/[^A-Z0-9@#$]/g, '');
  return name === '' ? '?' : name.slice(0, 8);
}

function assign(exec: Exec, frame: Frame, text: string, template: Template): void {
  let place = START;
  for (const section of template) {
    const until = section.until === null ? null : resolve(exec, frame, section.until);
    if (until?.kind === 'text') exec.spendSearch(until.text.length, text.length);
    const found = cut(text, place, until);
    const values = words(found.part, section.targets.length);
    for (const [index, target] of section.targets.entries()) {
      if (target !== null) write(exec, frame, target, values[index] ?? '');
    }
    place = found.place;
  }
}

function resolve(exec: Exec, frame: Frame, trigger: Trigger): Resolved {
  const value = typeof trigger.value === 'string' ? trigger.value : read(exec, frame, trigger.value);
  if (trigger.kind === 'text') return { kind: 'text', text: value };
  const number = wholeOf(value, frame.digits);
  if (number === null || number < 0) throw new Fault(26, 'a position in a template');
  return trigger.kind === 'column' ? { kind: 'column', column: number } : { kind: 'move', by: trigger.sign * number };
}
