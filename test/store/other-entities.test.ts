import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCESS_LEVELS, type Entity, type TokenObject } from '../../src/core/entities.ts';
import { MULTIID, userOwner } from '../../src/core/owner.ts';
import { isRingtoolError } from '../../src/core/errors.ts';
import { readCertificate, writeEntity } from '../../src/store/entity-files.ts';
import { readIcsfKey } from '../../src/store/icsf-key-files.ts';
import { readToken } from '../../src/store/token-files.ts';
import { entityFile } from '../../src/store/layout.ts';
import { readGroup, readMapping, readProfile, readUser } from '../../src/store/profile-files.ts';
import { certificate, group, icsfKey, mapping, profile, token, user } from './samples.ts';

type Reader = (text: string, file: string) => Entity;

const READERS: Partial<Record<Entity['kind'], Reader>> = {
  user: readUser,
  group: readGroup,
  profile: readProfile,
  mapping: readMapping,
  'icsf-key': readIcsfKey,
  token: readToken,
};

const reader = (kind: Entity['kind']): Reader => {
  const found = READERS[kind];
  if (found === undefined) throw new Error(`no reader for ${kind}`);
  return found;
};

const name = fc.string({ minLength: 1, maxLength: 250, unit: 'binary' });
const bytes = fc.uint8Array({ minLength: 1, maxLength: 100 });
const orNull = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null });
const mappingOwner = fc.oneof(
  fc.constant(MULTIID),
  fc.stringMatching(/^[A-Z@#$][A-Z0-9@#$]{0,7}$/).map((id) => userOwner(id)),
);

const objects: fc.Arbitrary<readonly TokenObject[]> = fc
  .array(
    fc.oneof(
      fc.record({
        type: fc.constant('certificate' as const),
        number: fc.constant(0),
        label: name,
        der: bytes,
        usage: fc.constantFrom('PERSONAL', 'CERTAUTH', 'SITE'),
        default: fc.boolean(),
        keyId: orNull(name),
      }),
      fc.record({ type: fc.constant('key' as const), id: name, spki: bytes, keyId: name }),
      fc.record({ type: fc.constant('other' as const), description: name }),
    ),
    { maxLength: 5 },
  )
  .map((all) => all.map((each, i) => (each.type === 'certificate' ? { ...each, number: i + 1 } : each)));

const access = fc.constantFrom(...ACCESS_LEVELS);

const rules = fc.record({
  uacc: access,
  accessList: fc.array(fc.record({ id: name, access })),
  warning: orNull(fc.boolean()),
});

const entity: fc.Arbitrary<Entity> = fc.oneof(
  fc
    .tuple(name, name, fc.array(name), fc.array(fc.record({ group: name, authority: fc.constantFrom('USE', 'JOIN') })))
    .map(([id, text, attributes, groups]) => user(id, text, { attributes, groups, installationData: text })),
  name.map(group),
  fc
    .tuple(name, name, rules, orNull(rules), orNull(fc.nat(99)))
    .map(([of, its, now, inStorage, level]) => profile(of, its, { ...now, inStorage, level, applicationData: of })),
  fc
    .tuple(mappingOwner, name, orNull(name), orNull(name), orNull(name), fc.nat())
    .map(([of, its, issuerFilter, subjectFilter, criteria, sequence]) =>
      mapping(of, its, { issuerFilter, subjectFilter, criteria, sequence, status: 'NOTRUST' }),
    ),
  fc.tuple(name, orNull(name), bytes).map(([label, keyId, spki]) => icsfKey(label, keyId, spki)),
  fc.tuple(name, objects).map(([its, all]) => token(its, all)),
);

const CERTIFICATE: TokenObject = {
  type: 'certificate',
  number: 1,
  label: 'A',
  der: certificate('A').der,
  usage: 'PERSONAL',
  default: true,
  keyId: null,
};

describe('users, groups, profiles, mappings, ICSF keys and tokens as text', () => {
  it('come back as they were, from a file that ends in .json', () => {
    fc.assert(
      fc.property(entity, (one) => {
        const file = entityFile(one);
        expect(file).toMatch(/^[a-z]+\/.*\.json$/);
        expect(reader(one.kind)(writeEntity(one), file)).toEqual(one);
      }),
    );
  });

  it('hold public keys and certificates in PEM', () => {
    expect(writeEntity(icsfKey('LAB.KEY', 'k1'))).toContain('-----BEGIN PUBLIC KEY-----');
    expect(writeEntity(token('LAB.TOKEN', [CERTIFICATE]))).toContain('-----BEGIN CERTIFICATE-----');
  });
});

describe('files of before', () => {
  it('have users with a name only, which are in no group', () => {
    const file = entityFile(user('TCPCS'));
    expect(readUser('{"kind": "user", "id": "TCPCS", "name": "TCP"}', file)).toEqual({
      kind: 'user',
      id: 'TCPCS',
      name: 'TCP',
      owner: '',
      defaultGroup: '',
      groups: [],
      attributes: [],
      installationData: '',
      created: '1970-01-01T00:00:00Z',
      createdBy: '',
    });
  });

  it('have certificates that know no tokens', () => {
    const entry = certificate('A');
    const { tokenKey: _, ...old } = JSON.parse(writeEntity(entry));
    expect(readCertificate(JSON.stringify(old), entityFile(entry))).toEqual(entry);
  });
});

const NEWER = ['warning', 'level', 'auditing', 'notify', 'inStorage'];

describe('files that are not what they should be', () => {
  const samples: readonly Entity[] = [
    user('TCPCS', 'TCP'),
    group('SYS1'),
    profile('FACILITY', 'IRR.DIGTCERT.*', { accessList: [{ id: 'ELM', access: 'READ' }] }),
    mapping(MULTIID, 'Lab', { criteria: 'APPL=&APPLID' }),
    icsfKey('LAB.KEY', 'k1'),
    token('LAB.TOKEN', [
      CERTIFICATE,
      { type: 'key', id: '0A', spki: Uint8Array.of(0x30, 0), keyId: 'k1' },
      { type: 'other', description: 'DATA' },
    ]),
  ];

  it.each(samples.map((one) => [one.kind, one] as const))(
    '%s: no field may be missing or of another type',
    (_, one) => {
      const whole: Record<string, unknown> = JSON.parse(writeEntity(one));
      for (const field of Object.keys(whole)) {
        const { [field]: _gone, ...rest } = whole;
        for (const damaged of [rest, { ...whole, [field]: { no: 'such' } }, { ...whole, [field]: [[]] }]) {
          // A user without an owner is one of before.
          if (one.kind === 'user' && field === 'owner' && damaged === rest) continue;
          // So is a profile that does not say how it is watched.
          if (one.kind === 'profile' && NEWER.includes(field) && damaged === rest) continue;
          expect(
            () => reader(one.kind)(JSON.stringify(damaged), entityFile(one)),
            `${field} ${JSON.stringify(damaged)}`,
          ).toThrow(expect.objectContaining({ code: 'store/corrupt' }));
        }
      }
    },
  );

  it('a profile of before is in storage as it is defined, and does not know how it is watched', () => {
    const now = profile('FACILITY', 'A', { uacc: 'READ' });
    const whole: Record<string, unknown> = JSON.parse(writeEntity(now));
    const before = Object.fromEntries(Object.entries(whole).filter(([field]) => !NEWER.includes(field)));
    const rules = { uacc: 'READ', accessList: [], warning: null };
    expect(readProfile(JSON.stringify(before), entityFile(now))).toEqual({
      ...now,
      ...rules,
      level: null,
      auditing: null,
      notify: null,
      inStorage: rules,
    });
  });

  it.each([
    ['an access that is none', readProfile, samples[2], { uacc: 'SOMETIMES' }],
    ['an access list with an access that is none', readProfile, samples[2], { accessList: [{ id: 'A', access: 'X' }] }],
    ['another class inside', readProfile, samples[2], { class: 'RDATALIB' }],
    ['a group authority that is none', readUser, samples[0], { groups: [{ group: 'A', authority: 'ALL' }] }],
    ['a mapping of a pool', readMapping, samples[3], { owner: 'CERTAUTH' }],
    ['a mapping of another', readMapping, samples[3], { owner: 'ID(ELM)' }],
    ['HIGHTRUST for a mapping', readMapping, samples[3], { status: 'HIGHTRUST' }],
    ['a public key that is a certificate', readIcsfKey, samples[4], { publicKey: '-----BEGIN CERTIFICATE-----' }],
    ['an unknown object', readToken, samples[5], { objects: [{ type: 'secret' }] }],
    ['numbers beyond the last given', readToken, samples[5], { lastNumber: 0 }],
    ['a negative number', readToken, samples[5], { lastNumber: -1 }],
  ] as const)('%s is corrupt', (_what, read, one, over) => {
    if (one === undefined) throw new Error('no sample');
    const text = JSON.stringify({ ...JSON.parse(writeEntity(one)), ...over });
    expect(() => read(text, entityFile(one))).toThrow(expect.objectContaining({ code: 'store/corrupt' }));
  });

  it('a token gives no number twice', () => {
    const twice = token('T', [CERTIFICATE, { ...CERTIFICATE, label: 'B' }]);
    expect(() => readToken(writeEntity(twice), entityFile(twice))).toThrow(/one number to two/);
  });

  it('are refused or read, never anything else', () => {
    const sample = fc.constantFrom(...samples);
    const spot = fc.tuple(fc.nat(), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(sample, fc.oneof(fc.string(), fc.json(), spot), (one, noise) => {
        const whole = writeEntity(one);
        const text = typeof noise === 'string' ? noise : damagedAt(whole, noise[0] % whole.length, noise[1]);
        try {
          reader(one.kind)(text, entityFile(one));
        } catch (error) {
          if (!isRingtoolError(error, 'store/corrupt')) throw error;
        }
      }),
    );
  });
});

function damagedAt(text: string, at: number, noise: string): string {
  return text.slice(0, at) + noise + text.slice(at + 1);
}
