import { describe, expect, it } from 'vitest';
import { accessOf, isInEffect, protectingProfile, standing } from '../../src/authority/access.ts';
import type { Access, ProfileEntry, UserEntry } from '../../src/core/entities.ts';
import type { StoreView } from '../../src/core/view.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';

const created = '2026-11-20T08:00:00.000Z';

function profile(name: string, uacc: Access, list: readonly (readonly [string, Access])[] = []): ProfileEntry {
  const accessList = list.map(([id, access]) => ({ id, access }));
  const rules = { uacc, accessList, warning: false };
  const fixed = { owner: 'IBMUSER', applicationData: '', installationData: '', created, createdBy: 'IBMUSER' };
  const watched = { level: 0, auditing: 'FAILURES(READ)', notify: '' };
  return { kind: 'profile', class: 'FACILITY', name, ...rules, ...watched, inStorage: rules, ...fixed };
}

function user(id: string, groups: readonly string[] = [], attributes: readonly string[] = []): UserEntry {
  const connected = groups.map((group) => ({ group, authority: 'USE' as const }));
  const fixed = { name: '', owner: 'IBMUSER', defaultGroup: groups[0] ?? '', installationData: '' };
  return { kind: 'user', id, groups: connected, attributes, ...fixed, created, createdBy: 'IBMUSER' };
}

function view(
  profiles: readonly ProfileEntry[],
  users: readonly UserEntry[] = [],
  raclisted: readonly string[] = [],
): StoreView {
  const known: Partial<StoreView> = {
    settings: async () => ({ ...DEFAULT_SETTINGS, raclisted }),
    profile: async (_class, name) => profiles.find((each) => each.name === name) ?? null,
    profilesOf: async () => profiles,
    user: async (id) => users.find((each) => each.id === id) ?? null,
  };
  return known as StoreView;
}

describe('what a profile says of a user', () => {
  const elm = user('ELM', ['STAFF', 'ADMIN']);
  it.each<readonly [string, ProfileEntry, UserEntry | null, Access]>([
    ['UACC, for want of more', profile('A', 'READ'), elm, 'READ'],
    [
      'the own entry, even when it is the least',
      profile('A', 'READ', [
        ['ADMIN', 'ALTER'],
        ['ELM', 'NONE'],
      ]),
      elm,
      'NONE',
    ],
    [
      'the best of the groups',
      profile('A', 'ALTER', [
        ['STAFF', 'READ'],
        ['ADMIN', 'UPDATE'],
      ]),
      elm,
      'UPDATE',
    ],
    ['* for a defined user', profile('A', 'NONE', [['*', 'UPDATE']]), elm, 'UPDATE'],
    ['UACC when it is better than *', profile('A', 'CONTROL', [['*', 'UPDATE']]), elm, 'CONTROL'],
    ['not * for one that is not defined', profile('A', 'NONE', [['*', 'UPDATE']]), null, 'NONE'],
    ['neither for RESTRICTED', profile('A', 'READ', [['*', 'READ']]), user('ELM', [], ['RESTRICTED']), 'NONE'],
  ])('%s', (_what, of, who, expected) => expect(accessOf(of, 'ELM', who)).toBe(expected));
});

describe('the profile that protects a resource', () => {
  const profiles = [profile('**', 'NONE'), profile('IRR.DIGTCERT.*', 'NONE'), profile('IRR.DIGTCERT.ADD', 'NONE')];
  it.each([
    ['IRR.DIGTCERT.ADD', 'IRR.DIGTCERT.ADD'],
    ['IRR.DIGTCERT.LIST', 'IRR.DIGTCERT.*'],
    ['BPX.SUPERUSER', '**'],
  ])('%s: %s', async (resource, expected) => {
    expect((await protectingProfile(view(profiles), 'FACILITY', resource))?.name).toBe(expected);
  });
  it('may be none', async () => {
    const nothing = await standing(view([]), 'ELM', 'FACILITY', 'IRR.DIGTCERT.ADD');
    expect(nothing.inEffect).toEqual({ profile: null, access: 'NONE', warning: false });
  });
  it('decides by what the store knows of the user', async () => {
    const list = view([profile('A.*', 'NONE', [['STAFF', 'READ']])], [user('ELM', ['STAFF'])]);
    expect((await standing(list, 'ELM', 'FACILITY', 'A.B')).inEffect.access).toBe('READ');
    expect((await standing(list, 'OAK', 'FACILITY', 'A.B')).inEffect.access).toBe('NONE');
  });
});

describe('a class that is kept in storage', () => {
  const changed: ProfileEntry = {
    ...profile('A.B', 'READ'),
    inStorage: { uacc: 'NONE', accessList: [], warning: false },
  };
  const added: ProfileEntry = { ...profile('A.NEW', 'UPDATE'), inStorage: null };
  const standings = async (resource: string, raclisted: readonly string[]) => {
    const store = view([changed, added, profile('A.*', 'EXECUTE')], [], raclisted);
    const { inEffect, afterRefresh } = await standing(store, 'ELM', 'FACILITY', resource);
    return [inEffect.access, afterRefresh?.access ?? null];
  };
  it.each([
    ['A.B', ['NONE', 'READ']],
    ['A.NEW', ['EXECUTE', 'UPDATE']],
    ['A.C', ['EXECUTE', 'EXECUTE']],
  ])('%s is as it was loaded until the refresh', async (resource, expected) => {
    expect(await standings(resource, ['FACILITY'])).toEqual(expected);
  });
  it.each([
    ['A.B', 'READ'],
    ['A.NEW', 'UPDATE'],
  ])('%s is at once as defined where the class is not', async (resource, expected) => {
    expect(await standings(resource, ['RDATALIB'])).toEqual([expected, null]);
  });
  it('goes by a switch once it is loaded', async () => {
    const loadedOnly = view([changed, added], [], ['FACILITY']);
    expect(await isInEffect(loadedOnly, 'FACILITY', 'A.B')).toBe(true);
    expect(await isInEffect(loadedOnly, 'FACILITY', 'A.NEW')).toBe(false);
    expect(await isInEffect(loadedOnly, 'FACILITY', 'A.C')).toBe(false);
    expect(await isInEffect(view([added]), 'FACILITY', 'A.NEW')).toBe(true);
  });
});
