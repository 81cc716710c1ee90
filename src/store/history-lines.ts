/** The lines of the history from its end, read piece by piece however long the file or a line of it is. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { systemCode } from '../core/system-code.ts';
import { corrupt, storeFailure } from './failures.ts';
import { HISTORY_FILE } from './layout.ts';

const READ = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

const PIECE = 64 * 1024;

/** Bytes of a line: a hundred changes and the longest command stay far below. */
const LONGEST = 1024 * 1024;

/** Runs `work` on the open history; null when there is none. */
function withHistory<T>(root: string, work: (descriptor: number, size: number) => T): T | null {
  let descriptor: number;
  try {
    descriptor = fs.openSync(join(root, HISTORY_FILE), READ);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw storeFailure(error, HISTORY_FILE, 'read');
  }
  try {
    const stats = fs.fstatSync(descriptor);
    if (!stats.isFile()) throw corrupt(HISTORY_FILE, 'is not a regular file');
    return work(descriptor, stats.size);
  } catch (error) {
    throw storeFailure(error, HISTORY_FILE, 'read');
  } finally {
    fs.closeSync(descriptor);
  }
}

/** False when the last line has no end: it is being written, or was never finished. */
export function endsWhole(root: string): boolean {
  const last = withHistory(root, (descriptor, size) => {
    const byte = Buffer.alloc(1);
    return size === 0 || (fs.readSync(descriptor, byte, 0, 1, size - 1) === 1 && byte[0] === 0x0a);
  });
  return last ?? true;
}

/**
 * Tells `take` of each line, the last first, until it answers false. A line too long to be one is null; what
 * follows the last line end is no line.
 */
export function eachLineFromEnd(root: string, take: (line: string | null) => boolean): void {
  withHistory(root, (descriptor, size) => {
    // Pieces of the line whose start has not been reached, in order.
    let parts: Buffer[] = [];
    let length = 0;
    let whole = false;
    const keep = (part: Buffer): void => {
      length += part.length;
      if (length > LONGEST) parts = [];
      else parts.unshift(part);
    };
    const finish = (): boolean => {
      const line = length > LONGEST ? null : Buffer.concat(parts).toString('utf8');
      const wanted = whole ? take(line) : true;
      whole = true;
      parts = [];
      length = 0;
      return wanted;
    };
    for (let at = size; at > 0; ) {
      const piece = Buffer.alloc(Math.min(PIECE, at));
      at -= piece.length;
      fs.readSync(descriptor, piece, 0, piece.length, at);
      let end = piece.length;
      for (let line = piece.lastIndexOf(0x0a); line >= 0; line = line === 0 ? -1 : piece.lastIndexOf(0x0a, line - 1)) {
        keep(piece.subarray(line + 1, end));
        end = line;
        if (!finish()) return;
      }
      keep(piece.subarray(0, end));
    }
    finish();
  });
}
