/** All built-in functions, and how one is called. */
import type { Exec, Frame, Run } from '../exec.ts';
import { Fault, Stop } from '../faults.ts';
import { Arguments } from './arguments.ts';
import type { BuiltIns } from './built-in.ts';
import { CONVERSIONS } from './conversions.ts';
import { DATES } from './dates.ts';
import { NUMBERS } from './numbers.ts';
import { STATE } from './state.ts';
import { STRINGS } from './strings.ts';
import { TSO } from './tso.ts';
import { WORDS } from './words.ts';

const ALL: BuiltIns = { ...STRINGS, ...WORDS, ...NUMBERS, ...CONVERSIONS, ...DATES, ...STATE, ...TSO };

/** Functions of z/OS that are not here. */
const NOT_EMULATED: ReadonlySet<string> = new Set([
  ...['DBCJUSTIFY', 'EXTERNALS', 'GETMSG', 'IPCS', 'LISTDSI', 'SETLANG', 'STORAGE', 'SYSCPUS', 'TRAPMSG', 'SYSCALLS'],
  ...['DBADJUST', 'DBBRACKET', 'DBCENTER', 'DBLEFT', 'DBRIGHT', 'DBRLEFT', 'DBRRIGHT', 'DBTODBCS', 'DBTOSBCS'],
  ...['DBUNBRACKET', 'DBVALIDATE', 'DBWIDTH'],
]);

/** Functions of other systems that are taken for those of z/OS. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  UPPER: 'TRANSLATE(text) gives upper case',
  LOWER: 'TRANSLATE with two tables gives lower case',
  CHANGESTR: 'TSO/E REXX does not have it',
  COUNTSTR: 'TSO/E REXX does not have it',
  STREAM: 'EXECIO reads and writes data sets',
  LINEIN: 'EXECIO reads data sets',
  LINEOUT: 'EXECIO writes data sets',
};

/** Calls a built-in function; any other routine is outside this exec. */
export function* callBuiltIn(
  exec: Exec,
  frame: Frame,
  name: string,
  values: readonly (string | undefined)[],
): Run<string> {
  const found = Object.hasOwn(ALL, name) ? ALL[name] : undefined;
  if (found === undefined) {
    if (NOT_EMULATED.has(name)) throw new Stop(`the function ${name} is not emulated`);
    const advice = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined;
    if (advice !== undefined) throw new Fault(43, `${name} (${advice})`);
    throw new Stop(`the routine ${name.slice(0, 250)} is no part of this exec; routines outside are not emulated`);
  }
  const { least, most } = found;
  if (values.length < least || values.length > most) {
    throw new Fault(40, `${name} takes ${least === most ? least : `${least} to ${most}`} values`);
  }
  for (const value of values) exec.spend((value?.length ?? 0) / 64);
  const result = found.run(new Arguments(name, values, frame.digits), exec, frame);
  return exec.bounded(typeof result === 'string' ? result : yield* result);
}
