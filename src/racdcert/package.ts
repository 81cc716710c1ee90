/**
 * What ADD finds in a data set: one certificate, or a package with an end entity, its key and its issuers.
 *
 * RACF Command Language Reference, "RACDCERT ADD". The kind is told by content, except that PASSWORD says
 * PKCS #12.
 */
import { LIMITS } from '../core/limits.ts';
import { isRingtoolError } from '../core/errors.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { atLeast, type Release } from '../core/release.ts';
import { recognise } from '../pem/content.ts';
import type { Pkcs12Contents } from '../pem/pkcs12.ts';
import { parseCertificate, type Certificate } from '../x509/certificate.ts';
import { isSelfIssued } from '../x509/verify.ts';
import { say } from './messages.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';

export interface Package {
  /** The certificate that the stated owner gets. */
  readonly subject: Certificate;
  /** Its private key, PKCS #8. */
  readonly pkcs8: Uint8Array | null;
  /** The others, for CERTAUTH: each after its own issuer. */
  readonly issuers: readonly Certificate[];
}

/** Bulk ciphers and modes that came with PKCS #5 version 2; RACDCERT reads them from 3.2 on. */
const NEW_ENCRYPTION = /\b(PBES2|AES|PBMAC1)\b/i;

export async function readPackage(
  content: Uint8Array,
  password: string | undefined,
  level: Release,
): Promise<Package | Refusal> {
  const found = recognise(content);
  if (found.kind === 'pkcs12') {
    if (password === undefined) return refuse(say('RNGT008I', {}));
    const opened = await openPkcs12(found.der, password);
    return isRefusal(opened) ? opened : fromPkcs12(opened, level);
  }
  if (password !== undefined) return NOT_A_CERTIFICATE;
  if (found.kind === 'pkcs7') return await fromPkcs7(found.der);
  if (found.kind !== 'certificates') return NOT_A_CERTIFICATE;
  // A second certificate in the text is not looked at: each is added by a command of its own.
  return packageOf(found.ders.slice(0, 1), null);
}

const NOT_A_CERTIFICATE = refuse(say('IRRD104I', {}));

async function fromPkcs7(der: Uint8Array): Promise<Package | Refusal> {
  const { readPkcs7 } = await import('../pem/pkcs7.ts');
  try {
    return packageOf(await readPkcs7(der), null);
  } catch (error) {
    if (isRingtoolError(error, 'pkcs7/bad')) return NOT_A_CERTIFICATE;
    throw error;
  }
}

async function openPkcs12(der: Uint8Array, password: string): Promise<Pkcs12Contents | Refusal> {
  const { readPkcs12 } = await import('../pem/pkcs12.ts');
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

async function fromPkcs12(contents: Pkcs12Contents, level: Release): Promise<Package | Refusal> {
  const tooNew = contents.encryption.find((algorithm) => NEW_ENCRYPTION.test(algorithm));
  if (tooNew !== undefined && !atLeast(level, '3.2')) {
    return refuse(say('RNGT025I', { algorithm: tooNew }), say('RNGT040I', {}));
  }
  const { leafOf } = await import('../pem/pkcs12.ts');
  const leaf = leafOf(contents);
  // A key without its certificate cannot be kept: RACF holds keys with certificates only.
  if (leaf === null && contents.keys.length > 0) return NOT_A_CERTIFICATE;
  const ders = contents.certificates.map((each) => each.der);
  return packageOf(ders, leaf && { der: leaf.certificate.der, pkcs8: leaf.key.pkcs8 });
}

function packageOf(
  ders: readonly Uint8Array[],
  leaf: { readonly der: Uint8Array; readonly pkcs8: Uint8Array } | null,
): Package | Refusal {
  let certificates: readonly Certificate[];
  try {
    certificates = distinct(ders).map(parseCertificate);
  } catch (error) {
    if (isRingtoolError(error)) return NOT_A_CERTIFICATE;
    throw error;
  }
  const subject = leaf === null ? endEntityOf(certificates) : certificates.find((each) => same(each.der, leaf.der));
  if (subject === undefined) return NOT_A_CERTIFICATE;
  const issuers = issuersFirst(certificates.filter((each) => each !== subject));
  return { subject, pkcs8: leaf?.pkcs8 ?? null, issuers };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function distinct(ders: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...new Map(ders.map((der) => [Buffer.from(der).toString('base64'), der])).values()];
}

/** The first that issued none of the others. */
function endEntityOf(certificates: readonly Certificate[]): Certificate | undefined {
  const issuing = new Set(
    certificates.filter((each) => !isSelfIssued(each)).map((each) => nameMatchKey(each.issuer.der)),
  );
  return certificates.find((each) => !issuing.has(nameMatchKey(each.subject.der))) ?? certificates[0];
}

/** Each certificate after the one that issued it, so that it can be checked against it; file order else. */
function issuersFirst(certificates: readonly Certificate[]): readonly Certificate[] {
  const waiting = new Map(certificates.map((each) => [each, nameMatchKey(each.issuer.der)]));
  const bySubject = new Map<string, Certificate[]>();
  for (const each of certificates) {
    const name = nameMatchKey(each.subject.der);
    const namesakes = bySubject.get(name) ?? [];
    namesakes.push(each);
    bySubject.set(name, namesakes);
  }
  const ordered: Certificate[] = [];
  const place = (certificate: Certificate): void => {
    const issuer = waiting.get(certificate);
    if (issuer === undefined) return;
    waiting.delete(certificate);
    for (const above of bySubject.get(issuer) ?? []) place(above);
    ordered.push(certificate);
  };
  for (const certificate of certificates) place(certificate);
  return ordered;
}
