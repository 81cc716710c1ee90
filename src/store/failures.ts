/** What went wrong with the files of a store, by name and with the way out. */
import { RingtoolError } from '../core/errors.ts';
import { systemCode } from '../core/system-code.ts';

/** A file of the store does not hold what it must. Never quotes the content: it may be a private key. */
export function corrupt(file: string, what: string): RingtoolError {
  return new RingtoolError('store/corrupt', `the store's file ${file} ${what}`, {
    hint: 'see what is wrong with: ringtool store check; mend what can be mended with: ringtool store check --repair',
  });
}

/** A system error met while reading or writing `file`, as an error of the store. */
export function storeFailure(error: unknown, file: string, doing: 'read' | 'write'): unknown {
  if (error instanceof RingtoolError) return error;
  const code = systemCode(error);
  switch (code) {
    case '':
      return error;
    case 'ENOSPC':
    case 'EDQUOT':
      return new RingtoolError('store/full', `no room left for the store's file ${file}`, {
        hint: 'free some space and run the command again; the store is as it was',
        cause: error,
      });
    case 'EROFS':
      return readOnly(file, error);
    case 'EACCES':
    case 'EPERM':
      if (doing === 'write') return readOnly(file, error);
      return new RingtoolError('store/io', `the store's file ${file} may not be read`, {
        hint: 'the files of a store belong to one user; run as that user, or name another store with --store',
        cause: error,
      });
    case 'ELOOP':
      return corrupt(file, 'is a symbolic link');
    case 'EISDIR':
      return corrupt(file, 'is a folder');
    case 'ENOTDIR':
      return corrupt(file, 'lies in something that is not a folder');
    default:
      return new RingtoolError('store/io', `cannot ${doing} the store's file ${file} (${code})`, { cause: error });
  }
}

function readOnly(file: string, cause: unknown): RingtoolError {
  return new RingtoolError('store/read-only', `the store may not be written to (${file})`, {
    hint: 'run as the user the store belongs to, or name another store with --store',
    cause,
  });
}
