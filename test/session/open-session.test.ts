/** A session takes from the store, and from this machine, what nobody says. */
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StoreSettings } from '../../src/core/entities.ts';
import { loginUser } from '../../src/session/login-user.ts';
import { openSession } from '../../src/session/open-session.ts';
import { openDataSets } from '../../src/store/data-sets.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../peers.ts';

const folder = temporaryFolder();
let count = 0;

async function storeWith(settings: Partial<StoreSettings>): Promise<Store> {
  const store = await openStore(join(folder, `store-${++count}`), { create: true });
  const view = store.view();
  const changed = { ...(await view.settings()), ...settings };
  await store.commit([{ action: 'settings', settings: changed }], view, { when: 'then', user: 'TEST', command: 'set' });
  return store;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('who issues the commands', () => {
  it('is the user given, else the user of the store, else the login name', async () => {
    vi.stubEnv('LOGNAME', 'marie.curie');
    const store = await storeWith({ user: 'STOREUSR' });
    await (await openSession(store, { user: 'GIVEN' })).run('RACDCERT ADDRING(ONE)');
    await (await openSession(store)).run('RACDCERT ADDRING(TWO)');
    const nobody = await storeWith({ user: null });
    await (await openSession(nobody)).run('RACDCERT ADDRING(THREE)');
    expect((await store.view().ringsOf('GIVEN')).map(({ name }) => name)).toEqual(['ONE']);
    expect((await store.view().ringsOf('STOREUSR')).map(({ name }) => name)).toEqual(['TWO']);
    expect(await nobody.view().ringsOf(loginUser({ LOGNAME: 'marie.curie' }))).toHaveLength(1);
  });

  it('has a user id even where the login name is none', () => {
    expect(loginUser({ LOGNAME: 'lab' })).toBe('LAB');
    expect(loginUser({ USER: 'marie.curie-sklodowska' })).toMatch(/^[A-Z@#$][A-Z0-9@#$]{0,7}$/);
  });
});

it('the clock, the time zone and the data sets are those of machine and store', async () => {
  const store = await storeWith({ timeZone: 'Asia/Tokyo', user: 'LAB' });
  const session = await openSession(store);
  await session.run(
    "RACDCERT GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') NISTECC NOTAFTER(DATE(2099-12-31) TIME(00:00:00))",
  );
  const [made] = await store.view().certificatesOf({ kind: 'user', id: 'LAB' });
  expect(Math.abs(Date.parse(made?.created ?? '') - Date.now())).toBeLessThan(60_000);
  const { lines } = await session.run("RACDCERT LIST(LABEL('x'))");
  expect(lines.join('\n')).toContain('End Date:   2099/12/31 00:00:00');
  const inUtc = await (await openSession(store, { timeZone: 'UTC' })).run("RACDCERT LIST(LABEL('x'))");
  expect(inUtc.lines.join('\n')).toContain('End Date:   2099/12/30 15:00:00');
  expect((await session.run("RACDCERT EXPORT(LABEL('x')) DSN('LAB.OUT')")).returnCode).toBe(0);
  expect(await openDataSets(join(store.location, 'datasets')).read('LAB.OUT')).not.toBeNull();
});
