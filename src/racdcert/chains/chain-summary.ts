/**
 * What LISTCHAIN and CHECKCERT say about a chain as a whole.
 *
 * RACF Command Language Reference, "RACDCERT LISTCHAIN" and "RACDCERT CHECKCERT".
 */
import type { CertificateEntry } from '../../core/entities.ts';
import type { RingRef } from '../../core/owner.ts';
import type { Certificate } from '../../x509/certificate.ts';

export interface ChainSummary {
  readonly count: number;
  /** It ends in a self-signed certificate. */
  readonly complete: boolean;
  readonly expired: boolean;
  /** A member of the database has the status NOTRUST. */
  readonly notTrusted: boolean;
  /** The rings that every member is connected to. */
  readonly ringsInCommon: readonly RingRef[];
}

/** `entries` are the members that the database has, as far as they are to be looked at. */
export function chainSummary(
  chain: { readonly certificates: readonly Certificate[]; readonly complete: boolean },
  entries: readonly CertificateEntry[],
  now: Date,
): Omit<ChainSummary, 'ringsInCommon'> {
  return {
    count: chain.certificates.length,
    complete: chain.complete,
    expired: chain.certificates.some(({ notAfter }) => notAfter < now),
    notTrusted: entries.some(({ status }) => status === 'NOTRUST'),
  };
}

/** In the order of the first certificate's connections. */
export function ringsInCommon([first, ...others]: readonly CertificateEntry[]): readonly RingRef[] {
  // One certificate has nothing to have in common with.
  if (first === undefined || others.length === 0) return [];
  const isIn = (entry: CertificateEntry, ring: RingRef): boolean =>
    entry.rings.some(({ owner, name }) => owner === ring.owner && name === ring.name);
  return first.rings.filter((ring) => others.every((entry) => isIn(entry, ring)));
}
