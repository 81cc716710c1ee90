/** Commands as people bring them, in a file or on standard input, as text. */
import { LIMITS } from '../core/limits.ts';
import { readUserFile } from '../store/user-file.ts';
import type { Io } from './io.ts';

/** Throws `file/...`. */
export function textOfFile(name: string): string {
  return decoded(readUserFile(name, LIMITS.commandFile));
}

/** Throws `file/...`. */
export function textOfInput(io: Io): string {
  return decoded(io.input(LIMITS.commandFile));
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
