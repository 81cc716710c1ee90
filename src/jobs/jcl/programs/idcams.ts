/**
 * IDCAMS, as far as jobs clean up with it: DELETE, SET MAXCC, and IF with a SET behind it.
 *
 * z/OS DFSMS Access Method Services Commands, "DELETE", "SET", "IF-THEN-ELSE". Names are complete with and without
 * quotes. Other commands are not emulated and leave the codes as they are.
 */
import type { LogicalCommand } from '../../../core/logical-command.ts';
import { isDataSetName } from '../../../core/names.ts';
import { UNREADABLE_CODE } from '../../../core/return-code.ts';
import type { Running } from '../../carrier.ts';
import type { Joined } from '../../continuation.ts';
import type { DataSets } from '../data-sets.ts';
import type { Step } from '../model.ts';
import { readLines } from '../reading.ts';
import { compare, type Operator } from '../return-code-test.ts';
import { type OwnCommands, ownCommands } from './own-commands.ts';
import type { Program, StepCode } from './program.ts';

export const idcams: Program = {
  names: ['IDCAMS'],
  eachCommand: false,
  ready(step, name, template) {
    const input = ownCommands({ step, dd: 'SYSIN', name, template }, statementsOf);
    return {
      commands: input.own.statements.flatMap(({ deletes }) => deletes ?? []),
      complete: input.complete,
      unset: input.unset,
      run: (dataSets) => run(step, dataSets, input),
    };
  },
};

/** A command of IDCAMS. */
interface Statement {
  readonly statement: LogicalCommand;
  /** The TSO commands for a DELETE; null for any other. */
  readonly deletes: readonly LogicalCommand[] | null;
}

type Statements = Pick<Joined, 'problems'> & { readonly statements: readonly Statement[] };

function statementsOf({ commands, problems }: Joined): Statements {
  return { problems, statements: commands.map((statement) => ({ statement, deletes: deleteCommands(statement) })) };
}

async function* run(step: Step, dataSets: DataSets, input: OwnCommands<Statements>): Running<StepCode> {
  const lines = yield* readLines(step, 'SYSIN', dataSets);
  if (lines === 'problem') return UNREADABLE_CODE;
  if (lines === 'not-emulated') return null;
  const codes = { LASTCC: 0, MAXCC: 0 };
  const { problems, statements } = input.all(lines);
  for (const remark of problems) yield { kind: 'problem', remark };
  for (const { statement, deletes } of statements) {
    if (deletes !== null) {
      codes.LASTCC = 0;
      for (const command of deletes) {
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
  return problems.length > 0 ? UNREADABLE_CODE : codes.MAXCC;
}

/** The TSO commands for a DELETE, one an entry; null for another command, or names that are patterns. */
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
