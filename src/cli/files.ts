/** Files of the user's own: written all or none, never over another without `--force`. */
import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { RingtoolError } from '../core/errors.ts';
import { systemCode } from '../core/system-code.ts';
import { makeFolders } from '../store/folders.ts';
import { clearStaged, stagedName } from '../store/staged.ts';

export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** 0o600 for anything with a private key. */
  readonly mode: number;
}

/**
 * Throws `file/exists` naming those already there, unless `force`, and `file/not-written` for a place where no
 * file can go: a folder, a device.
 */
export function requireFree(files: readonly NewFile[], { force }: { readonly force: boolean }): void {
  const there = files.filter(({ path }) => isThere(path));
  const unfit = there.find(({ path }) => statSync(path, { throwIfNoEntry: false })?.isFile() === false);
  if (unfit !== undefined) throw notWritten(`nothing was written: ${unfit.path} is there and is not a file`);
  if (there.length > 0 && !force) {
    const names = there.map(({ path }) => path).join(', ');
    throw new RingtoolError('file/exists', `already there: ${names}`, { hint: '--force writes over them' });
  }
}

/**
 * Writes all of them or none: each first beside its place under a temporary name, then all renamed. What stood
 * there is kept aside until the last one is in its place, and put back when one cannot be placed.
 */
export function writeFiles(files: readonly NewFile[], options: { readonly force: boolean }): void {
  requireFree(files, options);
  const undo: (() => void)[] = [];
  const aside: string[] = [];
  try {
    const staged = files.map((file, index) => ({ path: file.path, name: stage(file, index, undo) }));
    for (const { path, name } of staged) {
      if (isThere(path)) {
        renameSync(path, `${name}-old`);
        aside.push(`${name}-old`);
        undo.push(() => renameSync(`${name}-old`, path));
      }
      renameSync(name, path);
      undo.push(() => rmSync(path));
    }
  } catch (cause) {
    const stuck = undo.reverse().filter((step) => !succeeds(step)).length;
    const outcome = stuck === 0 ? 'nothing was written' : 'files were left half written: look at what is there';
    throw notWritten(`${outcome} (${systemCode(cause)})`, cause);
  }
  for (const old of aside) rmSync(old);
}

/** True for a link that leads nowhere, too. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (cause) {
    throw notWritten(`nothing was written: ${path} cannot be looked at (${systemCode(cause)})`, cause);
  }
}

function succeeds(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

/** Writes one under a temporary name in its own folder, and says how to take that back. */
function stage({ path, bytes, mode }: NewFile, index: number, undo: (() => void)[]): string {
  const folder = dirname(path);
  const made = makeFolders(folder, 0o755);
  if (made !== undefined) undo.push(() => removeEmpty(folder, made));
  clearStaged(folder);
  const name = stagedName(folder, index);
  const descriptor = openSync(name, 'wx', mode);
  undo.push(() => rmSync(name, { force: true }));
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return name;
}

/** Takes back the folders from `folder` up to `top`, the first that was made. */
function removeEmpty(folder: string, top: string): void {
  for (let at = folder; at.length >= top.length; at = dirname(at)) rmdirSync(at);
}

function notWritten(what: string, cause?: unknown): RingtoolError {
  return new RingtoolError('file/not-written', what, { cause });
}
