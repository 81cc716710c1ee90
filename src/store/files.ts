/**
 * The file work of a store: bounded reads that follow no link, private files, and writes that last.
 *
 * Synchronous calls inside asynchronous functions: in a process this short they are the fastest.
 */
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { systemCode } from '../core/system-code.ts';
import { corrupt, storeFailure } from './failures.ts';
import { makeFolders } from './folders.ts';

const READ = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

/** Reads all of an open file; it may shrink or grow meanwhile, what counts is what was there. */
export function readDescriptor(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  while (at < size) {
    const count = fs.readSync(descriptor, bytes, at, size - at, at);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}

/** The text of a file in the store; null when there is none. */
export function readText(root: string, file: string, limit: number = LIMITS.certificateFile): string | null {
  let descriptor: number;
  try {
    descriptor = fs.openSync(join(root, file), READ);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw storeFailure(error, file, 'read');
  }
  try {
    const { size } = regular(descriptor, file);
    if (size > limit) throw corrupt(file, 'is larger than such a file can be');
    return readDescriptor(descriptor, size).toString('utf8');
  } catch (error) {
    throw storeFailure(error, file, 'read');
  } finally {
    fs.closeSync(descriptor);
  }
}

function regular(descriptor: number, file: string): fs.Stats {
  const stats = fs.fstatSync(descriptor);
  if (stats.isDirectory()) throw corrupt(file, 'is a folder');
  if (!stats.isFile()) throw corrupt(file, 'is not a regular file');
  return stats;
}

/** Size of a file to be added to; 0 when there is none yet. Anything but a plain file is refused. */
export function sizeOf(root: string, file: string): number {
  const stats = fs.lstatSync(join(root, file), { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isFile()) throw corrupt(file, 'is not a regular file');
  return stats.size;
}

/** Names in a folder of the store, sorted; none when there is no such folder. */
export function listFolder(root: string, folder: string): string[] {
  try {
    return fs.readdirSync(join(root, folder)).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw storeFailure(error, folder, 'read');
  }
}

export function removeFile(root: string, file: string): void {
  try {
    fs.unlinkSync(join(root, file));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw storeFailure(error, file, 'write');
  }
}

export function makeFolder(root: string, folder: string): void {
  try {
    makeFolders(join(root, folder), 0o700);
  } catch (error) {
    throw storeFailure(error, folder, 'write');
  }
}

/**
 * Throws `store/corrupt` when something else than a folder stands in its place: through a link, a store would
 * write and delete outside itself. A folder that is not there yet is fine.
 */
export function requireOwnFolder(root: string, folder: string): void {
  if (folder === '.') return;
  requireOwnFolder(root, dirname(folder));
  const stats = fs.lstatSync(join(root, folder), { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return;
  const what = stats.isSymbolicLink() ? 'a link' : 'no folder';
  throw new RingtoolError('store/corrupt', `${folder} in the store is ${what}; nothing is read or written through it`, {
    hint: 'put the folder itself in its place, for example from a backup',
  });
}

/** Throws when `folder`, or what stands in its place above, may not be written to. */
export function requireWritable(root: string, folder: string): void {
  for (let at = folder; ; at = dirname(at)) {
    try {
      fs.accessSync(join(root, at), fs.constants.W_OK | fs.constants.X_OK);
      return;
    } catch (error) {
      if (systemCode(error) !== 'ENOENT' || at === '.') throw storeFailure(error, at, 'write');
    }
  }
}

/** A file of the store that is still open for writing. */
export interface OpenFile {
  readonly file: string;
  readonly descriptor: number;
}

/**
 * Puts files and folders on the disk itself, several at a time: a file system gathers neighbouring requests
 * into one write of its own journal. What is open is closed, whatever happens.
 */
export async function synchronise(
  root: string,
  files: Iterable<string | OpenFile>,
  folders: Iterable<string>,
): Promise<void> {
  const waiting: { readonly file: string | OpenFile; readonly folder: boolean }[] = [];
  for (const file of files) waiting.push({ file, folder: false });
  for (const file of folders) waiting.push({ file, folder: true });
  // Windows can neither open nor flush a folder.
  const todo = process.platform === 'win32' ? waiting.filter((each) => !each.folder) : waiting;
  const worker = async (): Promise<void> => {
    for (let next = todo.pop(); next !== undefined; next = todo.pop())
      await synchroniseOne(root, next.file, next.folder);
  };
  try {
    await Promise.all([worker(), worker(), worker(), worker()]);
  } finally {
    // After a failure the others are not waited for any more.
    for (const { file } of todo.splice(0)) if (typeof file !== 'string') fs.closeSync(file.descriptor);
  }
}

function synchroniseOne(root: string, given: string | OpenFile, folder: boolean): Promise<void> {
  const file = typeof given === 'string' ? given : given.file;
  return new Promise((resolve, reject) => {
    let descriptor: number;
    try {
      const flags = folder ? fs.constants.O_RDONLY : fs.constants.O_RDWR;
      descriptor = typeof given === 'string' ? fs.openSync(join(root, file), flags) : given.descriptor;
    } catch (error) {
      // Removed again since: nothing to keep.
      if (systemCode(error) === 'ENOENT') resolve();
      else reject(storeFailure(error, file, 'write'));
      return;
    }
    fs.fsync(descriptor, (error) => {
      fs.closeSync(descriptor);
      if (error) reject(storeFailure(error, file, 'write'));
      else resolve();
    });
  });
}
