import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteIcsfKey, deleteMapping, deleteProfile, deleteToken, put, type Change } from '../../src/core/change.ts';
import { MULTIID, userOwner } from '../../src/core/owner.ts';
import type { StoreView } from '../../src/core/view.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../peers.ts';
import { commit, ENTRY, group, icsfKey, mapping, profile, ring, token, user } from './samples.ts';

const folder = temporaryFolder();
const ELM = userOwner('ELM');
let root = '';
let store: Store;
let number = 0;

beforeEach(async () => {
  root = join(folder, String(number++));
  store = await openStore(root, { create: true });
});

const THINGS: readonly Change[] = [
  put(user('ZED')),
  put(user('ELM', 'Elm Lab')),
  put(group('SYS1')),
  put(group('LAB')),
  put(profile('FACILITY', 'IRR.DIGTCERT.*')),
  put(profile('FACILITY', 'IRR.DIGTCERT.LIST')),
  put(profile('RDATALIB', 'ELM.RING.LST')),
  put(mapping(MULTIID, 'both')),
  put(mapping(ELM, 'second')),
  put(mapping(ELM, 'a third')),
  put(token('ELM.T2')),
  put(token('ELM.T1')),
  put(icsfKey('LAB.KEY', null)),
];

/** What a view says of the new kinds, in its order. */
async function told(view: StoreView): Promise<Record<string, readonly string[]>> {
  const names = <T>(all: readonly T[], nameOf: (one: T) => string): readonly string[] => all.map(nameOf);
  return {
    users: names(await view.users(), ({ id }) => id),
    groups: names(await view.groups(), ({ id }) => id),
    facility: names(await view.profilesOf('FACILITY'), (each) => each.name),
    rdatalib: names(await view.profilesOf('RDATALIB'), (each) => each.name),
    elm: names(await view.mappingsOf(ELM), ({ label }) => label),
    mappings: names(await view.mappings(), ({ label }) => label),
    tokens: names(await view.tokens(), (each) => each.name),
  };
}

