/**
 * What ADD finds in a data set: one certificate, or a package with an end entity, its key and its issuers.
 *
 * RACF Command Language Reference, "RACDCERT ADD".
 */
import { isRingtoolError } from '../../core/errors.ts';
import { nameMatchKey } from '../../der/name-match.ts';
import type { Release } from '../../core/release.ts';
import { parseCertificate, type Certificate } from '../../x509/certificate.ts';
import { isSelfIssued } from '../../x509/verify.ts';
import { NOT_A_CERTIFICATE, type PackageMembers, readMembers } from './package-members.ts';
import { isRefusal, type Refusal } from '../refusal.ts';

export interface Package {
  /** The certificate that the stated owner gets. */
  readonly subject: Certificate;
  /** Its private key, PKCS #8. */
  readonly pkcs8: Uint8Array | null;
  /** The others, for CERTAUTH: each after its own issuer. */
  readonly issuers: readonly Certificate[];
}

export async function readPackage(
  content: Uint8Array,
  password: string | undefined,
  level: Release,
): Promise<Package | Refusal> {
  const members = await readMembers(content, password, level);
  return isRefusal(members) ? members : packageOf(members);
}

function packageOf({ ders, leaf, keyWithoutCertificate }: PackageMembers): Package | Refusal {
  // RACF holds keys with certificates only.
  if (keyWithoutCertificate) return NOT_A_CERTIFICATE;
  let certificates: readonly Certificate[];
  try {
    certificates = ders.map(parseCertificate);
  } catch (error) {
    if (isRingtoolError(error)) return NOT_A_CERTIFICATE;
    throw error;
  }
  const subject =
    leaf === null ? endEntityOf(certificates) : certificates.find((each) => Buffer.compare(each.der, leaf.der) === 0);
  if (subject === undefined) return NOT_A_CERTIFICATE;
  const issuers = issuersFirst(certificates.filter((each) => each !== subject));
  return { subject, pkcs8: leaf?.pkcs8 ?? null, issuers };
}

/** The first that issued none of the others. */
export function endEntityOf(certificates: readonly Certificate[]): Certificate | undefined {
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
