/** A store as it would be once a plan is carried out: what the plan knows nothing of is read from the store itself. */
import type { CertificateEntry } from '../core/entities.ts';
import { sameOwner } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { certificateName, type Plan, type PlannedCertificate, ringName } from './plan.ts';

export function plannedView(store: StoreView, plan: Plan): StoreView {
  const { certificates, rings, keys, users } = plan;

  /** Those of the store that the plan leaves alone, and those of the plan that fit, in order of addition. */
  const together = (
    stored: readonly CertificateEntry[],
    fits: (planned: PlannedCertificate) => boolean,
  ): readonly CertificateEntry[] => {
    const kept = stored.filter((entry) => !certificates.has(certificateName(entry)));
    const fitting = [...certificates.values()].filter((each) => each !== null).filter(fits);
    return inOrder([...kept, ...fitting.map(({ entry }) => entry)]);
  };

  return {
    settings: async () => plan.settings ?? (await store.settings()),
    async certificate(owner, label) {
      const planned = certificates.get(certificateName({ owner, label }));
      return planned === undefined ? await store.certificate(owner, label) : (planned?.entry ?? null);
    },
    async certificatesOf(owner) {
      return together(await store.certificatesOf(owner), ({ entry }) => sameOwner(entry.owner, owner));
    },
    async labelsOf(owner) {
      const stored = await store.labelsOf(owner);
      return {
        has(label) {
          const planned = certificates.get(certificateName({ owner, label }));
          return planned === undefined ? stored.has(label) : planned !== null;
        },
      };
    },
    async byIssuerAndSerial(issuer, serial) {
      const stored = await store.byIssuerAndSerial(issuer, serial);
      const key = nameMatchKey(issuer);
      const found = together(stored === null ? [] : [stored], (each) => each.serial === serial && each.issuer === key);
      return found[0] ?? null;
    },
    async byPublicKey(spki) {
      const wanted = Buffer.from(spki);
      return together(await store.byPublicKey(spki), (each) => wanted.equals(each.spki));
    },
    async bySubject(subject) {
      const key = nameMatchKey(subject);
      return together(await store.bySubject(subject), (each) => each.subject === key);
    },
    async ring(owner, name) {
      const planned = rings.get(ringName({ owner, name }));
      return planned === undefined ? await store.ring(owner, name) : planned;
    },
    async ringsOf(owner) {
      const kept = (await store.ringsOf(owner)).filter((ring) => !rings.has(ringName(ring)));
      const planned = [...rings.values()].filter((ring) => ring !== null);
      return inOrder([...kept, ...planned.filter((ring) => ring.owner === owner)]);
    },
    async key(id) {
      const planned = keys.get(id);
      return planned === undefined ? await store.key(id) : planned;
    },
    async user(id) {
      const planned = users.get(id);
      return planned === undefined ? await store.user(id) : planned;
    },
    async knowsUsers() {
      return [...users.values()].some((user) => user !== null) || (await store.knowsUsers());
    },
  };
}

function inOrder<T extends { readonly sequence: number }>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((a, b) => a.sequence - b.sequence);
}
