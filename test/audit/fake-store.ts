/** A store in memory: entries and rings as given. */
import type { CertificateEntry, Connection, RingEntry, TrustStatus } from '../../src/core/entities.ts';
import { type Owner, sameOwner } from '../../src/core/owner.ts';
import type { StoreView } from '../../src/core/view.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { nameMatchKey } from '../../src/der/name-match.ts';
import type { AuditStore } from '../../src/audit/sources/store-reader.ts';
import { EMPTY_VIEW } from '../empty-view.ts';

const MADE = { created: '2026-01-01T00:00:00Z', createdBy: 'IBMUSER' };

export const CERTAUTH: Owner = { kind: 'certauth' };

export function user(id: string): Owner {
  return { kind: 'user', id };
}

export function entry(
  owner: Owner,
  label: string,
  der: Uint8Array,
  more: { status?: TrustStatus; key?: boolean } = {},
): CertificateEntry {
  return {
    kind: 'certificate',
    owner,
    label,
    der,
    status: more.status ?? 'TRUST',
    keyId: more.key === false ? null : 'k1',
    pkdsLabel: null,
    tokenKey: null,
    modulusExponent: false,
    rings: [],
    lastSerial: '0',
    requested: false,
    sequence: 1,
    ...MADE,
  };
}

export function ring(owner: string, name: string, connections: readonly Connection[]): RingEntry {
  return { kind: 'ring', owner, name, connections, sequence: 1, ...MADE };
}

export function connection(
  owner: Owner,
  label: string,
  usage: Connection['usage'] = owner.kind === 'certauth' ? 'CERTAUTH' : 'PERSONAL',
  isDefault = false,
): Connection {
  return { owner, label, usage, default: isDefault };
}

export function fakeStore(entries: readonly CertificateEntry[], rings: readonly RingEntry[] = []): AuditStore {
  const all = entries.map((one) => ({
    ...one,
    rings: rings
      .filter(({ connections }) => connections.some((c) => c.label === one.label && sameOwner(c.owner, one.owner)))
      .map(({ owner, name }) => ({ owner, name })),
  }));
  const bySubject = async (subject: Uint8Array) =>
    all.filter(({ der }) => {
      try {
        return nameMatchKey(parseCertificate(der).subject.der) === nameMatchKey(subject);
      } catch {
        return false;
      }
    });
  const view: StoreView = {
    ...EMPTY_VIEW,
    certificate: async (owner, label) => all.find((one) => one.label === label && sameOwner(one.owner, owner)) ?? null,
    certificatesOf: async (owner) => all.filter((one) => sameOwner(one.owner, owner)),
    labelsOf: async (owner) => new Set(all.filter((one) => sameOwner(one.owner, owner)).map(({ label }) => label)),
    bySubject,
    ring: async (owner, name) => rings.find((one) => one.owner === owner && one.name === name) ?? null,
    ringsOf: async (owner) => rings.filter((one) => one.owner === owner),
  };
  return {
    location: '/lab',
    view: () => view,
    async *list() {
      yield* all.map(({ owner, label }) => ({ owner, label }));
    },
    async *rings() {
      yield* rings.map(({ owner, name }) => ({ owner, name }));
    },
  };
}
