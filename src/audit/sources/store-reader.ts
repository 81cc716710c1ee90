/** Reads a store for an audit: entries as subjects, issuers by name, and a view that does not grow without end. */
import { type CertificateEntry, hasPrivateKey, type Usage } from '../../core/entities.ts';
import { type Owner, ownerText, type RingRef } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import { type Certificate, certificateOrNull } from '../../x509/certificate.ts';
import { nameMatchKey } from '../../der/name-match.ts';
import { verifySignature } from '../../x509/verify.ts';
import type { Profile } from '../../findings/profile.ts';
import { keyInstead } from '../mend/need.ts';
import { roleOf, selfSignedOf } from '../role.ts';
import type { CertificateSubject, Signer, StoreAddress } from '../subject.ts';
import { successors } from './successors.ts';

/** The part of a store that an audit needs. */
export interface AuditStore {
  readonly location: string;
  view(): StoreView;
  list(): AsyncIterable<{ readonly owner: Owner; readonly label: string }>;
  rings(): AsyncIterable<RingRef>;
}

/** An entry with its certificate read. */
export interface ReadEntry {
  readonly entry: CertificateEntry;
  readonly certificate: Certificate;
}

export interface StoreReader {
  readonly location: string;
  view(): StoreView;
  /** Entries whose subject is the issuer of `certificate`, by name alone. */
  issuers(certificate: Certificate): Promise<readonly ReadEntry[]>;
  subject(read: ReadEntry, usages: readonly Usage[]): Promise<CertificateSubject>;
}

/** A tracked view remembers all it has read; after this many questions a fresh one takes its place. */
const QUESTIONS_PER_VIEW = 256;
/** Issuer names kept at hand; there are few of them in any real store. */
const ISSUERS_KEPT = 512;

export function storeReader(store: AuditStore, profile: Profile): StoreReader {
  let current = store.view();
  let questions = 0;
  const kept = new Map<string, Promise<readonly ReadEntry[]>>();

  const view = (): StoreView => {
    if (++questions > QUESTIONS_PER_VIEW) {
      current = store.view();
      questions = 1;
    }
    return current;
  };
  const issuers = (certificate: Certificate): Promise<readonly ReadEntry[]> => {
    const key = nameMatchKey(certificate.issuer.der);
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= ISSUERS_KEPT) kept.clear();
    const found = view()
      .bySubject(certificate.issuer.der)
      .then((entries) => entries.flatMap((entry) => readEntry(entry) ?? []));
    kept.set(key, found);
    return found;
  };
  const labels = successors(view);
  /** Most keys can stay: only for the others is the store asked for a free label. */
  const mendable = async ({ entry, certificate }: ReadEntry): Promise<StoreAddress> => {
    const address = addressOf(entry);
    if (!address.hasKey || keyInstead(certificate.publicKey, profile) === null) return address;
    return { ...address, successor: await labels.labelFor(entry.owner, entry.label) };
  };
  const signerOf = async (certificate: Certificate): Promise<Signer | null> => {
    const found = likelySigner(certificate, await issuers(certificate));
    return found === null ? null : { ...(await mendable(found)), certificate: found.certificate };
  };
  const subject = async (read: ReadEntry, usages: readonly Usage[]): Promise<CertificateSubject> => {
    const { entry, certificate } = read;
    const selfSigned = selfSignedOf(certificate);
    return {
      kind: 'certificate',
      what: entryName(entry),
      where: `store ${store.location}`,
      certificate,
      role: roleOf(certificate, entry.owner.kind === 'certauth'),
      selfSigned,
      origin: {
        kind: 'store',
        ...(await mendable(read)),
        status: entry.status,
        usages,
        signer: selfSigned === 'no' ? await signerOf(certificate) : null,
      },
    };
  };
  return { location: store.location, view, issuers, subject };
}

/** Null when the bytes are no certificate. */
export function readEntry(entry: CertificateEntry): ReadEntry | null {
  const certificate = certificateOrNull(entry.der);
  return certificate === null ? null : { entry, certificate };
}

export function entryName({ owner, label }: { readonly owner: Owner; readonly label: string }): string {
  return `${ownerText(owner)} ${label}`;
}

export function addressOf(entry: CertificateEntry): StoreAddress {
  return { owner: entry.owner, label: entry.label, hasKey: hasPrivateKey(entry) };
}

/** One candidate needs no proof, for it only fills in a command; among several the signature decides. */
function likelySigner(certificate: Certificate, candidates: readonly ReadEntry[]): ReadEntry | null {
  if (candidates.length === 1) return candidates[0] ?? null;
  return (
    candidates.find((candidate) => verifySignature(certificate, candidate.certificate.publicKey.spki) === 'valid') ??
    null
  );
}
