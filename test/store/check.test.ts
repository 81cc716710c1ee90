import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteKey, put } from '../../src/core/change.ts';
import type { TokenObject } from '../../src/core/entities.ts';
import { certificateFile, entityFile, keyFile, ringFile } from '../../src/store/layout.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../peers.ts';
import { certificate, commit, icsfKey, keyEntry, nameOf, ring, spkiNumber, TCPCS, token, user } from './samples.ts';

const folder = temporaryFolder();
let root = '';
let store: Store;
let number = 0;
const R = { owner: 'TCPCS', name: 'R' };

beforeEach(async () => {
  root = join(folder, String(number++));
  store = await openStore(root, { create: true });
  const connections = [{ owner: TCPCS, label: 'A', usage: 'PERSONAL' as const, default: true }];
  await commit(store, [
    put(certificate('A', { serial: 1, keyId: 'k1', rings: [R] })),
    put(keyEntry('k1')),
    put(ring('R', { connections })),
    put(certificate('B', { serial: 2 })),
  ]);
});

const A = certificateFile(TCPCS, 'A');

function edit(file: string, over: Record<string, unknown>): void {
  const path = join(root, file);
  fs.writeFileSync(path, JSON.stringify({ ...JSON.parse(fs.readFileSync(path, 'utf8')), ...over }), { mode: 0o600 });
}

/** Kinds and files found, whether they were mended, and what is left afterwards. */
async function found(): Promise<{ before: string[]; mended: boolean[]; after: string[] }> {
  const text = async (repair: boolean) => (await store.check({ repair })).problems;
  const plain = (await text(false)).map((each) => `${each.kind} ${each.file}`);
  const repaired = await text(true);
  expect(repaired.map((each) => `${each.kind} ${each.file}`)).toEqual(plain);
  return {
    before: plain,
    mended: repaired.map((each) => each.mended),
    after: (await text(false)).map((each) => each.kind),
  };
}

