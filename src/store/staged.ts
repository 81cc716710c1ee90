/**
 * Names of files that lie beside their place until they are whole, and what killed processes left under them.
 *
 * What stood in a place before, set aside as `...-old`, is somebody's own and never removed here.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { systemCode } from '../core/system-code.ts';

/** In milliseconds. */
const STRAY_AFTER = 60_000;

const STAGED = /^\.ringtool-(\d{1,10})-\d{1,10}$/;

/** The name of this process's `count`-th file of a folder. */
export function stagedName(folder: string, count: number): string {
  return join(folder, `.ringtool-${process.pid}-${count}`);
}

/** Removes what processes that are no more have staged here; it may hold a private key. */
export function clearStaged(folder: string): void {
  let names: string[];
  try {
    names = fs.readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const pid = STAGED.exec(name)?.[1];
    if (pid !== undefined && isGone(Number(pid)) && isOld(join(folder, name)))
      fs.rmSync(join(folder, name), { force: true });
  }
}

/** On a shared disk the process may live on another machine: what is fresh is left alone. */
function isOld(path: string): boolean {
  const stats = fs.lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > STRAY_AFTER;
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
}
