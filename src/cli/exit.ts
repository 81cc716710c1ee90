/**
 * Exit codes of the program itself.
 *
 * Emulated commands answer with TSO's codes, audits with 0, 1 or 2; a call that cannot be understood is 2
 * everywhere, so that a script tells its own mistake from an answer.
 */
export const EXIT = {
  done: 0,
  /** The call itself is wrong: unknown option, missing argument. */
  usage: 2,
  /** Nothing was done: a file, a password, a store that is locked. */
  failed: 8,
  /** The store cannot be trusted, or ringtool has a fault. */
  severe: 12,
} as const;
