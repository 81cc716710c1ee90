/** A store as it would be once a plan is carried out: what the plan knows nothing of is read from the store itself. */
import type { CertificateEntry, EntityOf } from '../core/entities.ts';
import { mappingAnchor, sameOwner, userOwner } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { entityFile, type EntityPlace, USERS } from '../store/layout.ts';
import { certificateName, type NamedEntity, type Plan, type PlannedCertificate } from './plan.ts';

type Kind = NamedEntity['kind'];

export function plannedView(store: StoreView, plan: Plan): StoreView {
  const { certificates, others } = plan;

  /** Those of the store that the plan leaves alone, and those of the plan that fit, in order of addition. */
  const together = (
    stored: readonly CertificateEntry[],
    fits: (planned: PlannedCertificate) => boolean,
  ): readonly CertificateEntry[] => {
    const kept = stored.filter((entry) => !certificates.has(certificateName(entry)));
    const fitting = [...certificates.values()].filter((each) => each !== null).filter(fits);
    return inOrder([...kept, ...fitting.map(({ entry }) => entry)]);
  };

  /** The thing of this name as planned, else as stored. */
  const one = async <K extends Kind>(
    place: EntityPlace & { readonly kind: K },
    stored: () => Promise<EntityOf<K> | null>,
  ): Promise<EntityOf<K> | null> => {
    const planned = others.get(entityFile(place));
    if (planned === undefined) return await stored();
    return isOf<K>(planned, place.kind) ? planned : null;
  };

  /** As `together`, for the things of another kind; in no order. */
  const all = <K extends Kind>(
    kind: K,
    stored: readonly EntityOf<K>[],
    fits: (planned: EntityOf<K>) => boolean = () => true,
  ): readonly EntityOf<K>[] => {
    const kept = stored.filter((entity) => !others.has(entityFile(entity)));
    const planned = [...others.values()].filter((each) => isOf<K>(each, kind));
    return [...kept, ...planned.filter(fits)];
  };

  const view: StoreView = {
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
    ring: (owner, name) => one({ kind: 'ring', owner, name }, () => store.ring(owner, name)),
    async ringsOf(owner) {
      return inOrder(all('ring', await store.ringsOf(owner), (ring) => ring.owner === owner));
    },
    key: (id) => one({ kind: 'key', id }, () => store.key(id)),
    icsfKey: (label) => one({ kind: 'icsf-key', label }, () => store.icsfKey(label)),
    mapping: (owner, label) => one({ kind: 'mapping', owner, label }, () => store.mapping(owner, label)),
    async mappingsOf(owner) {
      const anchor = mappingAnchor(owner);
      return inOrder(all('mapping', await store.mappingsOf(owner), (each) => mappingAnchor(each.owner) === anchor));
    },
    mappings: async () => inOrder(all('mapping', await store.mappings())),
    token: (name) => one({ kind: 'token', name }, () => store.token(name)),
    tokens: async () => byName(all('token', await store.tokens()), ({ name }) => name),
    user: (id) => one({ kind: 'user', id }, () => store.user(id)),
    users: async () => byName(all('user', await store.users()), ({ id }) => id),
    group: (id) => one({ kind: 'group', id }, () => store.group(id)),
    groups: async () => byName(all('group', await store.groups()), ({ id }) => id),
    profile: (of, name) => one({ kind: 'profile', class: of, name }, () => store.profile(of, name)),
    async profilesOf(of) {
      return byName(
        all('profile', await store.profilesOf(of), (each) => each.class === of),
        ({ name }) => name,
      );
    },
    async owners(most) {
      const planned = [...certificates.values()].flatMap((each) =>
        each?.entry.owner.kind === 'user' ? [each.entry.owner.id] : [],
      );
      const rings = all('ring', []).map(({ owner }) => owner);
      const found: string[] = [];
      for (const id of [...new Set([...(await store.owners(Number.POSITIVE_INFINITY)), ...planned, ...rings])].sort()) {
        if (found.length >= most) break;
        const owns = (await view.ringsOf(id)).length > 0 || (await view.certificatesOf(userOwner(id))).length > 0;
        if (owns) found.push(id);
      }
      return found;
    },
    async knowsUsers() {
      const touched = [...others.keys()].some((file) => file.startsWith(`${USERS}/`));
      return touched ? (await view.users()).length > 0 : await store.knowsUsers();
    },
  };
  return view;
}

function isOf<K extends Kind>(entity: NamedEntity | null, kind: K): entity is EntityOf<K> & NamedEntity {
  return entity?.kind === kind;
}

function inOrder<T extends { readonly sequence: number }>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((a, b) => a.sequence - b.sequence);
}

function byName<T>(entries: readonly T[], nameOf: (entry: T) => string): readonly T[] {
  return entries.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
