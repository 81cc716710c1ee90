import { expect, it } from 'vitest';
import {
  type ChangeSet,
  deleteCertificate,
  deleteIcsfKey,
  deleteKey,
  deleteMapping,
  deleteProfile,
  deleteRing,
  deleteToken,
  put,
} from '../../src/core/change.ts';
import type { CertificateEntry, RingEntry } from '../../src/core/entities.ts';
import { CERTAUTH, MULTIID, userOwner } from '../../src/core/owner.ts';
import type { StoreView } from '../../src/core/view.ts';
import { newPlan } from '../../src/session/plan.ts';
import { plannedView } from '../../src/session/planned-view.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { memoryLab } from '../racdcert/memory-lab.ts';
import { group, icsfKey, mapping, profile, token, user } from '../store/samples.ts';

const U1 = userOwner('U1');
const RING: RingEntry = {
  kind: 'ring',
  owner: 'U1',
  name: 'New',
  connections: [],
  created: '',
  createdBy: '',
  sequence: 0,
};

async function stored(): Promise<{ readonly view: StoreView; readonly one: CertificateEntry }> {
  const lab = memoryLab();
  await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('one')) WITHLABEL('one') NISTECC");
  await lab.done('RACDCERT ID(U1) ADDRING(Old)');
  return { view: lab.view(), one: lab.entry('U1', 'one') };
}

it('without a plan is the store', async () => {
  const { view, one } = await stored();
  const planned = plannedView(view, newPlan().plan);
  expect(await planned.certificatesOf(U1)).toEqual([one]);
  expect(await planned.settings()).toEqual(await view.settings());
  expect(await planned.key(one.keyId ?? '')).not.toBeNull();
  expect(await planned.ringsOf('U1')).toHaveLength(1);
  expect([await planned.user('U1'), await planned.knowsUsers()]).toEqual([null, false]);
});

it('shows what would be deleted to nobody, whichever way it is looked for', async () => {
  const { view, one } = await stored();
  const { plan, add } = newPlan();
  add([deleteCertificate(U1, 'one'), deleteRing('U1', 'Old'), deleteKey(one.keyId ?? '')]);
  const planned = plannedView(view, plan);
  const { issuer, subject, serial, publicKey } = parseCertificate(one.der);
  expect(await planned.certificate(U1, 'one')).toBeNull();
  expect((await planned.labelsOf(U1)).has('one')).toBe(false);
  expect(await planned.byIssuerAndSerial(issuer.der, serial)).toBeNull();
  expect(await planned.byPublicKey(publicKey.spki)).toEqual([]);
  expect(await planned.bySubject(subject.der)).toEqual([]);
  expect(await planned.ring('U1', 'Old')).toBeNull();
  expect(await planned.ringsOf('U1')).toEqual([]);
  expect(await planned.key(one.keyId ?? '')).toBeNull();
});

it('finds what would be added by every look-up, after what is there', async () => {
  const { view, one } = await stored();
  const { plan, add } = newPlan();
  const planned = plannedView(view, plan);
  add([put({ ...one, label: 'two', sequence: 0 }), put({ ...one, owner: CERTAUTH, sequence: 0 }), put(RING)]);
  const { issuer, subject, serial, publicKey } = parseCertificate(one.der);
  const names = (entries: readonly CertificateEntry[]) => entries.map(({ owner, label }) => `${owner.kind} ${label}`);
  expect(names(await planned.certificatesOf(U1))).toEqual(['user one', 'user two']);
  expect((await planned.labelsOf(U1)).has('two')).toBe(true);
  expect(names(await planned.byPublicKey(publicKey.spki))).toEqual(['user one', 'user two', 'certauth one']);
  expect(names(await planned.bySubject(subject.der))).toEqual(['user one', 'user two', 'certauth one']);
  expect((await planned.byIssuerAndSerial(issuer.der, serial))?.label).toBe('one');
  add([deleteCertificate(U1, 'one')]);
  expect((await planned.byIssuerAndSerial(issuer.der, serial))?.label).toBe('two');
  expect((await planned.ringsOf('U1')).map(({ name }) => name)).toEqual(['Old', 'New']);
});

it('keeps the place of what would be changed, and settings and users as planned', async () => {
  const { view, one } = await stored();
  const { plan, add } = newPlan();
  const settings = { ...(await view.settings()), raclisted: ['DIGTCERT'] };
  add([put({ ...one, label: 'two', sequence: 0 }), put({ ...one, status: 'NOTRUST' })]);
  add([{ action: 'settings', settings }, put(user('U9'))]);
  const planned = plannedView(view, plan);
  expect((await planned.certificatesOf(U1)).map(({ label, status }) => [label, status])).toEqual([
    ['one', 'NOTRUST'],
    ['two', 'TRUST'],
  ]);
  expect((await planned.settings()).raclisted).toEqual(['DIGTCERT']);
  expect(await planned.user('U9')).toMatchObject({ id: 'U9' });
  expect(await planned.knowsUsers()).toBe(true);
});