describe('users, groups, profiles, mappings, tokens and ICSF keys', () => {
  it('are none in a new store, and bring their folders with them', async () => {
    expect(Object.values(await told(store.view())).flat()).toEqual([]);
    expect(await store.view().icsfKey('LAB.KEY')).toBeNull();
    expect(await store.view().knowsUsers()).toBe(false);
    await commit(store, [put(ring('R'))]);
    const before = fs.readdirSync(root);
    await commit(store, THINGS);
    expect(before).not.toContain('mappings');
    expect(fs.readdirSync(root).filter((name) => !before.includes(name))).toEqual([
      'groups',
      'mappings',
      'pkds',
      'profiles',
      'tokens',
      'users',
    ]);
    expect((await store.check()).problems).toEqual([]);
  });

  it('are found by name, and listed by name or in order of addition', async () => {
    await commit(store, THINGS);
    const view = store.view();
    expect(await told(view)).toEqual({
      users: ['ELM', 'ZED'],
      groups: ['LAB', 'SYS1'],
      facility: ['IRR.DIGTCERT.*', 'IRR.DIGTCERT.LIST'],
      rdatalib: ['ELM.RING.LST'],
      elm: ['second', 'a third'],
      mappings: ['both', 'second', 'a third'],
      tokens: ['ELM.T1', 'ELM.T2'],
    });
    expect(await view.user('ELM')).toEqual(user('ELM', 'Elm Lab'));
    expect(await view.group('LAB')).toEqual(group('LAB'));
    expect(await view.profile('FACILITY', 'IRR.DIGTCERT.LIST')).toEqual(profile('FACILITY', 'IRR.DIGTCERT.LIST'));
    expect(await view.profile('RDATALIB', 'IRR.DIGTCERT.LIST')).toBeNull();
    expect(await view.mapping(ELM, 'second')).toMatchObject({ owner: ELM, label: 'second' });
    expect(await view.mapping(MULTIID, 'second')).toBeNull();
    expect(await view.token('ELM.T1')).toEqual(token('ELM.T1'));
    expect(await view.icsfKey('LAB.KEY')).toEqual(icsfKey('LAB.KEY', null));
    expect(await view.knowsUsers()).toBe(true);
  });

  it('go when they are deleted, and the history says so', async () => {
    await commit(store, THINGS);
    await commit(store, [
      deleteMapping(ELM, 'second'),
      deleteMapping(MULTIID, 'both'),
      deleteToken('ELM.T1'),
      deleteIcsfKey('LAB.KEY'),
      deleteProfile('FACILITY', 'IRR.DIGTCERT.*'),
      { action: 'delete', kind: 'group', id: 'LAB' },
      { action: 'delete', kind: 'user', id: 'ZED' },
    ]);
    expect(await told(store.view())).toEqual({
      users: ['ELM'],
      groups: ['SYS1'],
      facility: ['IRR.DIGTCERT.LIST'],
      rdatalib: ['ELM.RING.LST'],
      elm: ['a third'],
      mappings: ['a third'],
      tokens: ['ELM.T2'],
    });
    expect(await store.view().icsfKey('LAB.KEY')).toBeNull();
    expect((await store.history(1))[0]?.changed).toEqual([
      'delete mapping ID(ELM) second',
      'delete mapping MULTIID both',
      'delete token ELM.T1',
      'delete ICSF key LAB.KEY',
      'delete profile FACILITY IRR.DIGTCERT.*',
      'delete group LAB',
      'delete user ZED',
    ]);
  });

  it('are counted by info, and are part of a backup', async () => {
    await commit(store, THINGS);
    const counts = { users: 2, groups: 2, profiles: 3, mappings: 3, tokens: 2, icsfKeys: 1 };
    expect(await store.info()).toMatchObject(counts);
    await store.backup(`${root}-copy`);
    const copy = await openStore(`${root}-copy`);
    expect(await copy.info()).toMatchObject(counts);
    expect(await told(copy.view())).toEqual(await told(store.view()));
  });

  it.each<[string, (view: StoreView) => Promise<unknown>, Change]>([
    ['a user', (view) => view.user('ELM'), put(user('ELM', 'changed'))],
    ['the users', (view) => view.users(), put(user('NEW'))],
    ['a group', (view) => view.group('NEW'), put(group('NEW'))],
    ['the groups', (view) => view.groups(), put(group('NEW'))],
    ['a profile', (view) => view.profile('FACILITY', 'A'), put(profile('FACILITY', 'A'))],
    ['the profiles', (view) => view.profilesOf('FACILITY'), put(profile('FACILITY', 'A'))],
    ['a mapping', (view) => view.mapping(ELM, 'second'), deleteMapping(ELM, 'second')],
    ['mappings of one', (view) => view.mappingsOf(ELM), put(mapping(ELM, 'new'))],
    ['all mappings, and one of a new owner', (view) => view.mappings(), put(mapping(userOwner('NEW'), 'new'))],
    ['a token', (view) => view.token('ELM.T1'), put(token('ELM.T1', [], 10))],
    ['the tokens', (view) => view.tokens(), put(token('NEW'))],
    ['an ICSF key', (view) => view.icsfKey('LAB.KEY'), deleteIcsfKey('LAB.KEY')],
  ])('%s: what was read and has changed since is a conflict', async (_what, read, change) => {
    await commit(store, THINGS);
    const [based, other] = [store.view(), store.view()];
    await read(based);
    await other.settings();
    await commit(store, [change]);
    const unrelated = [put(ring('R'))];
    await expect(store.commit(unrelated, based, ENTRY)).rejects.toMatchObject({ code: 'store/conflict' });
    await store.commit(unrelated, other, ENTRY);
  });

  it('are not read or written through a link', async () => {
    await commit(store, [put(ring('R'))]);
    fs.mkdirSync(`${root}-elsewhere`);
    for (const name of ['groups', 'mappings', 'pkds', 'profiles', 'tokens'])
      fs.symlinkSync(`${root}-elsewhere`, join(root, name));
    const view = (await openStore(root)).view();
    const corrupt = expect.objectContaining({ code: 'store/corrupt' });
    for (const read of [
      view.groups(),
      view.group('A'),
      view.mappings(),
      view.mappingsOf(ELM),
      view.icsfKey('A'),
      view.profilesOf('FACILITY'),
      view.tokens(),
    ]) {
      await expect(read).rejects.toEqual(corrupt);
    }
    for (const change of [put(group('A')), put(token('A')), put(mapping(ELM, 'A'))])
      await expect(commit(store, [change])).rejects.toEqual(corrupt);
    expect(fs.readdirSync(`${root}-elsewhere`)).toEqual([]);
  });
});

it('classes that are active have a default where a store does not name them', async () => {
  expect(DEFAULT_SETTINGS.active).toEqual(
    expect.arrayContaining(['DIGTCERT', 'DIGTRING', 'DIGTNMAP', 'DIGTCRIT', 'FACILITY', 'RDATALIB']),
  );
  await commit(store, [{ action: 'settings', settings: { ...DEFAULT_SETTINGS, active: ['APPL'] } }]);
  expect((await store.view().settings()).active).toEqual(['APPL']);
  fs.writeFileSync(join(root, 'store.json'), '{"format": "ringtool-store", "version": 1, "settings": {}}');
  expect(await (await openStore(root)).view().settings()).toEqual(DEFAULT_SETTINGS);
});
