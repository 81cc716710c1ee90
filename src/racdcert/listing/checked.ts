/**
 * One certificate as CHECKCERT shows it, after its number: what it says itself, and around it what the database knows.
 *
 * RACF Security Administrator's Guide, "Examples of checking digital certificate information". No rings, and no
 * fingerprint in any published listing. The two lines on the mapping are worded like their neighbours.
 */
import type { CertificateEntry, MappingEntry } from '../../core/entities.ts';
import { atLeast } from '../../core/release.ts';
import type { Certificate } from '../../x509/certificate.ts';
import type { Identity } from '../mapping/mapping-match.ts';
import { CHAINS_SINCE, MAPPING_SHOWN_SINCE } from '../since.ts';
import { contentLines, databaseLines, type ListingContext } from './certificate.ts';
import { factsOf } from './facts.ts';
import { certificateHeading } from './heading.ts';
import { keyLines, keyType } from './key.ts';

export interface CheckedCertificate {
  readonly certificate: Certificate;
  /** As the database has it, if it does. */
  readonly entry: CertificateEntry | null;
  /** The mapping that fits best, if any does. */
  readonly mapping: MappingEntry | null;
  /** Whom it stands for at logon. */
  readonly identity: Identity | null;
}

export function checkedBlock(
  { certificate, entry, mapping }: CheckedCertificate,
  context: ListingContext,
): readonly string[] {
  const content = contentLines(factsOf(certificate), context);
  const { publicKey } = certificate;
  const known = mapping !== null && atLeast(context.level, MAPPING_SHOWN_SINCE) ? mappingLines(mapping) : [];
  if (entry === null) {
    const { kind, size } = publicKey;
    // Before, a listing spoke of keys only where RACF held them.
    const key = atLeast(context.level, CHAINS_SINCE)
      ? [`  Key Type: ${keyType(kind, { modulusExponent: false })}`, `  Key Size: ${size}`]
      : [];
    return [...content, ...key, ...known];
  }
  return [
    certificateHeading(entry.owner),
    '',
    ...databaseLines(entry),
    ...content,
    ...keyLines(entry, publicKey, context.level),
    ...known,
  ];
}

function mappingLines({ label, status }: MappingEntry): readonly string[] {
  return [`  Mapping Label: ${label}`, `  Mapping Status: ${status}`];
}
