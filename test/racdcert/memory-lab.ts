/**
 * A database and data sets in memory, to run RACDCERT commands against without a disk.
 *
 * Views and commits only: what these tests look at is what a function asks for, not how a store keeps it.
 */
import type { Change } from '../../src/core/change.ts';
import type { CertificateEntry, KeyEntry, RingEntry } from '../../src/core/entities.ts';
import { RingtoolError } from '../../src/core/errors.ts';
import { nameMatchKey } from '../../src/der/name-match.ts';
import { anchorOf, userOwner, CERTAUTH, SITE, type Owner } from '../../src/core/owner.ts';
import type { Release } from '../../src/core/release.ts';
import { parseInstant } from '../../src/core/time.ts';
import type { DataSetWrite } from '../../src/core/view.ts';
import type { KeySource } from '../../src/racdcert/function.ts';
import type { CommandResult } from '../../src/session/result.ts';
import { openTsoSession, type SessionOptions } from '../../src/session/tso-session.ts';
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
  view(): TrackedView;
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
  const files = new Map<string, Uint8Array>();
  const secrets = new Set<string>();
  const defaultKeys = options.keys ?? fixtureKeys();
  let sequence = 0;

  const place = (owner: Owner, label: string): string => `${anchorOf(owner)}/${label}`;
  const all = (): readonly CertificateEntry[] => [...certificates.values()].sort((a, b) => a.sequence - b.sequence);
  const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

  const view = (): TrackedView => ({
    reads: { base: null, seen: new Map() },
    settings: async () => ({ raclisted: [], level: '3.1', timeZone: 'UTC', strictUsers: false, user: null }),
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
    user: async () => null,
    knowsUsers: async () => false,
  });

  const apply = (change: Change): void => {
    if (change.action === 'settings') return;
    if (change.action === 'delete') {
      if (change.kind === 'certificate') certificates.delete(place(change.owner, change.label));
      if (change.kind === 'ring') rings.delete(`${change.owner}/${change.name}`);
      if (change.kind === 'key') privateKeys.delete(change.id);
      return;
    }
    const { entity } = change;
    if (entity.kind === 'certificate') {
      certificates.set(place(entity.owner, entity.label), { ...entity, sequence: entity.sequence || ++sequence });
    }
    if (entity.kind === 'ring') rings.set(`${entity.owner}/${entity.name}`, entity);
    if (entity.kind === 'key') privateKeys.set(entity.id, entity);
  };

  const store = {
    location: 'memory',
    view,
    commit: async (changes: readonly Change[]) => {
      for (const change of changes) apply(change);
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
    view,
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
