/**
 * IDCAMS, as far as jobs clean up with it: DELETE, SET MAXCC, and IF with a SET behind it.
 *
 * z/OS DFSMS Access Method Services Commands, "DELETE", "SET", "IF-THEN-ELSE". Names are complete with and without
 * quotes. Other commands are not emulated and leave the codes as they are.
 */
import type { LogicalCommand } from '../../../core/logical-command.ts';
import { isDataSetName } from '../../../core/names.ts';
import { readLines } from '../reading.ts';
import { compare, type Operator } from '../return-code-test.ts';
import { commandsIn, ownCommands } from './own-commands.ts';
import { PROBLEM_CODE, type Program, type ProgramStep, type Running, type StepCode } from './program.ts';

export const idcams: Program = {
  names: ['IDCAMS'],
  eachCommand: false,
  inputs: ['SYSIN'],
  planned(step, name) {
    const { joined, complete } = ownCommands(step, 'SYSIN', name);
    return { commands: joined.commands.flatMap((each) => deletes(each) ?? []), complete };
  },
  run,
};

async function* run({ step, name, dataSets }: ProgramStep): Running<StepCode> {
  const lines = yield* readLines(step, 'SYSIN', dataSets);
  if (lines === 'problem') return PROBLEM_CODE;
  if (lines === 'not-emulated') return null;
  const codes = { LASTCC: 0, MAXCC: 0 };
  const joined = commandsIn(lines, step, 'SYSIN', name);
  for (const remark of joined.problems) yield { kind: 'problem', remark };
  for (const statement of joined.commands) {
    const commands = deletes(statement);
    if (commands !== null) {
      codes.LASTCC = 0;
      for (const command of commands) {
        const answer = yield { kind: 'command', command };
        // What TSO cannot delete, IDCAMS answers with 8.
        if ((answer?.returnCode ?? 0) !== 0) codes.LASTCC = 8;
      }
      codes.MAXCC = Math.max(codes.MAXCC, codes.LASTCC);
    } else if (!setCode(statement.text, codes)) {
      const { file, line, text } = statement;
      const word = /^[\s,]*([A-Za-z]+)/.exec(withoutComments(text))?.[1]?.toUpperCase() ?? 'a command';
      yield { kind: 'not-emulated', part: { file, line, text: `IDCAMS ${word}`, reason: 'it is not emulated' } };
    }
  }
  return joined.problems.length > 0 ? PROBLEM_CODE : codes.MAXCC;
}

const known = new WeakMap<LogicalCommand, readonly LogicalCommand[]>();

/** The TSO commands for a DELETE, one an entry; null for another command, or names that are patterns. */
function deletes(statement: LogicalCommand): readonly LogicalCommand[] | null {
  const commands = known.get(statement) ?? deleteCommands(statement);
  if (commands !== null) known.set(statement, commands);
  return commands;
}

function deleteCommands({ text, file, line, step }: LogicalCommand): readonly LogicalCommand[] | null {
  const found = /^[\s,]*DEL(?:ETE)?[\s,]*(?:\(([^()]*)\)|'([^']*)'|([^\s,()']+))/i.exec(withoutComments(text));
  if (found === null) return null;
  const names = (found[1] ?? found[2] ?? found[3] ?? '')
    .split(/[\s,]+/)
    .map((each) => each.replace(/^'|'$/g, '').toUpperCase())
    .filter((each) => each !== '');
  if (names.length === 0 || !names.every(isDataSetName)) return null;
  return names.map((each) => ({ text: `DELETE '${each}'`, file, line, step }));
}

/** SET MAXCC=n and IF MAXCC=n THEN SET MAXCC=n; false for anything else. */
function setCode(text: string, codes: { LASTCC: number; MAXCC: number }): boolean {
  const found =
    /^[\s,]*(?:IF\s+(LASTCC|MAXCC)\s*(<=|>=|¬=|[=<>]|[A-Z]{2})\s*(\d{1,3})\s+THEN\s+)?SET\s+(LASTCC|MAXCC)\s*(?:=|EQ)\s*(\d{1,3})[\s;]*$/i.exec(
      withoutComments(text),
    );
  if (found === null) return false;
  const [, tested = '', sign = '', limit = '', target = '', value = ''] = found.map((each) => each?.toUpperCase());
  const operator = SIGNS[sign] ?? (sign as Operator);
  if (tested !== '') {
    if (!['EQ', 'NE', 'GT', 'LT', 'GE', 'LE'].includes(operator)) return false;
    if (!compare(tested === 'MAXCC' ? codes.MAXCC : codes.LASTCC, operator, Number(limit))) return true;
  }
  if (target === 'MAXCC') codes.MAXCC = Number(value);
  codes.LASTCC = Number(value);
  return true;
}

const SIGNS: Readonly<Record<string, Operator | undefined>> = {
  '=': 'EQ',
  '¬=': 'NE',
  '>': 'GT',
  '<': 'LT',
  '>=': 'GE',
  '<=': 'LE',
};

function withoutComments(text: string): string {
  return text.replace(/\/\*.*?(?:\*\/|$)/gs, ' ');
}
