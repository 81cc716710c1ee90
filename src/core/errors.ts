/**
 * The one error class of ringtool: a broken promise, named by a code from a closed set.
 *
 * What an operator does wrong is a message (see `message.ts`), never an error.
 */

/** Every code a RingtoolError can carry, as `area/what`. */
export type ErrorCode =
  | 'core/bad-time-zone'
  | 'core/bad-instant'
  | 'core/bad-name'
  | 'core/limit'
  | 'store/absent'
  | 'store/corrupt'
  | 'store/newer'
  | 'store/locked'
  | 'store/read-only'
  | 'store/conflict'
  | 'store/io'
  | 'store/full'
  | 'store/exists'
  | 'x509/bad-der'
  | 'x509/bad-certificate'
  | 'x509/bad-request'
  | 'x509/bad-key'
  | 'x509/unsupported-algorithm'
  | 'pem/no-block'
  | 'pem/bad-base64'
  | 'pem/unknown-kind'
  | 'pkcs7/bad'
  | 'pkcs12/bad'
  | 'pkcs12/password'
  | 'pkcs12/no-password'
  | 'pkcs12/unsupported-algorithm'
  | 'pkcs12/too-many-iterations'
  | 'jobs/bad-job'
  | 'jobs/unset'
  | 'bundle/no-key'
  | 'bundle/incomplete-chain'
  | 'bundle/bad-value'
  | 'file/absent'
  | 'file/exists'
  | 'file/too-large'
  | 'file/unreadable'
  | 'file/not-written'
  | 'findings/unknown-rule'
  | 'findings/unknown-profile'
  | 'cli/usage'
  | 'internal/unreachable';

/**
 * A failure with a code, a plain sentence, and where possible the way out.
 *
 * `message` says what happened in one line, without secrets; `hint` says what to do about it;
 * `cause` keeps the error underneath.
 */
export class RingtoolError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'RingtoolError';
    this.code = code;
    this.hint = options.hint;
  }
}

/** True when `error` is a RingtoolError, and, when codes are given, carries one of them. */
export function isRingtoolError(error: unknown, ...codes: ErrorCode[]): error is RingtoolError {
  if (!(error instanceof RingtoolError)) return false;
  return codes.length === 0 || codes.includes(error.code);
}

/** Marks a branch that the types say cannot be reached; throws instead of guessing a default. */
export function unreachable(value: never): never {
  throw new RingtoolError('internal/unreachable', `unexpected value ${JSON.stringify(value)}`);
}
