/**
 * Whom a certificate stands for at logon: its owner when the database has it, else the user of the best mapping.
 *
 * RACF Command Language Reference, "RACDCERT MAP"; the order among mappings is as generally described: subject and
 * issuer, subject alone, issuer alone, each from the most to the least specific.
 */
import type { CertificateEntry, MappingEntry } from '../../core/entities.ts';
import type { StoreView } from '../../core/view.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { chosenBy, type Chosen, type CriteriaVariables } from './mapping-criteria.ts';
import { partsLeftOpen } from './name-filter.ts';

/** The certificate of the database that is this very one; one that only bears its number and issuer is another. */
export async function storedCopy(view: StoreView, certificate: Certificate): Promise<CertificateEntry | null> {
  const entry = await view.byIssuerAndSerial(certificate.issuer.der, certificate.serial);
  return entry !== null && Buffer.compare(entry.der, certificate.der) === 0 ? entry : null;
}

/** Those of the mappings whose filters fit, the best one first, whatever their status. */
export function mappingsFor(certificate: Certificate, all: readonly MappingEntry[]): readonly MappingEntry[] {
  return all
    .map((mapping) => ({ mapping, place: placeOf(mapping, certificate) }))
    .filter((each): each is { mapping: MappingEntry; place: Place } => each.place !== null)
    .sort((a, b) => compare(a.place, b.place))
    .map(({ mapping }) => mapping);
}

/** Kind of mapping, then parts left open of the subject's and of the issuer's name: the smaller, the better. */
type Place = readonly [kind: number, subject: number, issuer: number];

function placeOf({ subjectFilter, issuerFilter }: MappingEntry, { subject, issuer }: Certificate): Place | null {
  const ofSubject = subjectFilter === null ? 0 : partsLeftOpen(subjectFilter, subject);
  const ofIssuer = issuerFilter === null ? 0 : partsLeftOpen(issuerFilter, issuer);
  if (ofSubject === null || ofIssuer === null) return null;
  const kind = subjectFilter === null ? 2 : issuerFilter === null ? 1 : 0;
  return [kind, ofSubject, ofIssuer];
}

function compare(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

export type Identity =
  | { readonly by: 'certificate'; readonly user: string }
  | { readonly by: 'mapping'; readonly mapping: MappingEntry; readonly user: string }
  /** MULTIID: `user` is null when the profile is missing, or a variable has no value yet. */
  | ({ readonly by: 'criteria'; readonly mapping: MappingEntry } & Chosen);

/** What the database knows of a certificate: its own copy, and the mappings that fit, the best one first. */
export interface Known {
  readonly entry: CertificateEntry | null;
  readonly mappings: readonly MappingEntry[];
}

/** Null for nobody. Certificates and mappings with NOTRUST are passed over; those of CERTAUTH and SITE log nobody on. */
export async function identityOf(
  view: StoreView,
  { entry, mappings }: Known,
  variables: CriteriaVariables = {},
): Promise<Identity | null> {
  if (entry !== null && entry.status !== 'NOTRUST') {
    return entry.owner.kind === 'user' ? { by: 'certificate', user: entry.owner.id } : null;
  }
  const mapping = mappings.find(({ status }) => status === 'TRUST');
  if (mapping === undefined) return null;
  if (mapping.owner.kind === 'user') return { by: 'mapping', mapping, user: mapping.owner.id };
  return { by: 'criteria', mapping, ...(await chosenBy(view, mapping.criteria ?? '', variables)) };
}
