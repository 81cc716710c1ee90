/**
 * RACDCERT GENREQ: writes a PKCS #10 request made from a certificate and its private key.
 *
 * RACF Command Language Reference, "RACDCERT GENREQ". The certificate is marked, so that DELETE asks for FORCE
 * while the answer may still come.
 */
import { put } from '../../core/change.ts';
import { atLeast } from '../../core/release.ts';
import { group, label, optional } from '../../tso/declare.ts';
import { EXTENSION_OIDS } from '../../x509/oids.ts';
import { buildRequest } from '../../x509/request.ts';
import { writePem } from '../../pem/armor.ts';
import { defineFunction } from '../function.ts';
import { refuseForeignKey } from '../keys/key-material.ts';
import { say } from '../messages.ts';
import { missingKeywords } from '../required.ts';
import { concluded, isRefusal, refuse, refused } from '../refusal.ts';
import { MARKED_SINCE } from '../since.ts';
import { signedWith, signerOf } from '../new-certificate/signer.ts';

/** Extensions that are asked for again when the certificate has them. */
const CARRIED: readonly string[] = [
  EXTENSION_OIDS.subjectAltName,
  EXTENSION_OIDS.subjectKeyIdentifier,
  EXTENSION_OIDS.authorityKeyIdentifier,
  EXTENSION_OIDS.basicConstraints,
  EXTENSION_OIDS.keyUsage,
  EXTENSION_OIDS.extKeyUsage,
];

export const genreq = defineFunction({
  name: 'GENREQ',
  summary: 'Write a certificate request made from a certificate',
  value: optional(group({ LABEL: label() })),
  owner: 'certificate',
  operands: ['DSN'],
  messages: ['IRRD107I', 'IRRD128I', 'IRRD130I', 'IRRD175I', 'RNGT032I', 'RNGT039I'],
  rules: [
    {
      text: 'No key is made: name and public key are those of the certificate, signed with its private key.',
      confidence: 'documented',
    },
    {
      text: 'Alternative names, key identifiers, basic constraints, key usage and extended key usage are asked for again.',
      confidence: 'documented',
    },
    { text: 'Since z/OS 2.1 the certificate is marked, and DELETE asks for FORCE.', confidence: 'documented' },
    { text: 'A data set that is there is replaced.', confidence: 'assumed' },
  ],
  async run(view, { value, owner, operands: { DSN } }, { level }) {
    const LABEL = value?.LABEL;
    if (LABEL === undefined || DSN === undefined) return refused(missingKeywords({ LABEL, DSN }));
    const entry = await view.certificate(owner, LABEL);
    if (entry === null) return refused(refuse(say('IRRD107I', {})));
    const holder = await signerOf(view, entry);
    if (holder === null) return refused(refuse(say('IRRD128I', { function: 'GENREQ' })));
    const { subject, publicKey, extensions } = holder.certificate;
    const foreign = refuseForeignKey(publicKey);
    if (foreign !== null) return refused(foreign);
    const der = signedWith(holder, (algorithm) =>
      buildRequest({
        subject,
        pkcs8: holder.pkcs8,
        spki: publicKey.spki,
        extensions: extensions.filter((extension) => CARRIED.includes(extension.oid)),
        algorithm,
      }),
    );
    if (isRefusal(der)) return refused(der);
    const bytes = Buffer.from(writePem('NEW CERTIFICATE REQUEST', der), 'latin1');
    return concluded([], {
      changes: atLeast(level, MARKED_SINCE) ? [put({ ...entry, requested: true })] : [],
      dataSets: [{ name: DSN, bytes, secret: false }],
    });
  },
});
