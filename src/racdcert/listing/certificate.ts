/**
 * One certificate as LIST shows it, without the heading. Order and columns are read by other people's programs.
 *
 * RACF Security Administrator's Guide, "Examples of listing digital certificate information".
 */
import { certificateId } from '../../core/certificate-id.ts';
import type { CertificateEntry } from '../../core/entities.ts';
import type { RingRef } from '../../core/owner.ts';
import { atLeast, type Release } from '../../core/release.ts';
import { listingTime } from '../../core/time.ts';
import { listingName } from '../../x509/name.ts';
import { altNameLines } from './alt-names.ts';
import { certificateFacts, type CertificateFacts } from './facts.ts';
import { fingerprintLines } from './fingerprint.ts';
import { keyLines } from './key.ts';
import { wrapped } from './wrap.ts';

/** What a listing depends on besides the certificate. */
export interface ListingContext {
  readonly timeZone: string;
  readonly level: Release;
  /** The listing is a short one: fingerprints are not worth loading a library for. */
  readonly few?: boolean;
}

/** Only the beginning of a long subject's name is shown. */
const SUBJECT_LENGTH = 256;

export function certificateBlock(entry: CertificateEntry, context: ListingContext): readonly string[] {
  const facts = certificateFacts(entry);
  return [
    ...databaseLines(entry),
    ...contentLines(facts, context),
    ...keyLines(entry, facts.certificate.publicKey, context.level),
    ...(atLeast(context.level, '2.5') ? fingerprintLines(entry.der, context.few) : []),
    '  Ring Associations:',
    ...ringLines(entry.rings),
  ];
}

/** What the database calls it, and whether it trusts it. */
export function databaseLines({ owner, label, status }: CertificateEntry): readonly string[] {
  return [
    `  Label: ${label}`,
    `  Certificate ID: ${certificateId(owner, label) ?? ''}`.trimEnd(),
    `  Status: ${status}`,
  ];
}

/** From the dates to the key usage: what the certificate itself says. */
export function contentLines(
  { certificate, altNames, keyUsage }: CertificateFacts,
  { timeZone, level }: ListingContext,
): readonly string[] {
  return [
    `  Start Date: ${listingTime(certificate.notBefore, timeZone)}`,
    `  End Date:   ${listingTime(certificate.notAfter, timeZone)}`,
    '  Serial Number:',
    ...wrapped(certificate.serial),
    "  Issuer's Name:",
    ...wrapped(listingName(certificate.issuer)),
    "  Subject's Name:",
    ...wrapped(listingName(certificate.subject).slice(0, SUBJECT_LENGTH)),
    ...(altNames === null ? [] : ["  Subject's AltNames:", ...altNameLines(altNames)]),
    `  Signing Algorithm: ${algorithmName(certificate.signatureAlgorithm.name, level)}`,
    ...(keyUsage === null ? [] : [`  Key Usage: ${keyUsage.join(', ')}`.trimEnd()]),
  ];
}

/** LIST has had these names since z/OS 2.3; before, as for all it has no name for, UNKNOWN. */
const NAMES_OF_2_3: readonly string[] = ['sha224DSA', 'sha256DSA'];

function algorithmName(name: string, level: Release): string {
  return NAMES_OF_2_3.includes(name) && !atLeast(level, '2.3') ? 'UNKNOWN' : name;
}

function ringLines(rings: readonly RingRef[]): readonly string[] {
  if (rings.length === 0) return ['    *** No rings associated ***'];
  return rings.flatMap(({ owner, name }) => [`    Ring Owner: ${owner}`, '    Ring:', ...wrapped(name)]);
}
