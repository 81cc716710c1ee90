/** authorityKeyIdentifier (RFC 5280 4.2.1.1). */
import { fieldsOf } from '../../der/fields.ts';
import { contentOf } from '../../der/reader.ts';
import { derContext, derSequence } from '../../der/writer.ts';
import { generalNamesOf, type GeneralName } from '../general-name.ts';
import { EXTENSION_OIDS } from '../oids.ts';
import { readExtension, type HasExtensions } from './find.ts';

/** What points at the issuer's key. */
export interface AuthorityKeyIdentifier {
  readonly keyIdentifier: Uint8Array | null;
  readonly issuer: readonly GeneralName[] | null;
  /** Serial of the issuer's certificate, upper-case hexadecimal. */
  readonly serial: string | null;
}

/** The extension, or null when there is none. */
export function authorityKeyIdentifier(holder: HasExtensions): AuthorityKeyIdentifier | null {
  return readExtension(holder, EXTENSION_OIDS.authorityKeyIdentifier, 'authority key identifier', (value) => {
    const fields = fieldsOf(value, 'the authority key identifier');
    const key = fields.optional(0x80);
    const issuer = fields.optional(0xa1);
    const serial = fields.optional(0x82);
    fields.done();
    return {
      keyIdentifier: key === null ? null : contentOf(key),
      issuer: issuer === null ? null : generalNamesOf(issuer, 'the issuer of the authority key identifier', 0xa1),
      serial: serial === null ? null : Buffer.from(contentOf(serial)).toString('hex').toUpperCase(),
    };
  });
}

/** The extension value in the form RACDCERT writes: the key identifier alone. */
export function encodeAuthorityKeyIdentifier(keyIdentifier: Uint8Array): Uint8Array {
  return derSequence(derContext(0, false, keyIdentifier));
}
