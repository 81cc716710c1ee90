/** How much deriving a package of somebody else may ask for, counted before it is done. */
import { RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';

/** Counts iterations over all parts of one package. */
export interface Work {
  /** Throws `pkcs12/too-many-iterations`, naming what asks for them, when `links` more would pass the limit. */
  charge(links: number, what: string): void;
  /** The same without counting, for what is known to come. */
  check(links: number, what: string): void;
}

/**
 * A fresh account.
 *
 * The limit holds for the sum, since a file may have a thousand bags: ten million take three seconds or so,
 * whether by PBKDF2 or by the chain of PKCS #12. Today's tools write 600,000 for each of three parts.
 */
export function newWork(): Work {
  let done = 0;
  const check = (links: number, what: string): void => {
    if (done + links >= LIMITS.pkcs12Iterations) {
      throw new RingtoolError(
        'pkcs12/too-many-iterations',
        `the package asks for more key derivation than is reasonable (${what})`,
        {
          hint: `ringtool does the work of ${LIMITS.pkcs12Iterations} iterations over all parts and all spellings of a password; have the package written with fewer, such as 10000`,
        },
      );
    }
  };
  return {
    check,
    charge: (links, what) => {
      check(links, what);
      done += links;
    },
  };
}
