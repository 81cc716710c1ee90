/**
 * ALLOC and FREE, as far as EXECIO needs them: a data set gets a DD name.
 *
 * z/OS TSO/E Command Reference, "ALLOCATE" and "FREE". An allocation without a data set that is named here (SYSOUT,
 * PATH, a new temporary one) goes to TSO like any other command.
 */
import { closeFile } from './execio.ts';
import { upper } from './characters.ts';
import { type Exec, type Run, readDataSet } from './exec.ts';

const FILE = /\b(?:FI|FILE|F|DD|DDN|DDNAME)\s*\(\s*([A-Z@#$][A-Z0-9@#$]{0,7})\s*\)/;
const DATA_SET = /\b(?:DA|DATASET|DS|DSN|DSNAME)\s*\(\s*('[^']*'|[^\s()']+(?:\([^\s()]*\))?)\s*\)/;

/** The fully qualified name of a data set as a command has it. */
export function qualified(name: string, prefix: string): string {
  const quoted = /^'(.*)'$/.exec(name);
  if (quoted !== null) return upper(quoted[1] ?? '').trim();
  return upper(prefix === '' ? name : `${prefix}.${name}`);
}

/** Null when it is for TSO; 12 when the data set is to be old and there is none. */
export function* allocate(exec: Exec, text: string): Run<number | null> {
  const command = upper(text);
  const file = FILE.exec(command)?.[1];
  const dataSet = DATA_SET.exec(command)?.[1];
  if (file === undefined || dataSet === undefined || dataSet.startsWith('*')) return null;
  const name = qualified(dataSet, exec.surroundings.prefix);
  const isNew = /\b(?:NEW|MOD)\b/.test(command);
  if (!isNew && (yield* readDataSet(name)) === null) {
    yield* exec.hintOnce(`${name} is not there to be allocated; RC is 12`);
    return 12;
  }
  if (exec.files.has(file) && !/\bREU(?:SE)?\b/.test(command)) {
    yield* exec.hintOnce(`${file} is allocated already, and REUSE is not said; RC is 12`);
    return 12;
  }
  const append = /\bMOD\b/.test(command);
  exec.files.set(file, { dataSet: name, append, reading: null, writing: null });
  return 0;
}

/** Null when it is for TSO. */
export function* free(exec: Exec, text: string): Run<number | null> {
  const name = FILE.exec(upper(text))?.[1] ?? '';
  const file = exec.files.get(name);
  if (file === undefined) return null;
  exec.files.delete(name);
  return yield* closeFile(exec, file);
}
