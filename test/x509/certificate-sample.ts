/**
 * A certificate to take apart, and the means to put it together wrongly.
 */
import { parseCertificate, type Certificate } from '../../src/x509/certificate.ts';
import { childrenOf, encodedOf, readDer, type DerValue } from '../../src/der/reader.ts';
import { derSequence } from '../../src/der/writer.ts';
import { authorityKeyIdentifier } from '../../src/x509/extensions/authority-key-identifier.ts';
import { basicConstraints } from '../../src/x509/extensions/basic-constraints.ts';
import { extKeyUsage } from '../../src/x509/extensions/ext-key-usage.ts';
import { issuerAltNames } from '../../src/x509/extensions/issuer-alt-name.ts';
import { keyUsage } from '../../src/x509/extensions/key-usage.ts';
import { subjectAltNames } from '../../src/x509/extensions/subject-alt-name.ts';
import { subjectKeyIdentifier } from '../../src/x509/extensions/subject-key-identifier.ts';
import { listingName } from '../../src/x509/name.ts';
import { subjectAltNameExtension } from '../../src/x509/standard-extensions.ts';
import { fixtureKey, issued } from './issued.ts';

/** The key of the sample. */
export const key = fixtureKey('p256-a');
/** A certificate with most extensions, to be taken apart. */
export const sample = issued('Example', key, {
  ca: true,
  serial: 0x1234n,
  extensions: [
    subjectAltNameExtension([
      { kind: 'dns', value: 'a.example' },
      { kind: 'ip', address: '::1' },
    ]),
  ],
}).certificate;

/** Reads everything there is to read. */
export function readAll(der: Uint8Array): Certificate {
  const certificate = parseCertificate(der);
  listingName(certificate.subject);
  for (const read of [
    keyUsage,
    basicConstraints,
    subjectAltNames,
    issuerAltNames,
    subjectKeyIdentifier,
    authorityKeyIdentifier,
    extKeyUsage,
  ]) {
    read(certificate);
  }
  return certificate;
}

/** The sample with some fields of its signed part replaced; the signature no longer fits, which reading ignores. */
export function altered(change: (fields: Uint8Array[]) => void): Uint8Array {
  const [tbs, algorithm, signature] = childrenOf(readDer(sample.der)) as [DerValue, DerValue, DerValue];
  const fields = childrenOf(tbs).map(encodedOf);
  change(fields);
  return derSequence(derSequence(...fields), encodedOf(algorithm), encodedOf(signature));
}
/** The sample with one field of its signed part replaced. */
export const at = (index: number, bytes: Uint8Array) => altered((fields) => fields.splice(index, 1, bytes));
