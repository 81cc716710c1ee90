/**
 * JCL: the commands in //SYSTSIN of the steps that run TSO in batch (IKJEFT01, IKJEFT1A, IKJEFT1B).
 *
 * z/OS TSO/E Customization, "Executing TSO/E commands in batch". Symbols, procedures and IF statements are
 * not evaluated: what depends on them is reported and not run.
 */
import type { LogicalCommand } from '../core/logical-command.ts';
import {
  type Carrier,
  type JobReading,
  linesOf,
  type NotEmulated,
  plainJob,
  type Remark,
  type SourceLine,
} from './carrier.ts';
import { joinLines } from './continuation.ts';
import { readInStream } from './in-stream.ts';
import { hasPositional, isStatement, parameter, readStatement, type Statement } from './jcl-statement.ts';

const TSO_PROGRAMS: readonly string[] = ['IKJEFT01', 'IKJEFT1A', 'IKJEFT1B'];

const BEGINS_AS_JCL = /^\s*(?:\/\/|\/\*)/;
const STATEMENT = /^\/\/[A-Z0-9@#$.]*[ \t]+(?:JOB|EXEC|DD|PROC)(?:[ \t]|\r?$)/im;

export const jcl: Carrier = {
  name: 'jcl',
  recognises: (content) => {
    const start = content.replace(/^\ufeff/, '');
    return !content.includes('\0') && BEGINS_AS_JCL.test(start) && STATEMENT.test(start);
  },
  read: async (content, fileName) => plainJob(readJcl(linesOf(content), fileName)),
};

/** A TSO step while its DD statements are being read. */
interface Step {
  readonly name: string;
  readonly input: SourceLine[];
  symbols: boolean;
}

interface Reading {
  readonly file: string;
  readonly commands: LogicalCommand[];
  readonly notEmulated: NotEmulated[];
  readonly problems: Remark[];
  readonly hints: Remark[];
  jobs: number;
  job: string;
  steps: number;
  step: Step | null;
  /** IF statements around. */
  conditions: number;
  /** Between PROC and PEND. */
  procedure: boolean;
  /** The DD statement that one without a name adds to. */
  dd: string;
}

/** The commands of a job's steps. */
export function readJcl(lines: readonly SourceLine[], file: string): JobReading {
  const reading: Reading = {
    file,
    commands: [],
    notEmulated: [],
    problems: [],
    hints: [],
    jobs: 0,
    job: '',
    steps: 0,
    step: null,
    conditions: 0,
    procedure: false,
    dd: '',
  };
  for (let at = 0; at < lines.length; ) {
    if (!isStatement(lines[at]?.text ?? '')) {
      at++;
      continue;
    }
    const statement = readStatement(lines, at);
    at = statement.next;
    if (statement.operation === 'DD') at = readDd(reading, lines, statement);
    else readOther(reading, statement);
  }
  endStep(reading);
  const { commands, notEmulated, problems, hints } = reading;
  return { commands, notEmulated, problems, hints };
}

function readOther(reading: Reading, statement: Statement): void {
  switch (statement.operation) {
    case 'JOB':
      endStep(reading);
      reading.jobs++;
      reading.job = statement.name;
      reading.steps = 0;
      reading.conditions = 0;
      reading.procedure = false;
      break;
    case 'PROC':
      endStep(reading);
      reading.procedure = true;
      break;
    case 'PEND':
      endStep(reading);
      reading.procedure = false;
      break;
    case 'IF':
      endStep(reading);
      reading.conditions++;
      break;
    case 'ENDIF':
      endStep(reading);
      reading.conditions = Math.max(0, reading.conditions - 1);
      break;
    case 'INCLUDE':
      leaveOut(reading, statement, 'INCLUDE statements are not emulated');
      break;
    case 'EXEC':
      endStep(reading);
      readExec(reading, statement);
      break;
    default:
  }
}

function readExec(reading: Reading, statement: Statement): void {
  reading.dd = '';
  if (reading.procedure) return;
  reading.steps++;
  const program = parameter(statement, 'PGM')?.toUpperCase();
  if (program === undefined) {
    const name = parameter(statement, 'PROC') ?? statement.parameters[0] ?? '';
    leaveOut(reading, statement, `the procedure ${name} is not emulated`);
  } else if (program.includes('&')) {
    remark(reading.problems, reading, statement, `the symbol in PGM=${program} is not emulated; the step is left out`);
  } else if (!TSO_PROGRAMS.includes(program)) {
    leaveOut(reading, statement, `the program ${program} is not emulated`);
  } else if (reading.conditions > 0) {
    leaveOut(reading, statement, 'it depends on an IF statement, and these are not evaluated');
  } else {
    const own = statement.name === '' ? `step ${reading.steps}` : statement.name;
    reading.step = { name: reading.jobs > 1 ? `${reading.job}.${own}` : own, input: [], symbols: false };
    if (parameter(statement, 'COND') !== null) {
      remark(reading.hints, reading, statement, 'COND= is not evaluated; the step is run');
    }
    const first = parameter(statement, 'PARM');
    if (first !== null && first.trim() !== '')
      addCommand(reading, reading.step, first, statement.line, first.includes('&'));
  }
}

function readDd(reading: Reading, lines: readonly SourceLine[], statement: Statement): number {
  if (statement.name !== '') reading.dd = statement.name.toUpperCase();
  const data = readInStream(lines, statement);
  const { step } = reading;
  if (step === null || reading.dd !== 'SYSTSIN') return data?.next ?? statement.next;
  if (data === null) {
    if (!hasPositional(statement, 'DUMMY')) leaveOut(reading, statement, 'SYSTSIN is read from in-stream data only');
    return statement.next;
  }
  // One by one: spread into push, a hundred thousand lines overflow the stack.
  for (const line of data.lines) step.input.push(line);
  if (parameter(statement, 'SYMBOLS') !== null) step.symbols = true;
  if (data.unended !== null) {
    remark(reading.hints, reading, statement, `the delimiter ${data.unended} never comes; the data end with the file`);
  }
  if (data.cutOff !== null) {
    const line = { ...statement, line: data.cutOff };
    remark(reading.hints, reading, line, 'text beyond column 72 is not part of the command');
  }
  return data.next;
}

function endStep(reading: Reading): void {
  const { step, file } = reading;
  if (step === null) return;
  reading.step = null;
  const joined = joinLines(step.input, file, step.name);
  for (const each of joined.problems) reading.problems.push(each);
  for (const each of joined.hints) reading.hints.push(each);
  for (const command of joined.commands) addCommand(reading, step, command.text, command.line, step.symbols);
}

/** With symbols in effect, a command that holds one is left out: its real text is not known. */
function addCommand(reading: Reading, step: Step, text: string, line: number, symbols: boolean): void {
  const symbol = symbols ? /&[A-Za-z@#$][A-Za-z0-9@#$]{0,7}/.exec(text) : null;
  if (symbol === null) {
    reading.commands.push({ text, file: reading.file, line, step: step.name });
  } else {
    const left = `the symbol ${symbol[0]} is not emulated; the command is left out`;
    reading.problems.push({ file: reading.file, line, text: left });
  }
}

function leaveOut(reading: Reading, statement: Statement, reason: string): void {
  // Never the parameters: a PARM may hold a password.
  const text = `//${statement.name} ${statement.operation}`;
  reading.notEmulated.push({ file: reading.file, line: statement.line, text, reason });
}

function remark(list: Remark[], reading: Reading, statement: { readonly line: number }, text: string): void {
  list.push({ file: reading.file, line: statement.line, text });
}
