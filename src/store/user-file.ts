/**
 * A file that a user has named, read with a bound on size and on patience.
 *
 * Whatever its name leads to: opening never waits, a device is refused, and what grows while it is read meets the
 * limit. A pipe is read as a file is (a shell makes one of `<(command)`), but not waited for when nobody writes.
 */
import * as fs from 'node:fs';
import { RingtoolError } from '../core/errors.ts';
import { systemCode } from '../core/system-code.ts';

const READ = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0) | (fs.constants.O_NOCTTY ?? 0);

/** How long a writer of a pipe may be silent, in milliseconds. */
const PATIENCE = 60_000;

export interface UserFileOptions {
  /** What messages call it; the path when not given. */
  readonly name?: string;
  /** A link is refused too: for names in a folder that others may have filled. */
  readonly noLink?: boolean;
  /** Only a regular file will do. */
  readonly noPipe?: boolean;
  /** How long a writer of a pipe may be silent, in milliseconds; a minute when not given. */
  readonly patience?: number;
}

/** All of a file of at most `limit` bytes. Throws `file/absent`, `file/unreadable` or `file/too-large`. */
export function readUserFile(path: string, limit: number, options: UserFileOptions = {}): Uint8Array {
  const name = options.name ?? path;
  const descriptor = open(path, name, options);
  try {
    const status = fs.fstatSync(descriptor);
    if (status.isDirectory()) throw folderInstead(name);
    if (!status.isFile() && (options.noPipe || !status.isFIFO())) throw unreadable(name, 'is not a regular file');
    if (status.size > limit) throw tooLarge(name, limit);
    const bytes = readAll(descriptor, name, status, limit, options.patience ?? PATIENCE);
    if (bytes.length === 0 && status.isFIFO()) throw unreadable(name, 'is a pipe that nobody has written to');
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch (error) {
    if (error instanceof RingtoolError) throw error;
    throw unreadable(name, `cannot be read (${systemCode(error)})`, error);
  } finally {
    fs.closeSync(descriptor);
  }
}

function open(path: string, name: string, { noLink = false }: UserFileOptions): number {
  try {
    return fs.openSync(path, READ | (noLink ? (fs.constants.O_NOFOLLOW ?? 0) : 0));
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new RingtoolError('file/absent', `there is no file ${name}`, { cause: error });
    }
    if (code === 'ELOOP') throw unreadable(name, noLink ? 'is a symbolic link' : 'is a link in a circle', error);
    if (code === 'EACCES' || code === 'EPERM') throw unreadable(name, 'may not be read', error);
    throw unreadable(name, `cannot be read (${code === '' ? 'not a proper name' : code})`, error);
  }
}

/** To the end, whatever the size was said to be: a pipe has none, and a file under /proc says 0. */
function readAll(descriptor: number, name: string, { size }: fs.Stats, limit: number, patience: number): Buffer {
  const parts: Buffer[] = [];
  for (let total = 0, silent = 0; ; ) {
    // One byte more than there should be: then the end is seen without another buffer.
    const part = Buffer.allocUnsafe(Math.max(65_536, size + 1 - total));
    let count: number;
    try {
      count = fs.readSync(descriptor, part, 0, part.length, null);
    } catch (error) {
      if (systemCode(error) !== 'EAGAIN' || silent >= patience) throw error;
      silent += PAUSE;
      Atomics.wait(SLEEP, 0, 0, PAUSE);
      continue;
    }
    if (count === 0) return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
    silent = 0;
    total += count;
    if (total > limit) throw tooLarge(name, limit);
    parts.push(part.subarray(0, count));
  }
}

const PAUSE = 10;
const SLEEP = new Int32Array(new SharedArrayBuffer(4));

function folderInstead(name: string): RingtoolError {
  return new RingtoolError('file/unreadable', `${name} is a folder`, { hint: 'name the files in it' });
}

function unreadable(name: string, why: string, cause?: unknown): RingtoolError {
  return new RingtoolError('file/unreadable', `${name} ${why}`, { cause });
}

function tooLarge(name: string, limit: number): RingtoolError {
  const most = limit < 1024 * 1024 ? `${limit} bytes` : `${Math.floor(limit / 1024 / 1024)} MiB`;
  return new RingtoolError('file/too-large', `${name} is larger than ${most}`);
}
