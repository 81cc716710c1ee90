/** Functions on the TSO session. z/OS TSO/E REXX Reference, "TSO/E external functions". */
import { qualified } from '../allocation.ts';
import { upper } from '../characters.ts';
import { type Exec, readDataSet, type Run } from '../exec.ts';
import { Stop } from '../faults.ts';
import { wholeOf } from '../number.ts';
import { nameOf } from '../parsing.ts';
import { referenceByName } from '../references.ts';
import type { Arguments } from './arguments.ts';
import { type BuiltIns, of } from './built-in.ts';

/** Lines that OUTTRAP takes without a number: as many as it can count. */
const ALL = 999_999_999;

export const TSO: BuiltIns = {
  MSG: of(0, 1, (v, exec) => {
    const before = exec.messages;
    if (v.has(0)) exec.messages = onOff(v);
    return v.has(0) && exec.messages === 'OFF' ? told(exec, before) : before;
  }),
  MVSVAR: of(1, 2, (v, exec) => {
    const name = upper(v.text(0));
    return name === 'SYMDEF' ? outside(exec, upper(v.text(1)), `MVSVAR('SYMDEF')`) : outside(exec, name, 'MVSVAR');
  }),
  OUTTRAP: of(0, 4, outTrap),
  PROMPT: of(0, 1, (v, exec) => {
    const before = exec.prompting;
    if (v.has(0)) exec.prompting = onOff(v);
    return before;
  }),
  SYSDSN: of(1, 1, (v, exec) => sysdsn(exec, v.text(0))),
  SYSVAR: of(1, 1, (v, exec) => sysvar(exec, upper(v.text(0)))),
  USERID: of(0, 0, (_, exec) => upper(exec.surroundings.user)),
};

function onOff(v: Arguments): 'ON' | 'OFF' {
  const value = upper(v.text(0)).trim();
  if (value !== 'ON' && value !== 'OFF') throw v.wrong('neither ON nor OFF');
  return value;
}

function* told(exec: Exec, before: string): Run<string> {
  yield* exec.hintOnce("MSG('OFF') is noted, but messages are shown");
  return before;
}

function outTrap(v: Arguments, exec: Exec): string {
  const before = exec.outTrap?.name ?? 'OFF';
  if (!v.has(0)) return before;
  const name = upper(v.text(0)).trim();
  if (name === 'OFF') {
    exec.outTrap = null;
    return name;
  }
  referenceByName(`${name}0`);
  const given = v.text(1, '').trim();
  const most = given === '' || given === '*' ? ALL : wholeOf(given, 9);
  const way = upper(v.text(2, '')).trim();
  const skip = v.text(3, '').trim();
  const skipped = skip === '' ? 0 : wholeOf(skip, 9);
  if (most === null || most < 0 || skipped === null || skipped < 0) throw v.wrong('not a number of lines');
  if (!['', 'CONCAT', 'NOCONCAT'].includes(way)) throw v.wrong('neither CONCAT nor NOCONCAT');
  exec.outTrap = { name, most, append: way !== 'NOCONCAT', skip: skipped, stored: 0, trapped: 0, skipped: 0 };
  return name;
}

function sysvar(exec: Exec, name: string): string {
  const { user, prefix } = exec.surroundings;
  switch (name) {
    case 'SYSUID':
      return upper(user);
    case 'SYSPREF':
      return upper(prefix);
    case 'SYSENV':
      return 'BACK';
    case 'SYSISPF':
      return 'NOT ACTIVE';
    case 'SYSRACF':
      return 'AVAILABLE';
    case 'SYSICMD':
      return nameOf(exec.file);
    case 'SYSNEST':
      return 'NO';
    default:
      return outside(exec, name, 'SYSVAR');
  }
}

/** What only the system knows, as far as it is given from outside. */
function outside(exec: Exec, name: string, asked: string): string {
  const value = exec.surroundings.symbols.get(name);
  if (value === undefined) throw new Stop(`${asked} asks for ${name}, which is not known here (--set ${name}=VALUE)`);
  return value;
}

/** What SYSDSN says of a data set, by whether it is there. */
function* sysdsn(exec: Exec, text: string): Run<string> {
  const name = text.trim();
  if (name === '' || name === "''") return 'MISSING DATASET NAME';
  const whole = qualified(name, exec.surroundings.prefix);
  const [, dataSet = '', member] = /^([A-Z0-9@#$.-]+)(?:\(([A-Z0-9@#$]{1,8})\))?$/.exec(whole) ?? [];
  if (!/^[A-Z@#$][A-Z0-9@#$-]{0,7}(?:\.[A-Z@#$][A-Z0-9@#$-]{0,7})*$/.test(dataSet) || dataSet.length > 44) {
    return `INVALID DATASET NAME, ${name}`;
  }
  if ((yield* readDataSet(whole)) !== null) return 'OK';
  return member === undefined ? 'DATASET NOT FOUND' : 'MEMBER NOT FOUND';
}
