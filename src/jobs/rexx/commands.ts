/**
 * Commands: which environment takes them, what becomes of their lines, and RC.
 *
 * z/OS TSO/E REXX Reference, "Host commands and host command environments" and "OUTTRAP".
 */
import type { Answer } from '../carrier.ts';
import { LIMITS } from '../../core/limits.ts';
import { upper } from './characters.ts';
import type { Exec, Frame, OutTrap, Run } from './exec.ts';
import { Fault, Raised, Stop } from './faults.ts';
import { runHostCommand } from './host-commands.ts';
import { referenceByName, write } from './references.ts';

/** Runs a command in `environment` and sets RC; throws `Raised` for ERROR and FAILURE when they are trapped. */
export function* runCommand(exec: Exec, frame: Frame, environment: string, text: string): Run<void> {
  if (environment.length > 8) throw new Fault(29);
  const name = upper(environment);
  if (name !== 'TSO' && name !== 'MVS') {
    throw new Stop(`ADDRESS ${name} is not emulated; only commands of TSO are`);
  }
  if (text.length > LIMITS.commandLength) {
    throw new Stop(`the command is longer than ${LIMITS.commandLength} characters`);
  }
  const { line, file } = exec;
  for (const unset of exec.unsetIn(text)) {
    const hint = `${unset.name} has no value and stands for its own name`;
    yield { kind: 'hint', remark: { file, line: unset.line, text: hint } };
  }
  let code = yield* runHostCommand(exec, frame, text);
  if (code === null && name === 'MVS') throw new Stop('ADDRESS MVS takes commands of REXX only, and this is none');
  if (code === null && text.trim() === '') code = 0;
  if (code === null) {
    exec.spendCommand();
    const trapped = exec.outTrap !== null;
    const reply = yield { kind: 'command', command: { text, file, line, step: null }, trapped };
    const answer =
      reply !== null && reply !== undefined && 'returnCode' in reply ? reply : { returnCode: 0, lines: [] };
    if (exec.outTrap !== null) keepLines(exec, frame, exec.outTrap, answer.lines);
    code = isNotFound(answer) ? NOT_FOUND : answer.returnCode;
  }
  frame.variables.set('RC', String(code));
  if (code === 0) return;
  const condition = code < 0 && frame.traps.has('FAILURE') ? 'FAILURE' : 'ERROR';
  if (frame.traps.has(condition)) throw new Raised(condition, text);
}

/** RC of a command that TSO does not know, whatever code the answer has. */
const NOT_FOUND = -3;

/** IKJ56500I, or IKJ56621I for what cannot be a name; with PROFILE NOMSGID the ids are not there. */
function isNotFound({ returnCode, lines }: Answer): boolean {
  return (
    returnCode !== 0 &&
    /^(?:IKJ56500I )?COMMAND \S+ NOT FOUND$|^(?:IKJ56621I )?INVALID COMMAND NAME SYNTAX$/.test(lines[0] ?? '')
  );
}

/** Stores lines and counts as variables of the routine that runs the command. */
function keepLines(exec: Exec, frame: Frame, trap: OutTrap, lines: readonly string[]): void {
  const put = (end: string | number, value: string | number): void =>
    write(exec, frame, referenceByName(`${trap.name}${end}`), String(value));
  if (!trap.append) trap.stored = trap.trapped = trap.skipped = 0;
  for (const line of lines) {
    exec.spend(1);
    trap.trapped++;
    if (trap.skipped < trap.skip) trap.skipped++;
    else if (trap.stored < trap.most) put(++trap.stored, line);
  }
  put('0', trap.stored);
  put('MAX', trap.most);
  put('TRAPPED', trap.trapped);
  put('CON', trap.append ? 'CONCAT' : 'NOCONCAT');
  put('SKIPPED', trap.skipped);
  put('SKIPAMT', trap.skip);
}
