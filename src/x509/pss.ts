/** The parameters of an RSASSA-PSS signature (RFC 4055 3.1). */
import { RingtoolError } from '../core/errors.ts';
import { fieldsOf, onlyChild } from '../der/fields.ts';
import { oidOf, smallInteger } from '../der/primitives.ts';
import { readDer, type DerValue } from '../der/reader.ts';

const DIGESTS: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

const MGF1 = '1.2.840.113549.1.1.8';

/** Digest and salt length, or null when they are not of the kind `node:crypto` can check. */
export function pssParameters(
  parameters: Uint8Array | null,
): { readonly digest: string; readonly saltLength: number } | null {
  if (parameters === null) return null;
  try {
    const fields = fieldsOf(readDer(parameters), 'the PSS parameters');
    const hash = fields.optional(0xa0);
    const mask = fields.optional(0xa1);
    const salt = fields.optional(0xa2);
    const trailer = fields.optional(0xa3);
    fields.done();
    const digest = hash === null ? 'sha1' : digestOf(onlyChild(hash, 'the hash'));
    const maskDigest = mask === null ? 'sha1' : maskDigestOf(onlyChild(mask, 'the mask function'));
    const saltLength = salt === null ? 20 : smallInteger(onlyChild(salt, 'the salt length'), 'the salt length');
    if (trailer !== null && smallInteger(onlyChild(trailer, 'the trailer'), 'the trailer') !== 1) return null;
    // node:crypto masks with the digest of the message and takes no other.
    if (digest === undefined || digest !== maskDigest || saltLength < 0) return null;
    return { digest, saltLength };
  } catch (error) {
    if (error instanceof RingtoolError) return null;
    throw error;
  }
}

function digestOf(algorithm: DerValue): string | undefined {
  return DIGESTS.get(oidOf(fieldsOf(algorithm, 'the hash').next('identifier'), 'the hash'));
}

function maskDigestOf(algorithm: DerValue): string | undefined {
  const fields = fieldsOf(algorithm, 'the mask function');
  if (oidOf(fields.next('identifier'), 'the mask function') !== MGF1) return undefined;
  return digestOf(fields.next('hash'));
}
