/**
 * The streams of the process, read and written synchronously.
 *
 * `process.stdout` costs 5 ms to create; a file descriptor costs nothing. Results go to `out`, all else to `err`.
 */
import { fstatSync, readSync, writeSync } from 'node:fs';
import { RingtoolError } from '../core/errors.ts';
import { systemCode } from '../core/system-code.ts';
import { visible } from './visible.ts';

export interface Io {
  /** One line or several, without the last line end. */
  out(text: string): void;
  err(text: string): void;
  /**
   * What a job prints, as it comes, line ends and all: made safe for a terminal; for a file or another program, to
   * which it may be data, as it is. `bytes` are those it came in.
   */
  part(stream: 'out' | 'err', text: string, bytes?: Uint8Array): void;
  /** Advice: goes to standard error, unless `--quiet`. */
  hint(text: string): void;
  /** Bytes as they are. */
  outBytes(bytes: Uint8Array): void;
  /** Standard input to its end. Throws `file/too-large` beyond `limit` bytes. */
  input(limit: number): Uint8Array;
  /** True when standard input is a terminal: nobody has piped anything in. */
  readonly inputIsTerminal: boolean;
  readonly outputIsTerminal: boolean;
  /** True once the reader of our output has gone away. */
  readonly closed: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A character device that is not the null device; `tty.isatty` would load the network stack. */
function isTerminal(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor);
    const nullDevice = 0x103; // major 1, minor 3 on Linux; elsewhere the difference only costs a hint
    return status.isCharacterDevice() && status.rdev !== nullDevice;
  } catch {
    return false;
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

export function processIo({ quiet = false }: { readonly quiet?: boolean } = {}): Io {
  let closed = false;

  function write(descriptor: number, bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length && !(closed && descriptor === 1)) {
      try {
        at += writeSync(descriptor, bytes, at);
      } catch (error) {
        const code = systemCode(error);
        if (code === 'EAGAIN') pause(5);
        else if (code === 'EPIPE' || code === 'EBADF') {
          // The reader has gone (`| head`): the work is still done, only nobody listens.
          if (descriptor === 1) closed = true;
          return;
        } else
          throw new RingtoolError('file/not-written', `the output cannot be written (${code})`, {
            cause: error,
          });
      }
    }
  }

  return {
    out: (text) => write(1, Buffer.from(`${visible(text)}\n`)),
    err: (text) => write(2, Buffer.from(`${visible(text)}\n`)),
    part(stream, text, bytes) {
      const descriptor = stream === 'out' ? 1 : 2;
      write(descriptor, isTerminal(descriptor) ? Buffer.from(visible(text)) : (bytes ?? Buffer.from(text)));
    },
    hint: (text) => {
      if (!quiet) write(2, Buffer.from(`${visible(text)}\n`));
    },
    outBytes: (bytes) => write(1, bytes),
    input(limit) {
      const parts: Uint8Array[] = [];
      let total = 0;
      for (;;) {
        const part = Buffer.allocUnsafe(65_536);
        let count = 0;
        try {
          count = readSync(0, part, 0, part.length, null);
        } catch (error) {
          const code = systemCode(error);
          if (code === 'EAGAIN') {
            pause(5);
            continue;
          }
          if (code !== 'EOF' && code !== 'EBADF') {
            throw new RingtoolError('file/unreadable', `standard input cannot be read (${code})`, {
              cause: error,
            });
          }
        }
        if (count === 0) return Buffer.concat(parts);
        total += count;
        if (total > limit) {
          throw new RingtoolError('file/too-large', `standard input is larger than ${limit} bytes`);
        }
        parts.push(part.subarray(0, count));
      }
    },
    get inputIsTerminal() {
      return isTerminal(0);
    },
    get outputIsTerminal() {
      return isTerminal(1);
    },
    get closed() {
      return closed;
    },
    env: process.env,
  };
}
