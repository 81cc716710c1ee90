/**
 * The terminal monitor program: TSO commands in batch.
 *
 * z/OS TSO/E User's Guide, "Submitting batch jobs", EXEC statement: PARM= is the first command, SYSTSIN holds the
 * others, the last code is the step's. IKJEFT1A and IKJEFT1B end at the first code that is not 0.
 */
import type { LogicalCommand } from '../../../core/logical-command.ts';
import { UNREADABLE_CODE } from '../../../core/return-code.ts';
import type { Answer, JobEvent, Remark, Running, Unset } from '../../carrier.ts';
import type { Joined } from '../../continuation.ts';
import type { DataSets } from '../data-sets.ts';
import { inTurn, type Turn } from '../in-turn.ts';
import type { DataLine, Step } from '../model.ts';
import { ownLines, readLines, unsetInDd } from '../reading.ts';
import type { Template } from '../template.ts';
import { type OwnCommands, ownCommands, withoutValue } from './own-commands.ts';
import type { Program, StepCode } from './program.ts';

/** Documented in the User's Guide: the alternative entry points return what made them end. */
const ENDS_AT_CODE: readonly string[] = ['IKJEFT1A', 'IKJEFT1B'];

export const tso: Program = {
  names: ['IKJEFT01', 'IKJEFT1A', 'IKJEFT1B'],
  eachCommand: true,
  ready(step, name, template) {
    const first = firstCommand(step, name);
    const input = ownCommands({ step, dd: 'SYSTSIN', name, template }, (joined) => joined);
    const batch = { step, name, first, input, template };
    return {
      commands: [...first, ...input.own.commands],
      complete: input.complete && step.parmDd === null,
      unset: [...input.unset, ...unsetInParmDd(batch)],
      run: (dataSets) => run(batch, dataSets),
    };
  },
};

/** A step, what it is called, its PARM= and its SYSTSIN. */
interface Batch {
  readonly step: Step;
  readonly name: string;
  readonly first: readonly LogicalCommand[];
  readonly input: OwnCommands<Joined>;
  readonly template: Template;
}

async function* run(batch: Batch, dataSets: DataSets): Running<StepCode> {
  const { step, name, first, input } = batch;
  if (step.dds.find('SYSTSIN') === null && step.parm === null) {
    yield hint({ ...step.at, text: `step ${name} has no SYSTSIN: it has no commands` });
  }
  const lines = yield* readLines(step, 'SYSTSIN', dataSets);
  if (lines === 'problem') return UNREADABLE_CODE;
  if (lines === 'not-emulated') return null;
  for (const remark of notSelected(step)) yield hint(remark);
  const joined = input.all(lines);
  const front = step.parmDd === null ? first : yield* firstOfParmDd(step.parmDd, batch, dataSets);
  if (front === 'problem') return UNREADABLE_CODE;
  const issued = front.map((command): Turn => ({ kind: 'command', command }));
  const turns = inTurn(lines, { ...joined, hints: [...joined.hints, ...cutLines(lines)] });
  return yield* issue([...issued, ...turns], ENDS_AT_CODE.includes(step.program) ? step.program : null);
}

/** Lines that go on where sequence numbers would stand. */
function cutLines(lines: readonly DataLine[]): readonly Remark[] {
  return lines
    .filter(({ beyond }) => !isSequenceField(beyond))
    .map(({ file, line }) => ({ file, line, text: 'text beyond column 72 is not part of the command' }));
}

/**
 * Issues commands, and says what is to be said in between; `ending`: the program that ends at the first code other
 * than 0. The code is that of the last command, 12 where one could not be understood.
 */
async function* issue(turns: readonly Turn[], ending: string | null): Running<number> {
  let code = 0;
  let problems = false;
  for (const turn of turns) {
    if (ending !== null && (problems || code !== 0)) {
      const reason = `${ending} ends at the first code that is not 0`;
      if (turn.kind === 'command') yield { kind: 'skipped', command: turn.command, reason };
      continue;
    }
    const answer = yield turn;
    if (turn.kind === 'command') code = answer?.returnCode ?? 0;
    problems ||= turn.kind === 'problem';
  }
  return problems ? UNREADABLE_CODE : code;
}

/** The command in PARM=. */
function firstCommand({ parm, at }: Step, step: string): readonly LogicalCommand[] {
  return parm === null || parm.trim() === '' ? [] : [{ text: parm, ...at, step }];
}

/** PARMDD=: the lines of that DD are one command. */
async function* firstOfParmDd(
  dd: string,
  { step, name, template }: Batch,
  dataSets: DataSets,
): AsyncGenerator<JobEvent, readonly LogicalCommand[] | 'problem', Answer | undefined> {
  const lines = yield* readLines(step, dd, dataSets);
  if (typeof lines === 'string') return lines === 'problem' ? 'problem' : [];
  const command = commandOf(lines, step, name);
  const unset = template.unset(command);
  if (unset.length > 0) {
    yield { kind: 'problem', remark: withoutValue(unset) };
    return 'problem';
  }
  return command.text === '' ? [] : [command];
}

function commandOf(lines: readonly DataLine[], { at }: Step, step: string): LogicalCommand {
  return { text: lines.map((line) => line.text.trim()).join(' '), ...at, step };
}

function unsetInParmDd({ step, name, template }: Omit<Batch, 'input' | 'first'>): readonly Unset[] {
  if (step.parmDd === null) return [];
  const { lines } = ownLines(step, step.parmDd);
  return [...unsetInDd(step, step.parmDd), ...template.unset(commandOf(lines, step, name))];
}

/** In-stream data that a DDNAME= has passed over. */
function notSelected(step: Step): { readonly file: string; readonly line: number; readonly text: string }[] {
  const forward = step.dds.find('SYSTSIN')?.parts.map(({ source }) => source) ?? [];
  const chosen = forward.flatMap((source) => (source.kind === 'forward' ? [source.name] : []));
  if (chosen.length === 0) return [];
  return step.dds.all
    .filter(({ name }) => name !== 'SYSTSIN' && !chosen.includes(name))
    .flatMap(({ name, parts }) => parts.slice(0, 1).map((part) => ({ name, part })))
    .filter(({ part }) => part.source.kind === 'in-stream')
    .map(({ name, part }) => ({
      ...part.at,
      text: `//${name} DD is not selected: SYSTSIN takes ${chosen.join(', ')}`,
    }));
}

/** Columns 73 to 80 hold digits, or letters and digits. */
function isSequenceField(field: DataLine['beyond']): boolean {
  return /^(?:[A-Za-z0-9@#$]{0,7}[0-9])?\s*$/.test(field);
}

function hint(remark: { readonly file: string; readonly line: number; readonly text: string }): JobEvent {
  return { kind: 'hint', remark };
}
