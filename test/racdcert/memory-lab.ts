/**
 * A database and data sets in memory, to run RACDCERT commands against without a disk.
 *
 * Views and commits only: what these tests look at is what a function asks for, not how a store keeps it.
 */
import type { Change, ChangeSet } from '../../src/core/change.ts';
import type {
  CertificateEntry,
  Entity,
  GroupEntry,
  IcsfKeyEntry,
  KeyEntry,
  MappingEntry,
  ProfileEntry,
  RingEntry,
  StoreSettings,
  TokenEntry,
  UserEntry,
} from '../../src/core/entities.ts';
import { RingtoolError } from '../../src/core/errors.ts';
import { nameMatchKey } from '../../src/der/name-match.ts';
import {
  anchorOf,
  mappingAnchor,
  type MappingOwner,
  userOwner,
  CERTAUTH,
  SITE,
  type Owner,
} from '../../src/core/owner.ts';
import type { Release } from '../../src/core/release.ts';
import { parseInstant } from '../../src/core/time.ts';
import type { DataSetWrite } from '../../src/core/view.ts';
import type { KeySource } from '../../src/racdcert/function.ts';
import type { CommandResult } from '../../src/session/result.ts';
import { type CommandSession, openTsoSession, type SessionOptions } from '../../src/session/tso-session.ts';
import type { EntityPlace } from '../../src/store/layout.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';
import type { Store, TrackedView } from '../../src/store/store.ts';
import { parseCertificate, type Certificate } from '../../src/x509/certificate.ts';
import { fixtureKeys } from '../fixtures/keys.ts';

export interface LabOptions {
  readonly level?: Release;
  readonly now?: string;
  readonly timeZone?: string;
  readonly user?: string;
  readonly keys?: KeySource;
}

/** `CERTAUTH`, `SITE` or a user id. */
type Whose = string;

export interface Lab {
  readonly files: Map<string, Uint8Array>;
  readonly secrets: Set<string>;
  readonly rings: Map<string, RingEntry>;
  readonly privateKeys: Map<string, KeyEntry>;
  /** Under `ID/label`, or `irrmulti/label`. */
  readonly mappings: Map<string, MappingEntry>;
  readonly tokens: Map<string, TokenEntry>;
  readonly icsfKeys: Map<string, IcsfKeyEntry>;
  readonly users: Map<string, UserEntry>;
  readonly groups: Map<string, GroupEntry>;
  /** Under `CLASS/NAME`. */
  readonly profiles: Map<string, ProfileEntry>;
  view(): TrackedView;
  /** Changes the database as a command would, without one. */
  commit(changes: ChangeSet): void;
  /** A session of several commands. */
  session(options?: LabOptions): CommandSession;
  run(command: string, options?: LabOptions): Promise<CommandResult>;
  /** Runs and insists on return code 0. */
  done(command: string): Promise<CommandResult>;
  /** Runs and gives `returnCode` and the ids of the messages. */
  said(command: string, options?: LabOptions): Promise<readonly (number | string)[]>;
  entry(whose: Whose, label: string): CertificateEntry;
  labels(whose: Whose): readonly string[];
  certificate(whose: Whose, label: string): Certificate;
}

function ownerOf(whose: Whose): Owner {
  return whose === 'CERTAUTH' ? CERTAUTH : whose === 'SITE' ? SITE : userOwner(whose);
}

