/** basicConstraints (RFC 5280 4.2.1.9). */
import { fieldsOf, TAG } from '../../der/fields.ts';
import { booleanOf, smallInteger } from '../../der/primitives.ts';
import { derBoolean, derInteger, derSequence } from '../../der/writer.ts';
import { EXTENSION_OIDS } from '../oids.ts';
import { readExtension, type HasExtensions } from './find.ts';

/** Whether the subject is a certificate authority, and how many may follow it. */
export interface BasicConstraints {
  readonly cA: boolean;
  readonly pathLength: number | null;
}

/** The extension, or null when there is none. */
export function basicConstraints(holder: HasExtensions): BasicConstraints | null {
  return readExtension(holder, EXTENSION_OIDS.basicConstraints, 'basic constraints', (value) => {
    const fields = fieldsOf(value, 'the basic constraints');
    const flag = fields.optional(TAG.boolean);
    const length = fields.optional(TAG.integer);
    fields.done();
    return {
      cA: flag !== null && booleanOf(flag, 'the CA flag'),
      pathLength: length === null ? null : smallInteger(length, 'the path length'),
    };
  });
}

/** The extension value; FALSE is the default and is not written. */
export function encodeBasicConstraints({ cA, pathLength }: BasicConstraints): Uint8Array {
  return derSequence(...(cA ? [derBoolean(true)] : []), ...(pathLength === null ? [] : [derInteger(pathLength)]));
}
