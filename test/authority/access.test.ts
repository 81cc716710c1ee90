import { describe, expect, it } from 'vitest';
import { accessOf, protectingProfile, standing } from '../../src/authority/access.ts';
import type { Access, ProfileEntry, UserEntry } from '../../src/core/entities.ts';
import type { StoreView } from '../../src/core/view.ts';

const created = '2026-11-20T08:00:00.000Z';

function profile(name: string, uacc: Access, list: readonly (readonly [string, Access])[] = []): ProfileEntry {
  const accessList = list.map(([id, access]) => ({ id, access }));
  const fixed = { owner: 'IBMUSER', applicationData: '', installationData: '', created, createdBy: 'IBMUSER' };
  return { kind: 'profile', class: 'FACILITY', name, uacc, accessList, ...fixed };
}

function user(id: string, groups: readonly string[] = [], attributes: readonly string[] = []): UserEntry {
  const connected = groups.map((group) => ({ group, authority: 'USE' as const }));
  const fixed = { name: '', owner: 'IBMUSER', defaultGroup: groups[0] ?? '', installationData: '' };
  return { kind: 'user', id, groups: connected, attributes, ...fixed, created, createdBy: 'IBMUSER' };
}

function view(profiles: readonly ProfileEntry[], users: readonly UserEntry[] = []): StoreView {
  const known: Partial<StoreView> = {
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
    expect(nothing).toEqual({ profile: null, access: 'NONE' });
  });
  it('decides by what the store knows of the user', async () => {
    const list = view([profile('A.*', 'NONE', [['STAFF', 'READ']])], [user('ELM', ['STAFF'])]);
    expect((await standing(list, 'ELM', 'FACILITY', 'A.B')).access).toBe('READ');
    expect((await standing(list, 'OAK', 'FACILITY', 'A.B')).access).toBe('NONE');
  });
});
