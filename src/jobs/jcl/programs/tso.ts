/**
 * The terminal monitor program: TSO commands in batch.
 *
 * z/OS TSO/E User's Guide, "Submitting batch jobs", EXEC statement: PARM= is the first command, SYSTSIN holds the
 * others, the last code is the step's. IKJEFT1A and IKJEFT1B end at the first code that is not 0.
 */
import type { LogicalCommand } from '../../../core/logical-command.ts';
import { UNREADABLE_CODE } from '../../../core/return-code.ts';
import type { JobEvent, Running } from '../../carrier.ts';
import type { Joined } from '../../continuation.ts';
import type { DataSets } from '../data-sets.ts';
import type { DataLine, Step } from '../model.ts';
import { readLines } from '../reading.ts';
import { type OwnCommands, ownCommands } from './own-commands.ts';
import type { Program, StepCode } from './program.ts';

/** Documented in the User's Guide: the alternative entry points return what made them end. */
const ENDS_AT_CODE: readonly string[] = ['IKJEFT1A', 'IKJEFT1B'];

export const tso: Program = {
  names: ['IKJEFT01', 'IKJEFT1A', 'IKJEFT1B'],
  eachCommand: true,
  inputs: ['SYSTSIN'],
  ready(step, name) {
    const first = firstCommand(step, name);
    const input = ownCommands(step, 'SYSTSIN', name, (joined) => joined);
    return {
      commands: [...first, ...input.own.commands],
      complete: input.complete && step.parmDd === null,
      run: (dataSets) => run({ step, name, first, input }, dataSets),
    };
  },
};

/** A step, what it is called, its PARM= and its SYSTSIN. */
interface Batch {
  readonly step: Step;
  readonly name: string;
  readonly first: readonly LogicalCommand[];
  readonly input: OwnCommands<Joined>;
}

async function* run({ step, name, first, input }: Batch, dataSets: DataSets): Running<StepCode> {
  if (!step.dds.some((dd) => dd.name === 'SYSTSIN') && step.parm === null) {
    yield hint({ ...step.at, text: `step ${name} has no SYSTSIN: it has no commands` });
  }
  const lines = yield* readLines(step, 'SYSTSIN', dataSets);
  if (lines === 'problem') return UNREADABLE_CODE;
  if (lines === 'not-emulated') return null;
  for (const remark of notSelected(step)) yield hint(remark);
  const cut = lines.find(({ beyond }) => !isSequenceField(beyond));
  if (cut !== undefined) {
    yield hint({ file: cut.file, line: cut.line, text: 'text beyond column 72 is not part of the command' });
  }
  const joined = input.all(lines);
  for (const remark of joined.hints) yield hint(remark);
  for (const remark of joined.problems) yield { kind: 'problem', remark };
  const front = step.parmDd === null ? first : yield* commandOf(step.parmDd, step, name, dataSets);
  const code = yield* issue([...front, ...joined.commands], ENDS_AT_CODE.includes(step.program) ? step.program : null);
  return joined.problems.length > 0 ? UNREADABLE_CODE : code;
}

/** Issues commands; `ending`: the program that ends at the first code other than 0. */
async function* issue(commands: readonly LogicalCommand[], ending: string | null): Running<number> {
  let code = 0;
  for (const command of commands) {
    if (ending !== null && code !== 0) {
      yield { kind: 'skipped', command, reason: `${ending} ends at the first code that is not 0` };
      continue;
    }
    const answer = yield { kind: 'command', command };
    code = answer?.returnCode ?? 0;
  }
  return code;
}

/** The command in PARM=. */
function firstCommand({ parm, at }: Step, step: string): readonly LogicalCommand[] {
  return parm === null || parm.trim() === '' ? [] : [{ text: parm, ...at, step }];
}

/** PARMDD=: the lines of that DD are one command. */
async function* commandOf(
  dd: string,
  step: Step,
  name: string,
  dataSets: DataSets,
): Running<readonly LogicalCommand[]> {
  const lines = yield* readLines(step, dd, dataSets);
  if (typeof lines === 'string') return [];
  const text = lines.map((line) => line.text.trim()).join(' ');
  return text === '' ? [] : [{ text, ...step.at, step: name }];
}

/** In-stream data that a DDNAME= has passed over. */
function notSelected(step: Step): { readonly file: string; readonly line: number; readonly text: string }[] {
  const forward = step.dds.find(({ name }) => name === 'SYSTSIN')?.parts.map(({ source }) => source) ?? [];
  const chosen = forward.flatMap((source) => (source.kind === 'forward' ? [source.name] : []));
  if (chosen.length === 0) return [];
  return step.dds
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
