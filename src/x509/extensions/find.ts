/** Looking up one extension of a certificate or a request, and reading its value with a clear error. */
import { isRingtoolError, RingtoolError } from '../../core/errors.ts';
import type { Extension } from '../certificate.ts';
import { readDer, type DerValue } from '../../der/reader.ts';

/** Anything that carries extensions. */
export interface HasExtensions {
  readonly extensions: readonly Extension[];
}

/** The extension of this identifier, or null. */
export function findExtension(holder: HasExtensions, oid: string): Extension | null {
  return holder.extensions.find((extension) => extension.oid === oid) ?? null;
}

/** Reads the value of an extension when there is one; an unreadable value is x509/bad-certificate. */
export function readExtension<T>(
  holder: HasExtensions,
  oid: string,
  what: string,
  read: (value: DerValue) => T,
): T | null {
  const extension = findExtension(holder, oid);
  if (extension === null) return null;
  try {
    return read(readDer(extension.value));
  } catch (cause) {
    if (!(cause instanceof RingtoolError)) throw cause;
    throw new RingtoolError('x509/bad-certificate', `the ${what} extension cannot be read: ${cause.message}`, {
      cause,
    });
  }
}

/** What `read` gives; null for an extension that cannot be read, where that is no reason to stop. */
export function unlessUnreadable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isRingtoolError(error, 'x509/bad-certificate')) return null;
    throw error;
  }
}