describe('check', () => {
  it('finds nothing in a sound store, and counts what it has read', async () => {
    expect(await store.check()).toEqual({ checked: 4, problems: [] });
  });

  it('mends a certificate that does not know its ring, or knows one too many', async () => {
    edit(A, { rings: [] });
    edit(certificateFile(TCPCS, 'B'), { rings: [R, { owner: 'TCPCS', name: 'GONE' }] });
    expect(await found()).toEqual({
      before: [`ring-mirror ${A}`, `ring-mirror ${certificateFile(TCPCS, 'B')}`],
      mended: [true, true],
      after: [],
    });
    expect((await store.view().certificate(TCPCS, 'A'))?.rings).toEqual([R]);
    expect((await store.view().certificate(TCPCS, 'B'))?.rings).toEqual([]);
  });

  it('names a ring that connects what is not there', async () => {
    fs.rmSync(join(root, A));
    const { before, mended, after } = await found();
    expect(before).toEqual([`ring-mirror ${ringFile('TCPCS', 'R')}`, 'index index']);
    expect(mended).toEqual([false, true]);
    expect(after).toEqual(['ring-mirror']);
  });

  it('names a certificate whose key is gone', async () => {
    fs.rmSync(join(root, keyFile('k1')));
    expect(await found()).toEqual({ before: [`dangling-key ${A}`], mended: [false], after: ['dangling-key'] });
  });

  it('names what cannot be read, and never what a key is', async () => {
    fs.writeFileSync(join(root, keyFile('k1')), 'secret-secret', { mode: 0o600 });
    const { problems } = await store.check({ repair: true });
    expect(problems.map((each) => [each.kind, each.file])).toEqual([
      ['unreadable', keyFile('k1')],
      ['dangling-key', A],
    ]);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });

  const PKDS = entityFile({ kind: 'icsf-key', label: 'LAB.KEY' });

  it('makes the key of the PKDS anew that a certificate refers to', async () => {
    const entry = certificate('C', { serial: 3, keyId: 'k1', pkdsLabel: 'LAB.KEY' });
    await commit(store, [put(entry), put({ ...entry, owner: { kind: 'user', id: 'OTHER' } })]);
    const both = [entry.owner, { kind: 'user', id: 'OTHER' } as const].map((of) => certificateFile(of, 'C')).sort();
    expect(await found()).toEqual({
      before: [`icsf-key ${both[0]}`, `duplicate ${both[1]}`],
      mended: [true, false],
      after: ['duplicate'],
    });
    expect(await store.view().icsfKey('LAB.KEY')).toEqual(icsfKey('LAB.KEY', 'k1', spkiNumber(3)));
  });

  it('makes no key of the PKDS where there is another one, a damaged one, or no private key to put there', async () => {
    const C = certificateFile(TCPCS, 'C');
    await commit(store, [
      put(certificate('C', { serial: 3, keyId: 'k1', pkdsLabel: 'LAB.KEY' })),
      put(icsfKey('LAB.KEY', 'k1', spkiNumber(4))),
    ]);
    expect(await found()).toEqual({ before: [`icsf-key ${C}`], mended: [false], after: ['icsf-key'] });
    fs.writeFileSync(join(root, PKDS), '{}', { mode: 0o600 });
    expect(await found()).toMatchObject({ before: [`unreadable ${PKDS}`, `icsf-key ${C}`], mended: [false, false] });
    fs.rmSync(join(root, PKDS));
    await commit(store, [put(certificate('C', { serial: 3, pkdsLabel: 'LAB.KEY' }))]);
    expect(await found()).toEqual({ before: [`icsf-key ${C}`], mended: [false], after: ['icsf-key'] });
  });

  it('names keys of ICSF whose private key is gone, and a certificate whose token is', async () => {
    const secure: TokenObject = { type: 'key', id: '0A', spki: spkiNumber(3), keyId: 'k2' };
    await commit(store, [
      put(keyEntry('k2')),
      put(icsfKey('LAB.KEY', 'k2')),
      put(icsfKey('LAB.PUBLIC', null)),
      put(token('T', [secure, { type: 'other', description: 'data' }])),
      put(certificate('C', { serial: 3, tokenKey: { token: 'T', id: '0A' } })),
      put(certificate('D', { serial: 4, tokenKey: { token: 'T', id: '0B' } })),
    ]);
    const D = `dangling-key ${certificateFile(TCPCS, 'D')}`;
    expect((await found()).before).toEqual([D]);
    await commit(store, [deleteKey('k2')]);
    const T = `dangling-key ${entityFile({ kind: 'token', name: 'T' })}`;
    expect(await found()).toMatchObject({ before: [D, `dangling-key ${PKDS}`, T], mended: [false, false, false] });
  });

  it('names what cannot be read among the other kinds, and what does not belong there', async () => {
    const bad = [user('U1'), token('T'), icsfKey('K', null)].map(entityFile);
    for (const file of ['groups/x.json', 'profiles/facility~u/x.json', 'mappings/irrmulti/x.json', ...bad]) {
      fs.mkdirSync(join(root, file, '..'), { recursive: true, mode: 0o700 });
      fs.writeFileSync(join(root, file), '{}', { mode: 0o600 });
    }
    fs.writeFileSync(join(root, 'tokens/notes.txt'), 'mine', { mode: 0o600 });
    const bytes = Uint8Array.of(0x30, 0);
    await commit(store, [
      put(
        token('NO.CERT', [
          { type: 'certificate', number: 1, label: 'A', der: bytes, usage: 'SITE', default: false, keyId: null },
        ]),
      ),
    ]);
    const { before, mended } = await found();
    expect(before.toSorted()).toEqual(
      [
        'stray-file tokens/notes.txt',
        'unreadable groups/x.json',
        'unreadable mappings/irrmulti/x.json',
        'unreadable profiles/facility~u/x.json',
        `unreadable ${entityFile(token('NO.CERT'))}`,
        ...bad.map((file) => `unreadable ${file}`),
      ].toSorted(),
    );
    expect(mended).not.toContain(true);
  });

  it('names two certificates of one issuer and serial number', async () => {
    await commit(store, [put(certificate('C', { serial: 1, subject: 'other' }))]);
    expect((await store.check()).problems).toEqual([
      expect.objectContaining({ kind: 'duplicate', file: certificateFile(TCPCS, 'C'), mended: false }),
    ]);
  });

  it('makes an index anew that says something else', async () => {
    for (const family of ['serial', 'key', 'subject', 'all']) {
      const [name = ''] = fs.readdirSync(join(root, 'index', family));
      const path = join(root, 'index', family, name);
      const text = fs.readFileSync(path, 'utf8');
      for (const damage of [
        () => fs.rmSync(path),
        () => fs.appendFileSync(path, 'x'),
        () => fs.writeFileSync(path, text.slice(5), { mode: 0o600 }),
        () => fs.writeFileSync(join(root, 'index', family, 'zz.txt'), 'stale\n', { mode: 0o600 }),
      ]) {
        damage();
        expect(await found()).toEqual({ before: ['index index'], mended: [true], after: [] });
      }
    }
    expect(await store.view().bySubject(nameOf('A'))).toHaveLength(1);
    expect(await store.summaries()).toHaveLength(2);
  });

  it('narrows permissions', async () => {
    fs.chmodSync(join(root, keyFile('k1')), 0o644);
    fs.chmodSync(join(root, 'certificates'), 0o755);
    expect(await found()).toEqual({
      before: ['permissions certificates', `permissions ${keyFile('k1')}`],
      mended: [true, true],
      after: [],
    });
    expect(fs.statSync(join(root, keyFile('k1'))).mode & 0o777).toBe(0o600);
  });

  it('names files that do not belong there, links among them, and removes none of them', async () => {
    fs.writeFileSync(join(root, 'notes.txt'), 'mine', { mode: 0o600 });
    fs.writeFileSync(join(root, 'keys/old.pem'), 'mine', { mode: 0o600 });
    fs.symlinkSync('/etc', join(root, 'users'));
    const { before, mended } = await found();
    expect(before).toEqual(['stray-file notes.txt', 'stray-file keys/old.pem', 'stray-file users']);
    expect(mended).toEqual([false, false, false]);
    expect(fs.readFileSync(join(root, 'keys/old.pem'), 'utf8')).toBe('mine');
  });

  it('removes what killed processes have left in the lock folder', async () => {
    const stray = join(root, 'lock/.99-0');
    fs.writeFileSync(stray, '', { mode: 0o600 });
    fs.utimesSync(stray, new Date(0), new Date(0));
    await store.check({ repair: true });
    expect(fs.existsSync(stray)).toBe(false);
  });

  it('keeps mending apart from the history, and under a number of its own', async () => {
    edit(A, { rings: [] });
    const { commit: before } = await store.info();
    await store.check({ repair: true });
    expect((await store.info()).commit).toBeGreaterThan(before);
    expect(await store.history(10)).toHaveLength(1);
  });
});

