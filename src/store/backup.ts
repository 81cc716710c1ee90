/** A copy of a store at rest, complete and ready to be opened. */
import * as fs from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { RingtoolError } from '../core/errors.ts';
import { systemCode } from '../core/system-code.ts';
import { makeFolders, realPlace } from './folders.ts';
import { JOURNAL, LOCK } from './layout.ts';

function requireFree(root: string, to: string): void {
  const inside = relative(root, to);
  if (inside === '' || (!inside.startsWith('..') && resolve(root, inside) === to)) {
    throw new RingtoolError('file/not-written', 'a backup cannot lie inside the store it is of', {
      hint: 'name a folder somewhere else',
    });
  }
  try {
    if (fs.readdirSync(to).length === 0) return;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
  }
  throw new RingtoolError('store/exists', `${to} exists and is not an empty folder`, {
    hint: 'name a folder that does not exist yet',
  });
}

/** Copies files with their permissions. Throws for a link or a device. */
function copyFolder(from: string, to: string): void {
  fs.mkdirSync(to, { mode: 0o700 });
  for (const each of fs.readdirSync(from, { withFileTypes: true })) {
    if (each.isDirectory()) copyFolder(join(from, each.name), join(to, each.name));
    else if (each.isFile()) {
      fs.copyFileSync(join(from, each.name), join(to, each.name), fs.constants.COPYFILE_FICLONE);
    } else throw noPart(join(from, each.name));
  }
}

/** What a copy would leave out without a word. */
function noPart(path: string): RingtoolError {
  return new RingtoolError('store/corrupt', `${path} is a link or a device, which is no part of a store`, {
    hint: 'put the file or folder itself in its place',
  });
}

/** Copies everything but the lock and the journal; `commit` goes on counting in the copy. */
export function copyStore(root: string, to: string, commit: number): void {
  const target = resolve(to);
  // As they really lie: by another name, a store would be copied into itself.
  requireFree(fs.realpathSync(root), realPlace(target));
  // Complete under another name first: a backup that was interrupted must not look like one.
  const part = `${target}.part-${process.pid}`;
  try {
    makeFolders(dirname(target), 0o755);
    fs.mkdirSync(part, { mode: 0o700 });
    for (const each of fs.readdirSync(root, { withFileTypes: true })) {
      if (each.name === JOURNAL || each.name === LOCK) fs.mkdirSync(join(part, each.name), { mode: 0o700 });
      else if (each.isDirectory()) copyFolder(join(root, each.name), join(part, each.name));
      else if (each.isFile()) fs.copyFileSync(join(root, each.name), join(part, each.name));
      else throw noPart(join(root, each.name));
    }
    if (commit > 0) fs.writeFileSync(join(part, LOCK, `${commit}.free`), '', { mode: 0o600 });
    // Empty a moment ago; should it hold something by now, it is not ours to remove.
    if (fs.existsSync(target)) fs.rmdirSync(target);
    fs.renameSync(part, target);
  } catch (error) {
    fs.rmSync(part, { recursive: true, force: true });
    if (error instanceof RingtoolError) throw error;
    const code = systemCode(error);
    throw new RingtoolError(
      code === 'ENOSPC' ? 'store/full' : 'file/not-written',
      `cannot write the backup to ${target} (${code === '' ? 'unknown reason' : code})`,
      { hint: 'name a folder you may write to, with room enough', cause: error },
    );
  }
}
