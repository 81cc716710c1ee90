/**
 * Stand-ins as files: small scripts that call this program, to be found on the PATH before what they stand for.
 */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAND_INS } from './calls.ts';

/** The line by which one of ours is known again. */
export const MARK = '# A stand-in of ringtool';

/** Names the socket of the job that runs; stand-ins outside of a job do without. */
export const JOB_VARIABLE = 'RINGTOOL_JOB';

/**
 * The text of a stand-in. `program` is how this program is called. With a `socket` it belongs to one job and says
 * so itself: a script that clears its environment must not reach the store behind the job's back.
 */
export function standInText(name: string, program: readonly string[], socket: string | null): string {
  const job = socket === null ? '' : `${JOB_VARIABLE}=${quoted(socket)}\nexport ${JOB_VARIABLE}\n`;
  const called = [...program, 'stand-in', name, '--'].map(quoted).join(' ');
  return `#!/bin/sh\n${MARK} for ${name}.\n${job}exec ${called} "$@"\n`;
}

/** Writes all of them into `folder` for the job that listens on `socket`. */
export function writeStandIns(folder: string, program: readonly string[], socket: string): void {
  for (const name of STAND_INS) {
    const file = join(folder, name);
    writeFileSync(file, standInText(name, program, socket), { mode: 0o700, flag: 'wx' });
    chmodSync(file, 0o700);
  }
}

/** A word as the shell takes it literally. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
