/**
 * What a task's commands leave for `register`.
 *
 * IBM z/OS core collection, "zos_tso_command" and "zos_mvs_raw", return values; Ansible, "Return Values".
 */
import type { Answer } from '../carrier.ts';
import type { Value } from '../jinja.ts';
import type { CommandModule } from './step.ts';

/** A command with what came of it. */
export interface Answered {
  readonly command: string;
  readonly answer: Answer;
}

export function outcomeOf(module: CommandModule, answered: readonly Answered[], failed: boolean): Value {
  const code = String(answered.at(-1)?.answer.returnCode ?? 0);
  const lines = answered.flatMap(({ answer }) => answer.lines);
  const shared: [string, Value][] = [
    ['changed', 'True'],
    ['failed', said(failed)],
    ['skipped', 'False'],
  ];
  switch (module) {
    case 'tso':
      return new Map([...shared, ['output', answered.map(outputOf)], ['rc', code]]);
    case 'shell': {
      const printed = answered.flatMap(({ answer }) => [
        ...(answer.echo === undefined ? [] : [answer.echo]),
        ...answer.lines,
      ]);
      return new Map<string, Value>([
        ...shared,
        ['rc', code],
        ['stdout', printed.join('\n')],
        ['stdout_lines', printed],
      ]);
    }
    case 'batch': {
      const listing: Value = new Map<string, Value>([
        ['dd_name', 'systsprt'],
        ['content', lines],
      ]);
      return new Map<string, Value>([...shared, ['ret_code', new Map([['code', code]])], ['dd_names', [listing]]]);
    }
  }
}

function outputOf({ command, answer }: Answered): Value {
  return new Map<string, Value>([
    ['command', command],
    ['rc', String(answer.returnCode)],
    ['content', answer.lines],
    ['lines', String(answer.lines.length)],
  ]);
}

export const SKIPPED: Value = new Map([
  ['changed', 'False'],
  ['failed', 'False'],
  ['skipped', 'True'],
]);

/** Of a loop: what each item left. */
export function loopOutcome(results: readonly Value[]): Value {
  return new Map<string, Value>([
    ['results', results],
    ['changed', 'True'],
  ]);
}

function said(holds: boolean): string {
  return holds ? 'True' : 'False';
}
