/**
 * RACDCERT EXPORT: writes a certificate, alone or with its issuers, or with its private key, to a data set.
 *
 * RACF Command Language Reference, "RACDCERT EXPORT".
 */
import type { CertificateEntry } from '../../core/entities.ts';
import type { CommandView } from '../../core/view.ts';
import { writePem } from '../../pem/armor.ts';
import { group, label, optional } from '../../tso/declare.ts';
import { chainOf } from '../chains/chain.ts';
import { defaultFormat, EXPORT_FORMATS, markerOf, packageProfile } from '../data-sets/export-format.ts';
import { type Context, defineFunction } from '../function.ts';
import { say } from '../messages.ts';
import { missingKeywords } from '../required.ts';
import { concluded, isRefusal, refuse, refused, type Refusal } from '../refusal.ts';

/** `export` is a reserved word; the list of functions knows this one as EXPORT. */
export const exportFunction = defineFunction({
  name: 'EXPORT',
  summary: 'Write a certificate or a package to a data set',
  value: optional(group({ LABEL: label() })),
  owner: 'certificate',
  operands: ['DSN', 'FORMAT', 'PASSWORD'],
  messages: ['IRRD107I', 'IRRD130I', 'IRRD147I', 'RNGT014I'],
  rules: [
    { text: 'Without FORMAT: CERTB64, and PKCS12DER when PASSWORD is given.', confidence: 'assumed' },
    {
      text: 'Packages hold the chain of issuers as far as it is found, first among the certificates of the owner, then under CERTAUTH.',
      confidence: 'assumed',
    },
    { text: 'PKCS #12 needs a private key, and one that ICSF does not keep (IRRD147I).', confidence: 'seen' },
    { text: 'PKCS #12 is encrypted with AES from z/OS 3.2 on.', confidence: 'documented' },
    { text: 'Before that it is encrypted with 3DES and SHA-1.', confidence: 'assumed' },
    { text: 'A data set that is there is replaced.', confidence: 'assumed' },
  ],
  async run(view, { value, owner, operands }, context) {
    const { DSN, PASSWORD } = operands;
    const LABEL = value?.LABEL;
    if (LABEL === undefined || DSN === undefined) return refused(missingKeywords({ LABEL, DSN }));
    const { content, text } = EXPORT_FORMATS[operands.FORMAT ?? defaultFormat(PASSWORD)];
    if (content === 'pkcs12' && PASSWORD === undefined) return refused(missingKeywords({ PASSWORD }));
    const entry = await view.certificate(owner, LABEL);
    if (entry === null) return refused(refuse(say('IRRD107I', {})));
    const made =
      content === 'certificate' ? alone(entry) : await packageWith(view, entry, content, PASSWORD ?? '', context);
    if (isRefusal(made)) return refused(made);
    const bytes = text ? Buffer.from(writePem(markerOf(content, context.level), made.der), 'latin1') : made.der;
    const incomplete = made.complete ? [] : [say('RNGT014I', { count: String(made.count) })];
    return concluded(incomplete, { dataSets: [{ name: DSN, bytes, secret: content === 'pkcs12' }] });
  },
});

interface Made {
  readonly der: Uint8Array;
  readonly count: number;
  /** The chain ends in a self-signed certificate; a certificate alone promises no chain. */
  readonly complete: boolean;
}

function alone(entry: CertificateEntry): Made | Refusal {
  return { der: entry.der, count: 1, complete: true };
}

async function packageWith(
  view: CommandView,
  entry: CertificateEntry,
  content: 'pkcs7' | 'pkcs12',
  password: string,
  context: Context,
): Promise<Made | Refusal> {
  const key = content === 'pkcs12' ? await exportableKey(view, entry) : null;
  if (isRefusal(key)) return key;
  const chain = await chainOf(view, entry);
  const certificates = chain.certificates.map((certificate) => certificate.der);
  const { complete } = chain;
  const count = certificates.length;
  if (key === null) {
    const { writePkcs7 } = await import('../../pem/pkcs7.ts');
    return { der: await writePkcs7(certificates), count, complete };
  }
  const { writePkcs12 } = await import('../../pem/pkcs12-writer.ts');
  const der = await writePkcs12({
    certificates,
    pkcs8: key,
    password,
    friendlyName: entry.label,
    profile: packageProfile(context.level),
    random: context.random,
  });
  return { der, count, complete };
}

/** A key that ICSF holds cannot leave it. */
async function exportableKey(view: CommandView, entry: CertificateEntry): Promise<Uint8Array | Refusal> {
  const { keyId, pkdsLabel, tokenKey } = entry;
  const key = keyId === null || pkdsLabel !== null || tokenKey !== null ? null : await view.key(keyId);
  return key?.pkcs8 ?? refuse(say('IRRD147I', {}));
}
