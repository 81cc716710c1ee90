import { expect, it } from 'vitest';
import { type Change, deleteIcsfKey, deleteMapping, deleteProfile, deleteToken, put } from '../../src/core/change.ts';
import { MULTIID, userOwner } from '../../src/core/owner.ts';
import { plannedLine, summarise } from '../../src/session/change-summary.ts';
import { memoryLab } from '../racdcert/memory-lab.ts';
import { certificate, group, icsfKey, keyEntry, mapping, profile, ring, token, user } from '../store/samples.ts';

const ELM = userOwner('ELM');

const THINGS: readonly Change[] = [
  put(certificate('Web')),
  put(ring('R')),
  put(keyEntry('k1')),
  put(mapping(ELM, 'Lab')),
  put(mapping(MULTIID, 'All')),
  put(token('ELM.T1')),
  put(icsfKey('LAB.KEY', 'k1')),
  put(user('ELM')),
  put(group('LAB')),
  put(profile('FACILITY', 'IRR.DIGTCERT.*')),
];

const NAMES = [
  "certificate ID(TCPCS) 'Web'",
  'ring TCPCS/R',
  'a private key',
  "mapping ID(ELM) 'Lab'",
  "mapping MULTIID 'All'",
  'token ELM.T1',
  'ICSF key LAB.KEY',
  'user ELM',
  'group LAB',
  'profile FACILITY IRR.DIGTCERT.*',
];

it('every kind has its words, and what is there already would be changed', async () => {
  const lab = memoryLab();
  const lines = async (changes: readonly Change[]): Promise<readonly string[]> =>
    (await summarise(lab.view(), { changes, dataSets: [], deletedDataSets: [] })).map(plannedLine);
  expect(await lines(THINGS)).toEqual(NAMES.map((name) => `Would add ${name}.`));
  lab.commit(THINGS);
  const [, ...others] = THINGS;
  expect(await lines([put(certificate('Web', { status: 'NOTRUST' })), ...others])).toEqual(
    NAMES.map((name) => `Would change ${name}.`),
  );
  expect(
    await lines([
      deleteMapping(MULTIID, 'All'),
      deleteToken('ELM.T1'),
      deleteIcsfKey('LAB.KEY'),
      deleteProfile('FACILITY', 'IRR.DIGTCERT.*'),
      { action: 'delete', kind: 'group', id: 'LAB' },
    ]),
  ).toEqual([
    "Would delete mapping MULTIID 'All'.",
    'Would delete token ELM.T1.',
    'Would delete ICSF key LAB.KEY.',
    'Would delete profile FACILITY IRR.DIGTCERT.*.',
    'Would delete group LAB.',
  ]);
});

it('a place is a place and nothing more: no key comes with it', async () => {
  const told = await summarise(memoryLab().view(), { changes: THINGS, dataSets: [], deletedDataSets: [] });
  expect(told.map(({ place }) => place)).toEqual([
    { kind: 'certificate', owner: userOwner('TCPCS'), label: 'Web' },
    { kind: 'ring', owner: 'TCPCS', name: 'R' },
    { kind: 'key', id: 'k1' },
    { kind: 'mapping', owner: ELM, label: 'Lab' },
    { kind: 'mapping', owner: MULTIID, label: 'All' },
    { kind: 'token', name: 'ELM.T1' },
    { kind: 'icsf-key', label: 'LAB.KEY' },
    { kind: 'user', id: 'ELM' },
    { kind: 'group', id: 'LAB' },
    { kind: 'profile', class: 'FACILITY', name: 'IRR.DIGTCERT.*' },
  ]);
});

it('a certificate that got its key from a token is more than a mirror of its rings', async () => {
  const lab = memoryLab();
  lab.commit([put(certificate('Web'))]);
  const changes = [put(certificate('Web', { tokenKey: { token: 'T', id: '0A' } }))];
  expect(await summarise(lab.view(), { changes, dataSets: [], deletedDataSets: [] })).toHaveLength(1);
});

it('data sets are written and deleted', async () => {
  const dataSets = [{ name: 'A.CERT', bytes: new Uint8Array(), secret: false }];
  const told = await summarise(memoryLab().view(), { changes: [], dataSets, deletedDataSets: ['A.OLD'] });
  expect(told.map(plannedLine)).toEqual(['Would write data set A.CERT.', 'Would delete data set A.OLD.']);
});
