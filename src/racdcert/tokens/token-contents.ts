/**
 * What lies in a token: certificates that were bound, secure keys made there, and what other programs have put there.
 *
 * RACF Security Administrator's Guide, "RACF and z/OS PKCS #11 tokens".
 */
import { createHash } from 'node:crypto';
import type { TokenEntry, TokenObject } from '../../core/entities.ts';
import { isRingtoolError, RingtoolError } from '../../core/errors.ts';
import { parseCertificate, type Certificate } from '../../x509/certificate.ts';

/** A certificate in a token, with the objects of its keys. */
export type BoundCertificate = Extract<TokenObject, { type: 'certificate' }>;
/** A secure key in a token. */
export type TokenKey = Extract<TokenObject, { type: 'key' }>;

/** In order of their numbers. */
export function certificatesIn({ objects }: TokenEntry): readonly BoundCertificate[] {
  return objects.filter((object) => object.type === 'certificate').sort((a, b) => a.number - b.number);
}

export function keysIn({ objects }: TokenEntry): readonly TokenKey[] {
  return objects.filter((object) => object.type === 'key');
}

/** The secure key of the token that a bound certificate is linked with; null for one with a copy, or with none. */
export function linkedKey(token: TokenEntry, { keyId }: BoundCertificate): TokenKey | null {
  return keysIn(token).find((key) => key.keyId === keyId) ?? null;
}

/** The store's id for the copy of a private key that belongs to certificate `number` of the token. */
export function copiedKeyId(token: string, number: number, der: Uint8Array): string {
  return createHash('sha256').update(`token ${token} ${number}\n`).update(der).digest('hex');
}

/** The token with `bound`, which takes the place of the certificate of the same number; one is the default at most. */
export function withCertificate(token: TokenEntry, bound: BoundCertificate): TokenEntry {
  const known = token.objects.some((object) => object.type === 'certificate' && object.number === bound.number);
  const objects = known ? token.objects : [...token.objects, bound];
  return {
    ...token,
    lastNumber: Math.max(token.lastNumber, bound.number),
    objects: objects.map((object) => {
      if (object.type !== 'certificate') return object;
      if (object.number === bound.number) return bound;
      return bound.default ? { ...object, default: false } : object;
    }),
  };
}

/** The token without these objects. */
export function withoutObjects(token: TokenEntry, gone: readonly TokenObject[]): TokenEntry {
  return { ...token, objects: token.objects.filter((object) => !gone.includes(object)) };
}

/** A certificate of a token, read; one that cannot be is named. Throws x509/bad-certificate. */
export function boundCertificateOf(token: Pick<TokenEntry, 'name'>, { number, der }: BoundCertificate): Certificate {
  try {
    return parseCertificate(der);
  } catch (cause) {
    if (!isRingtoolError(cause)) throw cause;
    const which = `certificate ${number} of token ${token.name}`;
    throw new RingtoolError('x509/bad-certificate', `${which} cannot be read in the store: ${cause.message}`, {
      hint: 'ringtool store check',
      cause,
    });
  }
}
