import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingEntry, ProfileEntry } from '../../../src/core/entities.ts';
import { MULTIID, type MappingOwner } from '../../../src/core/owner.ts';
import { chosenBy } from '../../../src/racdcert/mapping/mapping-criteria.ts';
import { identityOf, mappingsFor, storedCopy } from '../../../src/racdcert/mapping/mapping-match.ts';
import { fixtureKey, issued } from '../../x509/issued.ts';
import { memoryLab } from '../memory-lab.ts';

const CA = issued('Lab CA', fixtureKey('p256-a'), { ca: true });
const { certificate } = issued('ann', fixtureKey('p256-b'), { issuer: CA, serial: 7n });

const SUBJECTS = ['CN=ann.O=Example.C=US', 'O=Example.C=US', 'C=US', null] as const;
const ISSUERS = ['CN=Lab CA.O=Example.C=US', 'O=Example.C=US', 'C=US', null] as const;

function mapping(
  subjectFilter: string | null,
  issuerFilter: string | null,
  more: Partial<MappingEntry> = {},
): MappingEntry {
  return {
    kind: 'mapping',
    owner: { kind: 'user', id: 'ANN' },
    label: `${subjectFilter} / ${issuerFilter}`,
    subjectFilter,
    issuerFilter,
    criteria: null,
    status: 'TRUST',
    created: '2026-01-01T00:00:00.000Z',
    createdBy: 'IBMUSER',
    sequence: 1,
    ...more,
  };
}

/** Every pair that fits, the best one first. */
const IN_ORDER = [
  ...SUBJECTS.filter((each) => each !== null).flatMap((subject) =>
    ISSUERS.filter((each) => each !== null).map((issuer) => mapping(subject, issuer)),
  ),
  ...SUBJECTS.filter((each) => each !== null).map((subject) => mapping(subject, null)),
  ...ISSUERS.filter((each) => each !== null).map((issuer) => mapping(null, issuer)),
];

function profile(name: string, applicationData: string): ProfileEntry {
  const created = '2026-01-01T00:00:00.000Z';
  const nothing = { installationData: '', accessList: [], warning: false, level: 0, auditing: 'NONE', notify: '' };
  const made = { inStorage: null, created, createdBy: 'IBMUSER', owner: 'IBMUSER' };
  return { kind: 'profile', class: 'DIGTCRIT', name, uacc: 'NONE', applicationData, ...nothing, ...made };
}

function labWith(...profiles: readonly ProfileEntry[]) {
  const lab = memoryLab();
  for (const each of profiles) lab.profiles.set(`${each.class}/${each.name}`, each);
  return lab.view();
}

describe('which mappings fit', () => {
  it('goes by subject and issuer, then subject, then issuer, each from whole names to their ends', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(IN_ORDER), (some) => {
        expect(mappingsFor(certificate, some)).toEqual(IN_ORDER.filter((each) => some.includes(each)));
      }),
    );
  });

  it('needs both filters of a mapping to fit', () => {
    const strangers = [
      mapping('CN=ann.O=Example.C=US', 'CN=Other CA.O=Example.C=US'),
      mapping('CN=bob.O=Example.C=US', 'CN=Lab CA.O=Example.C=US'),
      mapping('CN=ann', null),
      mapping(null, 'CA.O=Example.C=US'),
    ];
    expect(mappingsFor(certificate, strangers)).toEqual([]);
  });
});

