/** What the listings of the commands around RACDCERT are as data (docs/json.md). */
import { expect, it } from 'vitest';
import { session, SETTINGS } from './session.ts';

async function dataOf(...commands: readonly string[]): Promise<unknown> {
  const { outcomes } = await session(...commands);
  return outcomes.at(-1)?.data?.();
}

const CREATED = { created: '2026-11-20T08:00:00.000Z', createdBy: 'ELM' };

it('LISTUSER', async () => {
  const added = "ADDUSER OAK NAME('Oak') DFLTGRP(STAFF) AUTH(JOIN) SPECIAL PASSWORD(secret) DATA('x')";
  const data = await dataOf(added, 'LISTUSER (OAK GONE)');
  expect(data).toEqual({
    format: 'ringtool-listuser',
    version: 1,
    users: [
      {
        id: 'OAK',
        name: 'Oak',
        owner: 'ELM',
        defaultGroup: 'STAFF',
        groups: [{ group: 'STAFF', authority: 'JOIN' }],
        attributes: ['SPECIAL'],
        installationData: 'x',
        ...CREATED,
      },
    ],
  });
  expect(JSON.stringify(data)).not.toContain('secret');
});

it('RLIST', async () => {
  const data = await dataOf(
    "RDEFINE FACILITY A.* UACC(READ) APPLDATA('y')",
    'PERMIT A.* CLASS(FACILITY) ID(ELM *) ACCESS(UPDATE)',
    'RLIST FACILITY A.B',
  );
  const accessList = ['ELM', '*'].map((id) => ({ id, access: 'UPDATE' }));
  const text = { applicationData: 'y', installationData: '' };
  const profile = { name: 'A.*', generic: true, owner: 'ELM', uacc: 'READ', yourAccess: 'UPDATE', ...text, accessList };
  const watched = { level: 0, warning: false, auditing: 'FAILURES(READ)', notify: '' };
  const inStorage = { uacc: 'READ', accessList, warning: false };
  expect(data).toEqual({
    format: 'ringtool-rlist',
    version: 1,
    class: 'FACILITY',
    profiles: [{ ...profile, ...watched, inStorage, ...CREATED }],
  });
});

it('SEARCH', async () => {
  const data = await dataOf('RDEFINE FACILITY (B A.*)', 'SEARCH CLASS(FACILITY) NOLIST');
  expect(data).toEqual({ format: 'ringtool-search', version: 1, class: 'FACILITY', names: ['A.*', 'B'] });
});

it('LISTGRP', async () => {
  const data = await dataOf(
    'ADDGROUP LAB OWNER(ELM)',
    'ADDGROUP TEAM SUPGROUP(LAB)',
    'ADDUSER OAK DFLTGRP(LAB) AUTHORITY(JOIN)',
    'LISTGRP (LAB GONE)',
  );
  const users = [{ id: 'OAK', authority: 'JOIN' }];
  expect(data).toEqual({
    format: 'ringtool-listgrp',
    version: 1,
    groups: [{ id: 'LAB', superior: 'SYS1', owner: 'ELM', subgroups: ['TEAM'], users, ...CREATED }],
  });
});

it('SETROPTS LIST, and SETROPTS without it', async () => {
  const raclist = 'SETROPTS RACLIST(FACILITY) CLASSACT(RDATALIB)';
  expect(await dataOf(`${raclist} LIST`)).toEqual({
    format: 'ringtool-setropts',
    version: 1,
    active: [...SETTINGS.active, 'RDATALIB'],
    raclisted: [...SETTINGS.raclisted, 'FACILITY'],
  });
  expect(await dataOf(raclist)).toBeUndefined();
});

it('LISTDS', async () => {
  const data = await dataOf("LISTDS (OLD 'ELM.GONE')");
  expect(data).toEqual({ format: 'ringtool-listds', version: 1, dataSets: [{ name: 'ELM.OLD' }] });
});

it('a listing that finds nothing is empty', async () => {
  expect(await dataOf('LISTGRP GONE')).toMatchObject({ groups: [] });
  expect(await dataOf('LISTUSER GONE')).toMatchObject({ users: [] });
  expect(await dataOf('RLIST FACILITY *')).toMatchObject({ profiles: [] });
});