export function memoryLab(options: LabOptions = {}): Lab {
  const certificates = new Map<string, CertificateEntry>();
  const rings = new Map<string, RingEntry>();
  const privateKeys = new Map<string, KeyEntry>();
  const mappings = new Map<string, MappingEntry>();
  const tokens = new Map<string, TokenEntry>();
  const icsfKeys = new Map<string, IcsfKeyEntry>();
  const users = new Map<string, UserEntry>();
  const groups = new Map<string, GroupEntry>();
  const profiles = new Map<string, ProfileEntry>();
  let settings: StoreSettings = { ...DEFAULT_SETTINGS, raclisted: [] };
  const files = new Map<string, Uint8Array>();
  const secrets = new Set<string>();
  const defaultKeys = options.keys ?? fixtureKeys();
  let sequence = 0;

  const place = (owner: Owner, label: string): string => `${anchorOf(owner)}/${label}`;
  const all = (): readonly CertificateEntry[] => [...certificates.values()].sort((a, b) => a.sequence - b.sequence);
  const mappingPlace = (owner: MappingOwner, label: string): string => `${mappingAnchor(owner)}/${label}`;
  const allMappings = (): readonly MappingEntry[] => [...mappings.values()].sort((a, b) => a.sequence - b.sequence);
  const sorted = <T>(entries: ReadonlyMap<string, T>): readonly T[] =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

  const view = (): TrackedView => ({
    reads: { base: null, seen: new Map() },
    settings: async () => settings,
    certificate: async (owner, label) => certificates.get(place(owner, label)) ?? null,
    certificatesOf: async (owner) => all().filter((entry) => anchorOf(entry.owner) === anchorOf(owner)),
    labelsOf: async (owner) => ({ has: (label) => certificates.has(place(owner, label)) }),
    byIssuerAndSerial: async (issuer, serial) =>
      all().find((entry) => {
        const parsed = parseCertificate(entry.der);
        return parsed.serial === serial && nameMatchKey(parsed.issuer.der) === nameMatchKey(issuer);
      }) ?? null,
    byPublicKey: async (spki) => all().filter((entry) => same(parseCertificate(entry.der).publicKey.spki, spki)),
    bySubject: async (subject) =>
      all().filter((entry) => nameMatchKey(parseCertificate(entry.der).subject.der) === nameMatchKey(subject)),
    ring: async (owner, name) => rings.get(`${owner}/${name}`) ?? null,
    ringsOf: async (owner) => [...rings.values()].filter((ring) => ring.owner === owner),
    key: async (id) => privateKeys.get(id) ?? null,
    icsfKey: async (label) => icsfKeys.get(label) ?? null,
    mapping: async (owner, label) => mappings.get(mappingPlace(owner, label)) ?? null,
    mappingsOf: async (owner) => allMappings().filter((each) => mappingAnchor(each.owner) === mappingAnchor(owner)),
    mappings: async () => allMappings(),
    token: async (name) => tokens.get(name) ?? null,
    tokens: async () => sorted(tokens),
    user: async (id) => users.get(id) ?? null,
    users: async () => sorted(users),
    group: async (id) => groups.get(id) ?? null,
    groups: async () => sorted(groups),
    profile: async (of, name) => profiles.get(`${of}/${name}`) ?? null,
    profilesOf: async (of) => sorted(profiles).filter((each) => each.class === of),
    owners: async (most) => {
      const ids = all().flatMap(({ owner }) => (owner.kind === 'user' ? [owner.id] : []));
      return [...new Set([...ids, ...[...rings.values()].map(({ owner }) => owner)])].sort().slice(0, most);
    },
    knowsUsers: async () => users.size > 0,
  });

  /** The map that keeps things of this kind, and the name of this one in it. */
  const shelf = (of: EntityPlace): readonly [Map<string, Entity>, string] => {
    switch (of.kind) {
      case 'certificate':
        return [certificates, place(of.owner, of.label)];
      case 'ring':
        return [rings, `${of.owner}/${of.name}`];
      case 'key':
        return [privateKeys, of.id];
      case 'icsf-key':
        return [icsfKeys, of.label];
      case 'mapping':
        return [mappings, mappingPlace(of.owner, of.label)];
      case 'token':
        return [tokens, of.name];
      case 'user':
        return [users, of.id];
      case 'group':
        return [groups, of.id];
      case 'profile':
        return [profiles, `${of.class}/${of.name}`];
    }
  };

  const apply = (change: Change): void => {
    if (change.action === 'settings') settings = change.settings;
    else if (change.action === 'delete') {
      const [map, name] = shelf(change);
      map.delete(name);
    } else {
      const { entity } = change;
      const [map, name] = shelf(entity);
      const isNew = 'sequence' in entity && entity.sequence === 0;
      map.set(name, isNew ? { ...entity, sequence: ++sequence } : entity);
    }
  };

  const store = {
    location: 'memory',
    view,
    commit: async (changes: ChangeSet) => {
      changes.forEach(apply);
      return { commit: 1 };
    },
  } as unknown as Store;

  const take = async ({ name, bytes, secret }: DataSetWrite): Promise<void> => {
    files.set(name, bytes);
    if (secret) secrets.add(name);
  };

  const session = (given: LabOptions): SessionOptions => ({
    store,
    dataSets: {
      read: async (name) => {
        if (name === 'TOO.LARGE') throw new RingtoolError('file/too-large', 'the data set is too large');
        if (name === 'CANNOT.BE.READ') throw new RingtoolError('file/unreadable', 'the data set cannot be read');
        return files.get(name) ?? null;
      },
      stage: async (write) => ({ publish: () => take(write), discard: async () => {} }),
      write: take,
      delete: async (name) => files.delete(name),
    },
    now: () => parseInstant(given.now ?? options.now ?? '2026-11-20T08:00:00Z'),
    timeZone: given.timeZone ?? options.timeZone ?? 'UTC',
    user: given.user ?? options.user ?? 'IBMUSER',
    level: given.level ?? options.level ?? '3.1',
    keys: given.keys ?? defaultKeys,
    random: (length) => new Uint8Array(length).fill(7),
  });

  const run = (command: string, given: LabOptions = {}): Promise<CommandResult> =>
    openTsoSession(session(given)).run(command);
  const entry = (whose: Whose, label: string): CertificateEntry => {
    const found = certificates.get(place(ownerOf(whose), label));
    if (found === undefined) throw new Error(`no certificate ${whose} ${label}`);
    return found;
  };
  return {
    files,
    secrets,
    rings,
    privateKeys,
    mappings,
    tokens,
    icsfKeys,
    users,
    groups,
    profiles,
    view,
    commit: (changes) => changes.forEach(apply),
    session: (given = {}) => openTsoSession(session(given)),
    run,
    async done(command) {
      const result = await run(command);
      if (result.returnCode !== 0) throw new Error(`${command}: ${result.lines.join('\n')}`);
      return result;
    },
    async said(command, given = {}) {
      const { returnCode, messages } = await run(command, given);
      return [returnCode, ...messages.map((message) => message.id)];
    },
    entry,
    labels: (whose) =>
      all()
        .filter((each) => anchorOf(each.owner) === anchorOf(ownerOf(whose)))
        .map((each) => each.label),
    certificate: (whose, label) => parseCertificate(entry(whose, label).der),
  };
}