describe('whom a certificate stands for', () => {
  const fitting = mapping('C=US', null);

  it('is its owner when the database has this very certificate and trusts it', async () => {
    const lab = memoryLab();
    lab.files.set('ANN', certificate.der);
    await lab.run("RACDCERT ID(BOB) ADD('ANN') WITHLABEL('ann') TRUST");
    const view = lab.view();
    const entry = await storedCopy(view, certificate);
    expect(entry?.label).toBe('ann');
    const mappings = [fitting];
    expect(await identityOf(view, { entry, mappings })).toEqual({ by: 'certificate', user: 'BOB' });
    await lab.done("RACDCERT ID(BOB) ALTER(LABEL('ann')) NOTRUST");
    const distrusted = await storedCopy(lab.view(), certificate);
    expect(await identityOf(view, { entry: distrusted, mappings })).toMatchObject({ by: 'mapping', user: 'ANN' });
  });

  it('is nobody for a certificate of an authority, whatever mappings there are', async () => {
    const lab = memoryLab();
    lab.files.set('CA', CA.certificate.der);
    await lab.done("RACDCERT CERTAUTH ADD('CA') WITHLABEL('ca')");
    const entry = await storedCopy(lab.view(), CA.certificate);
    expect(await identityOf(lab.view(), { entry, mappings: [fitting] })).toBeNull();
  });

  it('is not told by number and issuer alone', async () => {
    const lab = memoryLab();
    lab.files.set('ANN', certificate.der);
    await lab.run("RACDCERT ID(BOB) ADD('ANN') TRUST");
    const twin = issued('mallory', fixtureKey('p256-c'), { issuer: CA, serial: 7n });
    expect(await storedCopy(lab.view(), twin.certificate)).toBeNull();
  });

  it('passes over mappings that are not trusted', async () => {
    const view = labWith();
    const doubtful = mapping('O=Example.C=US', null, { status: 'NOTRUST' });
    const known = { entry: null, mappings: [doubtful, fitting] };
    expect(await identityOf(view, known)).toEqual({ by: 'mapping', mapping: fitting, user: 'ANN' });
    expect(await identityOf(view, { entry: null, mappings: [doubtful] })).toBeNull();
    expect(await identityOf(view, { entry: null, mappings: [] })).toBeNull();
  });

  it('is for MULTIID the user of the profile that the criteria name', async () => {
    const owner: MappingOwner = MULTIID;
    const royal = mapping('C=US', null, { owner, criteria: 'APPLID=&APPLID' });
    const known = { entry: null, mappings: [royal] };
    const view = labWith(profile('APPLID=EROYAL', 'ROYALID'));
    const answer = (user: string | null, criteria: string) => ({ by: 'criteria', mapping: royal, criteria, user });
    expect(await identityOf(view, known, { APPLID: 'EROYAL' })).toEqual(answer('ROYALID', 'APPLID=EROYAL'));
    expect(await identityOf(view, known, { APPLID: 'OTHER' })).toEqual(answer(null, 'APPLID=OTHER'));
    expect(await identityOf(view, known)).toEqual(answer(null, 'APPLID=&APPLID'));
  });
});

describe('criteria', () => {
  it('have all their variables filled in, once, before a profile is looked for', async () => {
    const view = labWith(profile('APPLID=A.SYSID=S', 'BOTH'), profile('APPLID=&SYSID', 'WRONG'), profile('FIXED', 'F'));
    const template = 'APPLID=&APPLID.SYSID=&SYSID';
    expect(await chosenBy(view, template, { APPLID: 'A', SYSID: 'S' })).toEqual({
      criteria: 'APPLID=A.SYSID=S',
      user: 'BOTH',
    });
    expect(await chosenBy(view, template, { APPLID: 'A' })).toEqual({ criteria: 'APPLID=A.SYSID=&SYSID', user: null });
    // A value that looks like a variable is none, and names of Object are no variables.
    expect(await chosenBy(view, 'APPLID=&APPLID', { APPLID: '&APPLID' })).toEqual({
      criteria: 'APPLID=&APPLID',
      user: null,
    });
    expect((await chosenBy(view, '&CONSTRUCTOR', {})).user).toBeNull();
    expect((await chosenBy(view, 'FIXED', {})).user).toBe('F');
  });

  it('choose nobody where a profile names nobody', async () => {
    expect((await chosenBy(labWith(profile('FIXED', '')), 'FIXED', {})).user).toBeNull();
  });
});