describe('info', () => {
  it('counts without opening anything', async () => {
    fs.writeFileSync(join(root, keyFile('k2')), 'not even JSON');
    expect(await store.info()).toMatchObject({
      location: root,
      version: 1,
      certificates: 2,
      rings: 1,
      keys: 2,
      users: 0,
      lockedBy: null,
      pending: false,
    });
  });
});

describe('backup', () => {
  it('is a store of its own that goes on counting', async () => {
    fs.mkdirSync(join(root, 'datasets'));
    fs.writeFileSync(join(root, 'datasets/LAB.CERT'), 'x');
    const to = join(folder, `backup-${number}`);
    await store.backup(to);
    const copy = await openStore(to);
    expect(await copy.summaries()).toEqual(await store.summaries());
    expect(await copy.history(10)).toEqual(await store.history(10));
    expect(fs.readFileSync(join(to, 'datasets/LAB.CERT'), 'utf8')).toBe('x');
    expect((await copy.check()).problems).toEqual([]);
    const latest = Math.max(...(await copy.summaries()).map((each) => each.sequence));
    await commit(copy, [put(certificate('C', { serial: 3 }))]);
    expect((await copy.view().certificate(TCPCS, 'C'))?.sequence).toBeGreaterThan(latest);
    expect(fs.statSync(to).mode & 0o777).toBe(0o700);
    expect(fs.statSync(join(to, keyFile('k1'))).mode & 0o777).toBe(0o600);
  });

  it('goes into an empty folder, never over anything, never into the store', async () => {
    const to = join(folder, `backup-${number}`);
    fs.mkdirSync(to);
    await store.backup(to);
    await expect(store.backup(to)).rejects.toThrow(expect.objectContaining({ code: 'store/exists' }));
    await expect(store.backup(join(root, 'backup'))).rejects.toThrow(
      expect.objectContaining({ code: 'file/not-written' }),
    );
    // The same store by another name.
    fs.symlinkSync(root, `${root}-alias`);
    fs.symlinkSync(join(root, 'datasets'), `${root}-inside`);
    fs.mkdirSync(join(root, 'datasets'));
    for (const inside of [`${root}-alias/backup`, `${root}-alias/a/b`, `${root}-inside/backup`]) {
      await expect(store.backup(inside)).rejects.toThrow(expect.objectContaining({ code: 'file/not-written' }));
    }
    const alias = await openStore(`${root}-alias`);
    await expect(alias.backup(join(root, 'backup'))).rejects.toThrow(
      expect.objectContaining({ code: 'file/not-written' }),
    );
    expect(fs.readdirSync(root)).not.toContain('backup');
    await expect(store.backup(root)).rejects.toThrow(expect.objectContaining({ code: 'file/not-written' }));
    await expect(store.backup(join(root, 'store.json', 'x'))).rejects.toThrow(
      expect.objectContaining({ code: 'file/not-written' }),
    );
    expect(fs.readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([]);
  });
});
