/** subjectKeyIdentifier (RFC 5280 4.2.1.2). */
import { createHash } from 'node:crypto';
import { octetsOf } from '../../der/primitives.ts';
import { derOctetString } from '../../der/writer.ts';
import { EXTENSION_OIDS } from '../oids.ts';
import { readExtension, type HasExtensions } from './find.ts';

/** The identifier, or null when there is no such extension. */
export function subjectKeyIdentifier(holder: HasExtensions): Uint8Array | null {
  return readExtension(holder, EXTENSION_OIDS.subjectKeyIdentifier, 'subject key identifier', (value) =>
    octetsOf(value, 'the subject key identifier'),
  );
}

/** Method 1 of the RFC: SHA-1 over the content of the key's BIT STRING. */
export function keyIdentifierFor(publicKeyBits: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha1').update(publicKeyBits).digest());
}

/** The extension value. */
export function encodeSubjectKeyIdentifier(identifier: Uint8Array): Uint8Array {
  return derOctetString(identifier);
}
