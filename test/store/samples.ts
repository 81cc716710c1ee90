/** Small things to keep in a store. The certificates have the outline of real ones, and a signature of zeros. */
import { readFileSync } from 'node:fs';
import { createPublicKey } from 'node:crypto';
import type { ChangeSet } from '../../src/core/change.ts';
import type {
  CertificateEntry,
  GroupEntry,
  IcsfKeyEntry,
  KeyEntry,
  MappingEntry,
  ProfileEntry,
  RingEntry,
  TokenEntry,
  TokenObject,
  UserEntry,
} from '../../src/core/entities.ts';
import { type MappingOwner, type Owner, userOwner } from '../../src/core/owner.ts';
import type { Store } from '../../src/store/store.ts';

export function tlv(tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const content = Buffer.concat(parts.map((part) => Uint8Array.from(part)));
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Uint8Array.from([tag, ...length, ...content]);
}

const text = (tag: number, value: string): Uint8Array => tlv(tag, Buffer.from(value));

/** A Name with one common name, of any kind of string. */
export function nameOf(commonName: string, tag = 0x0c): Uint8Array {
  return tlv(0x30, tlv(0x31, tlv(0x30, tlv(0x06, [0x55, 0x04, 0x03]), text(tag, commonName))));
}

/** SubjectPublicKeyInfo of a key of the fixtures. */
export function spkiOf(key: string): Uint8Array {
  const pem = readFileSync(new URL(`../fixtures/keys/${key}.pem`, import.meta.url));
  return new Uint8Array(createPublicKey(pem).export({ type: 'spki', format: 'der' }));
}

const P256 = tlv(
  0x30,
  tlv(0x06, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01]),
  tlv(0x06, [0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7]),
);

/** A SubjectPublicKeyInfo of its own for every number. */
export function spkiNumber(number: number): Uint8Array {
  return tlv(
    0x30,
    P256,
    tlv(0x03, [0, 4], new Uint8Array(60), [number >>> 24, (number >> 16) & 255, (number >> 8) & 255, number & 255]),
  );
}

export interface Sample {
  readonly subject?: string;
  readonly issuer?: string;
  readonly serial?: number;
  readonly spki?: Uint8Array;
  readonly notAfter?: string;
}

export function certificateDer(sample: Sample = {}): Uint8Array {
  const {
    subject = 'Server',
    issuer = 'Lab CA',
    serial = 1,
    spki = spkiNumber(serial),
    notAfter = '360101000000Z',
  } = sample;
  const algorithm = tlv(0x30, tlv(0x06, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]));
  const number = tlv(0x02, [1, serial >>> 24, (serial >> 16) & 255, (serial >> 8) & 255, serial & 255]);
  const validity = tlv(0x30, text(0x17, '260101000000Z'), text(notAfter.length > 13 ? 0x18 : 0x17, notAfter));
  const tbs = tlv(0x30, tlv(0xa0, tlv(0x02, [2])), number, algorithm, nameOf(issuer), validity, nameOf(subject), spki);
  return tlv(0x30, tbs, algorithm, tlv(0x03, [0, 0x30, 0x06, 2, 1, 1, 2, 1, 1]));
}

export const TCPCS: Owner = userOwner('TCPCS');
export const WHEN = '2026-11-20T08:00:00Z';
export const ENTRY = { when: WHEN, user: 'IBMUSER', command: 'RACDCERT ...' };

export function certificate(label: string, over: Partial<CertificateEntry> & Sample = {}): CertificateEntry {
  const { subject, issuer, serial, spki, notAfter, ...entry } = over;
  const sample = Object.fromEntries(
    Object.entries({ subject: subject ?? label, issuer, serial, spki, notAfter }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  return {
    kind: 'certificate',
    owner: TCPCS,
    label,
    der: certificateDer(sample),
    status: 'TRUST',
    keyId: null,
    pkdsLabel: null,
    tokenKey: null,
    modulusExponent: false,
    rings: [],
    lastSerial: '0',
    requested: false,
    created: WHEN,
    createdBy: 'IBMUSER',
    sequence: 0,
    ...entry,
  };
}

export function ring(name: string, over: Partial<RingEntry> = {}): RingEntry {
  return {
    kind: 'ring',
    owner: 'TCPCS',
    name,
    connections: [],
    created: WHEN,
    createdBy: 'IBMUSER',
    sequence: 0,
    ...over,
  };
}

export function keyEntry(id: string): KeyEntry {
  return { kind: 'key', id, pkcs8: Uint8Array.from([0x30, 0x03, 0x02, 0x01, 0x00]) };
}

export async function commit(store: Store, changes: ChangeSet): Promise<number> {
  return (await store.commit(changes, store.view(), ENTRY)).commit;
}

const MADE = { created: WHEN, createdBy: 'IBMUSER' };

export function user(id: string, name = '', over: Partial<UserEntry> = {}): UserEntry {
  return {
    kind: 'user',
    id,
    name,
    owner: 'IBMUSER',
    defaultGroup: 'SYS1',
    groups: [{ group: 'SYS1', authority: 'USE' }],
    attributes: [],
    installationData: '',
    ...MADE,
    ...over,
  };
}

export function group(id: string): GroupEntry {
  return { kind: 'group', id, superior: 'SYS1', owner: 'IBMUSER', ...MADE };
}

export function profile(className: string, name: string, over: Partial<ProfileEntry> = {}): ProfileEntry {
  return {
    kind: 'profile',
    class: className,
    name,
    owner: 'IBMUSER',
    uacc: 'NONE',
    applicationData: '',
    installationData: '',
    accessList: [],
    warning: false,
    level: 0,
    auditing: 'FAILURES(READ)',
    notify: '',
    inStorage: null,
    ...MADE,
    ...over,
  };
}

export function mapping(owner: MappingOwner, label: string, over: Partial<MappingEntry> = {}): MappingEntry {
  return {
    kind: 'mapping',
    owner,
    label,
    issuerFilter: 'OU=Lab.O=Example',
    subjectFilter: null,
    criteria: null,
    status: 'TRUST',
    sequence: 0,
    ...MADE,
    ...over,
  };
}

export function icsfKey(label: string, keyId: string | null, spki: Uint8Array = spkiNumber(1)): IcsfKeyEntry {
  return { kind: 'icsf-key', label, spki, keyId, ...MADE };
}

export function token(name: string, objects: readonly TokenObject[] = [], lastNumber = 9): TokenEntry {
  return { kind: 'token', name, objects, lastNumber, ...MADE };
}
