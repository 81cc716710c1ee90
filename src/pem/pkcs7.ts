/** PKCS #7 packages of certificates: degenerate SignedData, RFC 2315 9.1 and RFC 5652 5. */
import { isRingtoolError, RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { derContext, derInteger, derOid, derRaw, derSequence, derSet } from '../der/writer.ts';
import { elements, explicit, integer, isContext, isUniversal, oid, readBer, sequence, TAG } from './ber.ts';
import { recognise } from './content.ts';
import { CONTENT } from './oids.ts';

/** The certificates of a package (binary or text), in file order; throws `pkcs7/bad`. */
export async function readPkcs7(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  const content = recognise(bytes);
  if (content.kind !== 'pkcs7') {
    throw new RingtoolError(
      'pkcs7/bad',
      `not a PKCS #7 package: ${content.kind === 'unknown' ? content.reason : content.kind}`,
    );
  }
  try {
    return certificatesOf(content.der);
  } catch (error) {
    if (!isRingtoolError(error, 'x509/bad-der')) throw error;
    throw new RingtoolError('pkcs7/bad', 'the PKCS #7 package is damaged', { cause: error });
  }
}

/** ContentInfo { signedData, [0] { version, digestAlgorithms, contentInfo, [0] certificates, [1] crls, signerInfos } } */
function certificatesOf(der: Uint8Array): readonly Uint8Array[] {
  const [type, content] = sequence(readBer(der));
  if (oid(type) !== CONTENT.signedData) throw new RingtoolError('pkcs7/bad', 'the PKCS #7 message is not signed data');
  const [version, digests, inner, ...rest] = sequence(explicit(content, 0));
  integer(version);
  if (!isUniversal(digests, TAG.set)) throw new RingtoolError('x509/bad-der', 'no digest algorithms');
  sequence(inner);
  const set = rest.find((value) => isContext(value, 0));
  // Attribute certificates carry a tag of their own and are not ours.
  const ders =
    set === undefined
      ? []
      : elements(set)
          .filter((value) => isUniversal(value, TAG.sequence))
          .map(({ raw }) => raw);
  if (ders.length === 0) throw new RingtoolError('pkcs7/bad', 'the PKCS #7 package holds no certificate');
  if (ders.length > LIMITS.packageCertificates) {
    throw new RingtoolError('pkcs7/bad', `the package has more than ${LIMITS.packageCertificates} certificates`);
  }
  return ders;
}

/**
 * A package of these certificates, strict DER, no signer and no CRL.
 *
 * The certificates are a SET, which DER sorts by encoding: their order does not survive, and no reader may need it.
 */
export async function writePkcs7(ders: readonly Uint8Array[]): Promise<Uint8Array> {
  if (ders.length === 0) throw new RingtoolError('pkcs7/bad', 'a package needs a certificate');
  const sorted = [...ders].sort(Buffer.compare);
  const signedData = derSequence(
    derInteger(1),
    derSet(),
    derSequence(derOid(CONTENT.data)),
    derContext(0, true, Buffer.concat(sorted.map(derRaw))),
    derSet(),
  );
  return derSequence(derOid(CONTENT.signedData), derContext(0, true, signedData));
}
