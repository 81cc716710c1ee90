/**
 * A member that is a file of a folder of procedures: a regular file, read with a bound, that lies in that folder.
 *
 * Others may have filled the folder: a pipe would keep us waiting, and a link might lead anywhere.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { RingtoolError } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';
import { systemCode } from '../../core/system-code.ts';

/** Opening never waits, and follows no link that came meanwhile. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The bytes of `file` in `folder`. Throws `file/unreadable` or `file/too-large`. */
export async function readMemberFile(folder: string, file: string): Promise<Uint8Array> {
  const path = join(folder, file);
  try {
    const real = await realpath(path);
    const around = await realpath(folder);
    if (!real.startsWith(around.endsWith(sep) ? around : around + sep)) {
      throw unreadable(path, 'is a link that leads out of its folder');
    }
    // Asked before it is opened: opening some devices does something.
    if (!(await stat(real)).isFile()) throw unreadable(path, 'is not a regular file');
    const handle = await open(real, READ);
    try {
      return await readAll(handle, path);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof RingtoolError) throw cause;
    throw unreadable(path, `cannot be read (${systemCode(cause)})`, cause);
  }
}

async function readAll(handle: FileHandle, path: string): Promise<Uint8Array> {
  const status = await handle.stat();
  if (!status.isFile()) throw unreadable(path, 'is not a regular file');
  // One byte more than there should be: then a file that grows is seen to.
  const buffer = Buffer.alloc(Math.min(status.size, LIMITS.commandFile) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  if (length < buffer.length) return new Uint8Array(buffer.buffer, buffer.byteOffset, length);
  throw new RingtoolError('file/too-large', `${path} is too large for a procedure: more than ${length - 1} bytes`);
}

function unreadable(path: string, why: string, cause?: unknown): RingtoolError {
  return new RingtoolError('file/unreadable', `${path} ${why}`, { cause });
}
