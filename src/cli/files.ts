/** Files of the user's own: read with a bound, written all or none, never over another without `--force`. */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { RingtoolError } from '../core/errors.ts';

export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** 0o600 for anything with a private key. */
  readonly mode: number;
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? 'unknown');

/** The content of a file of at most `limit` bytes. */
export function readBounded(path: string, limit: number): Uint8Array {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (cause) {
    const absent = codeOf(cause) === 'ENOENT';
    throw new RingtoolError(
      absent ? 'file/absent' : 'file/unreadable',
      absent ? `there is no file ${path}` : `${path} cannot be read (${codeOf(cause)})`,
      { cause },
    );
  }
  try {
    const status = fstatSync(descriptor);
    if (status.isDirectory()) throw new RingtoolError('file/unreadable', `${path} is a folder`);
    if (status.size > limit) throw tooLarge(path, limit);
    // Read by hand: a pipe or a file under /proc says it has no size.
    const parts: Uint8Array[] = [];
    for (let total = 0; ; ) {
      const part = Buffer.allocUnsafe(Math.max(65_536, Math.min(status.size + 1, limit)));
      const count = readSync(descriptor, part, 0, part.length, null);
      if (count === 0) return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
      total += count;
      if (total > limit) throw tooLarge(path, limit);
      parts.push(part.subarray(0, count));
    }
  } catch (cause) {
    if (cause instanceof RingtoolError) throw cause;
    throw new RingtoolError('file/unreadable', `${path} cannot be read (${codeOf(cause)})`, { cause });
  } finally {
    closeSync(descriptor);
  }
}

function tooLarge(path: string, limit: number): RingtoolError {
  return new RingtoolError('file/too-large', `${path} is larger than ${Math.floor(limit / 1024 / 1024)} MiB`);
}

/**
 * Writes all of them or none: each first beside its place under a temporary name, then all renamed.
 * Throws `file/exists` naming those already there, unless `force`.
 */
export function writeFiles(files: readonly NewFile[], options: { readonly force: boolean }): void {
  const there = files.filter(({ path }) => existsSync(path)).map(({ path }) => path);
  if (there.length > 0 && !options.force) {
    throw new RingtoolError('file/exists', `already there: ${there.join(', ')}`, { hint: '--force writes over them' });
  }
  const temporary = new Map<string, string>();
  const placed: string[] = [];
  try {
    for (const { path, bytes, mode } of files) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
      const name = join(dirname(path), `.ringtool-${process.pid}-${temporary.size}`);
      const descriptor = openSync(name, 'wx', mode);
      temporary.set(path, name);
      try {
        writeSync(descriptor, bytes);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    }
    for (const [path, name] of temporary) {
      renameSync(name, path);
      if (!there.includes(path)) placed.push(path);
    }
  } catch (cause) {
    for (const path of [...temporary.values(), ...placed]) rmSync(path, { force: true });
    throw new RingtoolError('file/not-written', `nothing was written: ${codeOf(cause)}`, { cause });
  }
}
