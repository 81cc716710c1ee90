/**
 * What a data set of certificates holds, before anybody looks into them: the members, and which of them has the key.
 *
 * RACF Command Language Reference, "RACDCERT ADD". The kind is told by content, except that PASSWORD says PKCS #12.
 */
import { isRingtoolError } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';
import { atLeast, type Release } from '../../core/release.ts';
import { recognise } from '../../pem/content.ts';
import type { Pkcs12Contents } from '../../pem/pkcs12.ts';
import { say } from '../messages.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';

export interface PackageMembers {
  /** In file order, each once; none of them need be readable. */
  readonly ders: readonly Uint8Array[];
  /** The one whose private key the package holds, and that key in PKCS #8. */
  readonly leaf: { readonly der: Uint8Array; readonly pkcs8: Uint8Array } | null;
  /** The package holds a private key that none of its certificates goes with. */
  readonly keyWithoutCertificate: boolean;
  /** Certificates that follow the first one in plain text: each is for a command of its own. */
  readonly passedOver: number;
}

/** Bulk ciphers and modes that came with PKCS #5 version 2; RACDCERT reads them from 3.2 on. */
const NEW_ENCRYPTION = /\b(PBES2|AES|PBMAC1)\b/i;

export const NOT_A_CERTIFICATE = refuse(say('IRRD104I', {}));

export async function readMembers(
  content: Uint8Array,
  password: string | undefined,
  level: Release,
): Promise<PackageMembers | Refusal> {
  const found = recognise(content);
  if (found.kind === 'pkcs12') {
    if (password === undefined) return refuse(say('RNGT008I', {}));
    const opened = await openPkcs12(found.der, password);
    return isRefusal(opened) ? opened : fromPkcs12(opened, level);
  }
  if (password !== undefined) return NOT_A_CERTIFICATE;
  if (found.kind === 'pkcs7') return await fromPkcs7(found.der);
  if (found.kind !== 'certificates') return NOT_A_CERTIFICATE;
  return { ...keyless(found.ders.slice(0, 1)), passedOver: found.ders.length - 1 };
}

function keyless(ders: readonly Uint8Array[]): PackageMembers {
  return { ders: distinct(ders), leaf: null, keyWithoutCertificate: false, passedOver: 0 };
}

async function fromPkcs7(der: Uint8Array): Promise<PackageMembers | Refusal> {
  const { readPkcs7 } = await import('../../pem/pkcs7.ts');
  try {
    return keyless(await readPkcs7(der));
  } catch (error) {
    if (isRingtoolError(error, 'pkcs7/bad')) return NOT_A_CERTIFICATE;
    throw error;
  }
}

async function openPkcs12(der: Uint8Array, password: string): Promise<Pkcs12Contents | Refusal> {
  const { readPkcs12 } = await import('../../pem/pkcs12.ts');
  try {
    return await readPkcs12(der, password);
  } catch (error) {
    if (isRingtoolError(error, 'pkcs12/password', 'pkcs12/no-password')) return refuse(say('RNGT008I', {}));
    if (isRingtoolError(error, 'pkcs12/unsupported-algorithm')) return refuse(say('RNGT029I', {}));
    if (isRingtoolError(error, 'pkcs12/too-many-iterations')) {
      return refuse(say('RNGT028I', { limit: LIMITS.pkcs12Iterations.toLocaleString('en-US') }));
    }
    if (isRingtoolError(error, 'pkcs12/bad')) return NOT_A_CERTIFICATE;
    throw error;
  }
}

async function fromPkcs12(contents: Pkcs12Contents, level: Release): Promise<PackageMembers | Refusal> {
  const tooNew = contents.encryption.find((algorithm) => NEW_ENCRYPTION.test(algorithm));
  if (tooNew !== undefined && !atLeast(level, '3.2')) {
    return refuse(say('RNGT025I', { algorithm: tooNew }), say('RNGT040I', {}));
  }
  const { leafOf } = await import('../../pem/pkcs12.ts');
  const leaf = leafOf(contents);
  return {
    ...keyless(contents.certificates.map((each) => each.der)),
    leaf: leaf && { der: leaf.certificate.der, pkcs8: leaf.key.pkcs8 },
    keyWithoutCertificate: leaf === null && contents.keys.length > 0,
  };
}

function distinct(ders: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...new Map(ders.map((der) => [Buffer.from(der).toString('base64'), der])).values()];
}
