/** Trying a command again when another commit came between its reading and its writing. */
import { isRingtoolError } from '../core/errors.ts';

/** Commits of others that one command gives way to before it gives up. */
const ATTEMPTS = 50;
/** Longest pause before another attempt, in milliseconds. */
const LONGEST_PAUSE = 20;

/**
 * Runs `once` until it does not end with `store/conflict`. The pauses are of random length and grow, so that
 * several processes that sign with one key do not keep getting in each other's way.
 */
export async function untilCommitted<T>(once: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await once();
    } catch (error) {
      if (!isRingtoolError(error, 'store/conflict') || attempts >= ATTEMPTS) throw error;
    }
    const pause = Math.random() * Math.min(attempts, LONGEST_PAUSE);
    await new Promise((resume) => setTimeout(resume, pause));
  }
}
