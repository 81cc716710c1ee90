/**
 * The private folder of a run: stand-ins, their socket, and at times a copy of the script.
 *
 * A run that was killed leaves it behind, with whatever passwords stand in the script: the next run of the same user
 * removes it.
 */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemCode } from '../../core/system-code.ts';

const PREFIX = 'ringtool-run-';
const NAME = new RegExp(`^${PREFIX}[A-Za-z0-9]{6}$`);
/** Until then a run may not be listening yet. */
const YOUNG_MS = 60_000;
/** Folders looked at by one run; what is left is for the next. */
const MOST = 100;

/** The name of the socket in it. */
export const SOCKET = 'job';

/** Makes the folder of a new run, and removes those whose runs are gone. */
export async function makeRunFolder(): Promise<string> {
  const parent = shortFolder();
  const folder = mkdtempSync(join(parent, PREFIX));
  // Ages are told by the clock of the file system, which is that of all these folders.
  const { mtimeMs: now, uid } = lstatSync(folder);
  for (const name of namesIn(parent)) {
    const other = join(parent, name);
    if (isOld(other, now - YOUNG_MS, uid) && (await isDead(join(other, SOCKET)))) remove(other);
  }
  return folder;
}

/** A socket's path may have 104 characters (sun_path on macOS; 108 on Linux). */
function shortFolder(): string {
  const folder = tmpdir();
  return folder.length > 70 ? '/tmp' : folder;
}

function namesIn(parent: string): readonly string[] {
  try {
    return readdirSync(parent)
      .filter((name) => NAME.test(name))
      .slice(0, MOST);
  } catch {
    return [];
  }
}

/** A real folder of this user, untouched since `before`. */
function isOld(folder: string, before: number, user: number): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === user && found.mtimeMs < before;
}

/** Nobody listens there; where that cannot be told, somebody does. */
function isDead(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = connect(socket, () => {
      asked.destroy();
      resolve(false);
    });
    asked.on('error', (error) => resolve(['ECONNREFUSED', 'ENOENT'].includes(systemCode(error))));
  });
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another run was faster.
  }
}
