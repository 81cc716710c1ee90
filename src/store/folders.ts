/** Folders made one level at a time: Node's own `recursive` never comes back where a file system refuses them. */
import * as fs from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { systemCode } from '../core/system-code.ts';

function isFolder(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Makes a folder and what is missing above it. Gives the topmost that was made, none when all were there. */
export function makeFolders(path: string, mode: number): string | undefined {
  const folder = resolve(path);
  if (isFolder(folder)) return undefined;
  const top = dirname(folder) === folder ? undefined : makeFolders(dirname(folder), mode);
  try {
    fs.mkdirSync(folder, { mode });
    return top ?? folder;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    // Made by another meanwhile, or a file.
    if (isFolder(folder)) return top;
    throw Object.assign(new Error(`${folder} is not a folder`, { cause: error }), { code: 'ENOTDIR' });
  }
}

/** True for a path that, links followed, is `folder` or lies in it. */
export function liesIn(folder: string, path: string): boolean {
  const way = relative(realPlace(folder), realPlace(path));
  return !isAbsolute(way) && way !== '..' && !/^\.\.[/\\]/.test(way);
}

/** Where a path really leads, links followed as far as it exists. */
export function realPlace(path: string): string {
  const full = resolve(path);
  try {
    return fs.realpathSync(full);
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(systemCode(error)) || dirname(full) === full) throw error;
    return resolve(realPlace(dirname(full)), full.slice(dirname(full).length).replace(/^[/\\]/, ''));
  }
}