it('names those who would own something', async () => {
  const { view, one } = await stored();
  const { plan, add } = newPlan();
  const planned = plannedView(view, plan);
  expect(await planned.owners(5)).toEqual(['U1']);
  add([put({ ...one, owner: userOwner('A2'), sequence: 0 }), put({ ...RING, owner: 'Z3' })]);
  add([put({ ...one, owner: CERTAUTH, sequence: 0 })]);
  expect(await planned.owners(5)).toEqual(['A2', 'U1', 'Z3']);
  expect(await planned.owners(2)).toEqual(['A2', 'U1']);
  add([deleteCertificate(U1, 'one'), deleteRing('U1', 'Old')]);
  expect(await planned.owners(5)).toEqual(['A2', 'Z3']);
});

const ELM = userOwner('ELM');

/** What a view says of the kinds that are looked up by name, in its order. */
async function told(view: StoreView): Promise<readonly (readonly string[])[]> {
  return [
    (await view.users()).map(({ id, name }) => id + name),
    (await view.groups()).map(({ id }) => id),
    (await view.profilesOf('FACILITY')).map(({ name, uacc }) => name + uacc),
    (await view.mappingsOf(ELM)).map(({ label }) => label),
    (await view.mappings()).map(({ label }) => label),
    (await view.tokens()).map(({ name }) => name),
  ];
}

const STORED: ChangeSet = [
  put(user('U1')),
  put(group('LAB')),
  put(profile('FACILITY', 'B')),
  put(profile('RDATALIB', 'B')),
  put(mapping(ELM, 'one')),
  put(mapping(MULTIID, 'both')),
  put(token('ELM.T1')),
  put(icsfKey('LAB.KEY', 'k1')),
];

it('shows users, groups, profiles, mappings, tokens and ICSF keys as they would be', async () => {
  const lab = memoryLab();
  const { plan, add } = newPlan();
  const planned = plannedView(lab.view(), plan);
  lab.commit(STORED);
  expect(await told(planned)).toEqual([['U1'], ['LAB'], ['BNONE'], ['one'], ['one', 'both'], ['ELM.T1']]);
  add([
    put(user('A', '+')),
    put(user('U1', '!')),
    put(group('A')),
    put(profile('FACILITY', 'A')),
    put(profile('FACILITY', 'B', { uacc: 'READ' })),
    put(profile('RDATALIB', 'C')),
    put(mapping(ELM, 'two')),
    put(mapping(userOwner('OAK'), 'oak')),
    put(token('ELM.T0')),
    put(icsfKey('NEW.KEY', null)),
  ]);
  expect(await told(planned)).toEqual([
    ['A+', 'U1!'],
    ['A', 'LAB'],
    ['ANONE', 'BREAD'],
    ['one', 'two'],
    ['one', 'both', 'two', 'oak'],
    ['ELM.T0', 'ELM.T1'],
  ]);
  expect(await planned.user('U1')).toMatchObject({ name: '!' });
  expect(await planned.group('A')).toEqual(group('A'));
  expect(await planned.profile('FACILITY', 'B')).toMatchObject({ uacc: 'READ' });
  expect(await planned.profile('RDATALIB', 'B')).toMatchObject({ uacc: 'NONE' });
  expect(await planned.mapping(ELM, 'two')).toMatchObject({ label: 'two' });
  expect(await planned.mapping(ELM, 'oak')).toBeNull();
  expect(await planned.token('ELM.T0')).toEqual(token('ELM.T0'));
  expect(await planned.icsfKey('NEW.KEY')).toEqual(icsfKey('NEW.KEY', null));
});

it('shows no user, group, profile, mapping, token or ICSF key that would be deleted', async () => {
  const lab = memoryLab();
  const { plan, add } = newPlan();
  const planned = plannedView(lab.view(), plan);
  lab.commit(STORED);
  expect(await planned.knowsUsers()).toBe(true);
  add([
    { action: 'delete', kind: 'user', id: 'U1' },
    { action: 'delete', kind: 'group', id: 'LAB' },
    deleteProfile('FACILITY', 'B'),
    deleteMapping(ELM, 'one'),
    deleteToken('ELM.T1'),
    deleteIcsfKey('LAB.KEY'),
  ]);
  expect(await told(planned)).toEqual([[], [], [], [], ['both'], []]);
  expect(await planned.knowsUsers()).toBe(false);
  expect(await planned.icsfKey('LAB.KEY')).toBeNull();
  expect(await planned.profile('FACILITY', 'B')).toBeNull();
  expect(await planned.profile('RDATALIB', 'B')).not.toBeNull();
});
