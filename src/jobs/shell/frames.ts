/**
 * Messages between a stand-in and the job that serves it: four bytes of length, big-endian, then JSON in UTF-8.
 *
 * Both ends are ours and sit on one machine; the bound keeps a stray program from filling the memory.
 */
import { RingtoolError } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';

const HEAD = 4;

/** What the job tells a stand-in: text to print, and at last how to end. */
export interface Reply {
  readonly out?: string;
  readonly err?: string;
  readonly exit?: number;
}

/** One message. Throws `core/limit` when it is too long. */
export function frame(message: unknown): Uint8Array {
  const body = Buffer.from(JSON.stringify(message));
  if (body.length > LIMITS.standInMessage) throw tooLong();
  const bytes = Buffer.allocUnsafe(HEAD + body.length);
  bytes.writeUInt32BE(body.length);
  body.copy(bytes, HEAD);
  return bytes;
}

/** Takes bytes as they come and gives the messages they complete. Throws `core/limit`, and for no JSON `jobs/bad-job`. */
export function frameReader(): (bytes: Uint8Array) => readonly unknown[] {
  let parts: Uint8Array[] = [];
  let held = 0;
  return (bytes) => {
    parts.push(bytes);
    held += bytes.length;
    const messages: unknown[] = [];
    let length = wanted(parts, held);
    while (length !== null && held >= HEAD + length) {
      const all = Buffer.concat(parts);
      messages.push(parsed(all.subarray(HEAD, HEAD + length)));
      const rest = all.subarray(HEAD + length);
      parts = rest.length === 0 ? [] : [rest];
      held = rest.length;
      length = wanted(parts, held);
    }
    return messages;
  };
}

/** Length of the message at the front; null before its head is there. */
function wanted(parts: Uint8Array[], held: number): number | null {
  if (held < HEAD) return null;
  if ((parts[0]?.length ?? 0) < HEAD) parts.splice(0, parts.length, Buffer.concat(parts));
  const length = Buffer.from(parts[0] ?? []).readUInt32BE();
  if (length > LIMITS.standInMessage) throw tooLong();
  return length;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw new RingtoolError('jobs/bad-job', 'a stand-in said something that cannot be read', { cause: error });
  }
}

function tooLong(): RingtoolError {
  return new RingtoolError(
    'core/limit',
    `a message to or from a stand-in has more than ${LIMITS.standInMessage} bytes`,
  );
}
