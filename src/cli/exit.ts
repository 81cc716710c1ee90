/**
 * Exit codes of the program itself.
 *
 * Emulated commands answer with TSO's codes. What judges (`audit`, `store check`) answers 0 or 1. A call that
 * cannot be understood is 2 everywhere, so that a script tells its own mistake from an answer; `audit` answers 2
 * as well for input that cannot be read or judged, which is neither clean nor found wanting.
 */
export const EXIT = {
  done: 0,
  /** Something was found: a finding at or above --fail-on, a problem of the store. */
  found: 1,
  /** The call itself is wrong: unknown option, missing argument. */
  usage: 2,
  /** Nothing was done: a file, a password, a store that is locked. */
  failed: 8,
  /** The store cannot be trusted, or ringtool has a fault. */
  severe: 12,
} as const;
