import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteCertificate, deleteKey, deleteRing, put } from '../../src/core/change.ts';
import { CERTAUTH } from '../../src/core/owner.ts';
import { certificateFile } from '../../src/store/layout.ts';
import { openStore } from '../../src/store/open-store.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../peers.ts';
import {
  certificate,
  certificateDer,
  commit,
  ENTRY,
  keyEntry,
  nameOf,
  ring,
  spkiNumber,
  TCPCS,
  user,
} from './samples.ts';

const folder = temporaryFolder();
let root = '';
let store: Store;
let number = 0;

beforeEach(async () => {
  root = join(folder, String(number++));
  store = await openStore(root, { create: true });
});

const code = (value: string) => expect.objectContaining({ code: value });

describe('opening', () => {
  it('makes a store only when asked to, private to its owner', async () => {
    await expect(openStore(join(folder, 'none'))).rejects.toThrow(code('store/absent'));
    expect(fs.existsSync(join(folder, 'none'))).toBe(false);
    expect(fs.statSync(root).mode & 0o777).toBe(0o700);
    expect(await store.view().settings()).toEqual(DEFAULT_SETTINGS);
    expect((await store.check()).problems).toEqual([]);
  });

  it.each(['certificates', 'rings', 'keys', 'users', 'index', 'datasets', 'journal', 'lock'])(
    'touches nothing behind a link that stands in place of %s',
    async (name) => {
      const outside = join(folder, `outside-${name}`);
      fs.mkdirSync(join(outside, '12'), { recursive: true });
      for (const file of ['12.json', '12-0', '3', '12/0', 'thesis.txt']) fs.writeFileSync(join(outside, file), 'mine');
      await commit(store, [put(ring('R'))]);
      fs.rmSync(join(root, name), { recursive: true, force: true });
      fs.symlinkSync(outside, join(root, name));
      await expect(openStore(root)).rejects.toThrow(code('store/corrupt'));
      await commit(store, [put(ring('S'))]).catch(() => {});
      expect(fs.readdirSync(outside).sort()).toEqual(['12', '12-0', '12.json', '3', 'thesis.txt']);
      expect(fs.readdirSync(join(outside, '12'))).toEqual(['0']);
    },
  );

  it('refuses a change through a linked folder of an owner, and stays usable for all others', async () => {
    await commit(store, [put(ring('R'))]);
    const outside = join(folder, `owner-${number}`);
    fs.renameSync(join(root, 'rings/tcpcs~u'), outside);
    fs.symlinkSync(outside, join(root, 'rings/tcpcs~u'));
    await expect(commit(store, [put(ring('S'))])).rejects.toThrow(code('store/corrupt'));
    expect(fs.readdirSync(join(root, 'journal'))).toEqual([]);
    await commit(store, [put(ring('S', { owner: 'OTHER' }))]);
    await expect(store.backup(join(folder, `copy-${number}`))).rejects.toThrow(code('store/corrupt'));
    expect(fs.existsSync(join(folder, `copy-${number}`))).toBe(false);
  });

  it('leaves in the journal folder what no commit has put there', async () => {
    fs.mkdirSync(join(root, 'journal/12'), { recursive: true });
    fs.writeFileSync(join(root, 'journal/12/thesis.txt'), 'mine');
    fs.writeFileSync(join(root, 'journal/notes.txt'), 'mine');
    fs.writeFileSync(join(root, 'journal/12-0'), 'torn');
    const again = await openStore(root);
    await commit(again, [put(ring('R'))]);
    expect(fs.existsSync(join(root, 'journal/12-0'))).toBe(false);
    expect(fs.readFileSync(join(root, 'journal/12/thesis.txt'), 'utf8')).toBe('mine');
    expect(fs.readFileSync(join(root, 'journal/notes.txt'), 'utf8')).toBe('mine');
  });

  it('leaves a folder alone that holds other things', async () => {
    const other = join(folder, 'other');
    fs.mkdirSync(other);
    fs.writeFileSync(join(other, 'thesis.txt'), 'x');
    await expect(openStore(other, { create: true })).rejects.toThrow(code('store/exists'));
    expect(fs.readdirSync(other)).toEqual(['thesis.txt']);
  });

  it.each([
    ['empty', '', 'store/corrupt'],
    ['truncated', '{"format": "ringtool-store", "ver', 'store/corrupt'],
    ['of something else', '{"format": "other", "version": 1}', 'store/corrupt'],
    ['without a format', '{"version": 1}', 'store/corrupt'],
    ['of a version to come', '{"format": "ringtool-store", "version": 2, "settings": "unheard of"}', 'store/newer'],
    ['of no version', '{"format": "ringtool-store", "version": "1"}', 'store/corrupt'],
    ['with settings of the wrong type', '{"format": "ringtool-store", "version": 1, "settings": []}', 'store/corrupt'],
    [
      'with a level that is none',
      '{"format": "ringtool-store", "version": 1, "settings": {"level": "9"}}',
      'store/corrupt',
    ],
    [
      'with classes that are none',
      '{"format": "ringtool-store", "version": 1, "settings": {"raclisted": [1]}}',
      'store/corrupt',
    ],
    [
      'with a time zone that is none',
      '{"format": "ringtool-store", "version": 1, "settings": {"timeZone": "Mars"}}',
      'store/corrupt',
    ],
    ['deep', '['.repeat(100_000), 'store/corrupt'],
  ])('says so when store.json is %s', async (_what, text, expected) => {
    fs.writeFileSync(join(root, 'store.json'), text);
    await expect(openStore(root)).rejects.toThrow(code(expected));
    // And does not write over it either.
    await expect(openStore(root, { create: true })).rejects.toThrow(code(expected));
    expect(fs.readFileSync(join(root, 'store.json'), 'utf8')).toBe(text);
  });

  it('takes defaults for settings left out', async () => {
    fs.writeFileSync(
      join(root, 'store.json'),
      '{"format": "ringtool-store", "version": 1, "settings": {"level": "2.5"}}',
    );
    expect(await (await openStore(root)).view().settings()).toEqual({ ...DEFAULT_SETTINGS, level: '2.5' });
  });

  it('writes nothing when opened for reading only', async () => {
    await commit(store, [put(certificate('Lab CA'))]);
    const reader = await openStore(root, { readOnly: true });
    expect(await reader.view().certificate(TCPCS, 'Lab CA')).not.toBeNull();
    await expect(commit(reader, [put(certificate('Other'))])).rejects.toThrow(code('store/read-only'));
    await expect(reader.check({ repair: true })).rejects.toThrow(code('store/read-only'));
    expect((await reader.check()).problems).toEqual([]);
    await expect(openStore(join(folder, 'none2'), { readOnly: true, create: true })).rejects.toThrow(
      code('store/absent'),
    );
  });

  it('makes the index and the count anew for a store that comes without', async () => {
    const first = await commit(store, [put(certificate('One', { serial: 1 })), put(certificate('Two', { serial: 2 }))]);
    for (const each of ['index', 'lock', 'journal']) fs.rmSync(join(root, each), { recursive: true });
    const reader = await openStore(root, { readOnly: true });
    expect(await reader.view().byPublicKey(spkiNumber(2))).toHaveLength(1);
    expect(fs.existsSync(join(root, 'index'))).toBe(false);
    const again = await openStore(root);
    expect((await again.summaries()).map((each) => each.label)).toEqual(['One', 'Two']);
    expect(await commit(again, [put(certificate('Three', { serial: 3 }))])).toBeGreaterThan(first + 1);
    expect((await again.view().certificatesOf(TCPCS)).map((each) => each.label)).toEqual(['One', 'Two', 'Three']);
    expect((await again.check()).problems).toEqual([]);
  });
});

describe('committing', () => {
  it('keeps what was put, and forgets what was deleted', async () => {
    const entry = certificate('Lab CA', { owner: CERTAUTH, serial: 7, keyId: 'k1' });
    await commit(store, [put(entry), put(keyEntry('k1')), put(ring('TLSRING')), put(user('TCPCS', 'TCP'))]);
    const view = (await openStore(root)).view();
    expect(await view.certificate(CERTAUTH, 'Lab CA')).toEqual({ ...entry, sequence: expect.any(Number) });
    expect(await view.key('k1')).toEqual(keyEntry('k1'));
    expect(await view.ring('TCPCS', 'TLSRING')).toMatchObject({ name: 'TLSRING' });
    expect(await view.user('TCPCS')).toMatchObject({ name: 'TCP' });
    expect(await view.knowsUsers()).toBe(true);
    expect([await view.owners(5), await view.owners(0)]).toEqual([['TCPCS'], []]);
    await commit(store, [
      deleteCertificate(CERTAUTH, 'Lab CA'),
      deleteKey('k1'),
      deleteRing('TCPCS', 'TLSRING'),
      { action: 'delete', kind: 'user', id: 'TCPCS' },
    ]);
    const after = store.view();
    expect(await after.certificate(CERTAUTH, 'Lab CA')).toBeNull();
    expect(await after.key('k1')).toBeNull();
    expect(await after.ringsOf('TCPCS')).toEqual([]);
    expect(await after.knowsUsers()).toBe(false);
    expect(await after.owners(5)).toEqual([]);
    expect(await store.summaries()).toEqual([]);
    expect(await after.bySubject(nameOf('Lab CA'))).toEqual([]);
    expect((await store.check()).problems).toEqual([]);
  });

  it('keeps labels apart that differ in case only, and ring names of any length', async () => {
    const long = 'R'.repeat(237);
    await commit(store, [
      put(certificate('Web', { serial: 1 })),
      put(certificate('WEB', { serial: 2 })),
      put(ring(long)),
    ]);
    const view = store.view();
    expect((await view.certificate(TCPCS, 'Web'))?.label).toBe('Web');
    expect((await view.certificate(TCPCS, 'WEB'))?.label).toBe('WEB');
    expect((await view.ringsOf('TCPCS')).map((each) => each.name)).toEqual([long]);
    expect((await store.check()).problems).toEqual([]);
  });

  it('numbers certificates and rings in order of addition, and keeps a number given', async () => {
    await commit(store, [put(certificate('C', { serial: 1 })), put(certificate('B', { serial: 2 }))]);
    await commit(store, [put(certificate('A', { serial: 3 }))]);
    const [c] = await store.view().certificatesOf(TCPCS);
    if (!c) throw new Error('not there');
    await commit(store, [put({ ...c, status: 'NOTRUST' })]);
    expect((await store.view().certificatesOf(TCPCS)).map((each) => each.label)).toEqual(['C', 'B', 'A']);
    expect((await store.summaries()).map((each) => [each.label, each.status])).toEqual([
      ['C', 'NOTRUST'],
      ['B', 'TRUST'],
      ['A', 'TRUST'],
    ]);
  });

  it('does nothing for an empty change set', async () => {
    expect(await commit(store, [])).toBe(0);
    expect(await store.history(10)).toEqual([]);
    expect(fs.readdirSync(join(root, 'lock'))).toEqual([]);
  });

  it('refuses what is no certificate, and changes nothing', async () => {
    const bad = certificate('Bad', { der: Uint8Array.from([1, 2, 3]) });
    await expect(commit(store, [put(ring('TLSRING')), put(bad)])).rejects.toThrow(code('x509/bad-certificate'));
    expect(await store.view().ringsOf('TCPCS')).toEqual([]);
    expect((await store.check()).problems).toEqual([]);
  });

  it('lets the last word on a thing count', async () => {
    await commit(store, [
      put(certificate('A')),
      deleteCertificate(TCPCS, 'A'),
      put(ring('R')),
      put(ring('R', { createdBy: 'ELM' })),
    ]);
    expect(await store.view().certificate(TCPCS, 'A')).toBeNull();
    expect((await store.view().ring('TCPCS', 'R'))?.createdBy).toBe('ELM');
  });

  it('tells the history, newest first, and never what a key is', async () => {
    await commit(store, [put(certificate('A', { serial: 1 })), put(keyEntry('k1'))]);
    await commit(
      store,
      Array.from({ length: 150 }, (_, i) => put(ring(`R${i}`))),
    );
    const [second, first, ...rest] = await store.history(10);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ ...ENTRY, changed: ['put certificate ID(TCPCS) A', 'put key k1'], more: 0 });
    expect(second?.changed).toHaveLength(100);
    expect(second?.more).toBe(50);
    expect(await store.history(1)).toEqual([second]);
    expect(await store.history(0)).toEqual([]);
  });

  it('reads long histories from the end', async () => {
    for (let i = 0; i < 30; i++) {
      await store.commit([put(ring('R', { createdBy: `U${i}` }))], store.view(), {
        ...ENTRY,
        command: `${i} ${'x'.repeat(10_000)}`,
      });
    }
    expect((await store.history(25)).map((each) => each.command.split(' ')[0])).toEqual(
      Array.from({ length: 25 }, (_, i) => String(29 - i)),
    );
    expect(await store.history(1000)).toHaveLength(30);
  });

  it('writes files of mode 0600 in folders of mode 0700', async () => {
    await commit(store, [put(certificate('A', { keyId: 'k1' })), put(keyEntry('k1')), put(ring('R'))]);
    const seen: string[] = [];
    const visit = (path: string): void => {
      const stats = fs.statSync(path);
      seen.push(path);
      expect([path, stats.mode & 0o777]).toEqual([path, stats.isDirectory() ? 0o700 : 0o600]);
      if (stats.isDirectory()) for (const name of fs.readdirSync(path)) visit(join(path, name));
    };
    visit(root);
    expect(seen.length).toBeGreaterThan(10);
  });
});

describe('look-ups', () => {
  it('find by issuer and serial, public key and subject, whatever the spelling of names', async () => {
    await commit(store, [
      put(certificate('A', { subject: 'Elm', issuer: 'Lab CA', serial: 5 })),
      put(certificate('B', { owner: CERTAUTH, subject: 'ELM', issuer: 'Lab CA', serial: 6, spki: spkiNumber(5) })),
    ]);
    const view = store.view();
    expect((await view.byIssuerAndSerial(nameOf('LAB  CA', 0x13), '0100000005'))?.label).toBe('A');
    expect(await view.byIssuerAndSerial(nameOf('Lab CB'), '0100000005')).toBeNull();
    expect((await view.byPublicKey(spkiNumber(5))).map((each) => each.label)).toEqual(['A', 'B']);
    expect((await view.bySubject(nameOf(' elm '))).map((each) => each.label)).toEqual(['A', 'B']);
    expect(await view.bySubject(nameOf('elms'))).toEqual([]);
  });

  it('follow a certificate that is replaced under its label', async () => {
    await commit(store, [put(certificate('A', { subject: 'Old', serial: 1 }))]);
    const [old] = await store.view().certificatesOf(TCPCS);
    if (!old) throw new Error('not there');
    await commit(store, [put({ ...old, der: certificateDer({ subject: 'New', serial: 2 }) })]);
    expect(await store.view().bySubject(nameOf('Old'))).toEqual([]);
    expect(await store.view().byIssuerAndSerial(nameOf('Lab CA'), '0100000001')).toBeNull();
    expect(await store.view().bySubject(nameOf('New'))).toHaveLength(1);
    expect(await store.summaries()).toHaveLength(1);
    expect((await store.check()).problems).toEqual([]);
  });

  it('believe the certificate, not the index', async () => {
    await commit(store, [put(certificate('A', { serial: 1 }))]);
    const file = certificateFile(TCPCS, 'A');
    const text = fs.readFileSync(join(root, file), 'utf8');
    fs.rmSync(join(root, file));
    expect(await store.view().byPublicKey(spkiNumber(1))).toEqual([]);
    fs.writeFileSync(join(root, file), text);
    expect(await store.view().byPublicKey(spkiNumber(1))).toHaveLength(1);
  });

  it('list every certificate without opening one', async () => {
    const label = 'tab\there \\ "quoted"';
    await commit(store, [
      put(certificate(label, { serial: 1, keyId: 'k', notAfter: '301231235959Z' })),
      put(certificate('B', { owner: CERTAUTH, status: 'HIGHTRUST', serial: 2 })),
    ]);
    fs.rmSync(join(root, 'certificates'), { recursive: true });
    const all = [];
    for await (const each of store.list()) all.push(each);
    expect(all).toEqual([
      {
        owner: TCPCS,
        label,
        notAfter: '2030-12-31T23:59:59.000Z',
        status: 'TRUST',
        hasKey: true,
        sequence: expect.any(Number),
      },
      {
        owner: CERTAUTH,
        label: 'B',
        notAfter: '2036-01-01T00:00:00.000Z',
        status: 'HIGHTRUST',
        hasKey: false,
        sequence: expect.any(Number),
      },
    ]);
  });
});

describe('commits based on what was read', () => {
  const conflict = code('store/conflict');

  it('fail when something read has changed', async () => {
    await commit(store, [put(certificate('A', { serial: 1 })), put(ring('R'))]);
    const reads: readonly ((view: ReturnType<Store['view']>) => Promise<unknown>)[] = [
      (view) => view.certificate(TCPCS, 'A'),
      (view) => view.certificate(TCPCS, 'N'),
      (view) => view.certificatesOf(TCPCS),
      (view) => view.byIssuerAndSerial(nameOf('Lab CA'), '0100000009'),
      (view) => view.byPublicKey(spkiNumber(9)),
      (view) => view.bySubject(nameOf('N')),
      (view) => view.ring('TCPCS', 'R'),
      (view) => view.ringsOf('TCPCS'),
      (view) => view.key('k1'),
      (view) => view.user('TCPCS'),
      (view) => view.knowsUsers(),
      (view) => view.settings(),
    ];
    const based = reads.map(async (read) => {
      const view = store.view();
      await read(view);
      return view;
    });
    const views = await Promise.all(based);
    const [a] = await store.view().certificatesOf(TCPCS);
    if (!a) throw new Error('not there');
    await commit(store, [
      put({ ...a, status: 'NOTRUST' }),
      put(certificate('N', { serial: 9 })),
      put(ring('R', { createdBy: 'ELM' })),
      put(keyEntry('k1')),
      put(user('TCPCS', 'TCP')),
      { action: 'settings', settings: { ...DEFAULT_SETTINGS, level: '2.5' } },
    ]);
    for (const [i, view] of views.entries()) {
      await expect(store.commit([put(ring('NEW'))], view, ENTRY), String(reads[i])).rejects.toThrow(conflict);
    }
    expect(await store.view().ring('TCPCS', 'NEW')).toBeNull();
  });

  it('succeed when only other things have changed', async () => {
    await commit(store, [put(certificate('A', { serial: 1 })), put(ring('R'))]);
    const view = store.view();
    await view.certificate(TCPCS, 'A');
    await view.byPublicKey(spkiNumber(1));
    await view.ringsOf('ELM');
    await view.certificatesOf(CERTAUTH);
    const unread = store.view();
    await commit(store, [put(certificate('B', { serial: 2 })), put(ring('R', { createdBy: 'ELM' }))]);
    await store.commit([put(ring('S'))], view, ENTRY);
    await store.commit([put(ring('T'))], unread, ENTRY);
    expect((await store.view().ringsOf('TCPCS')).map((each) => each.name)).toEqual(['R', 'S', 'T']);
  });

  it('never let two different certificates of one issuer and serial, or of one label, both land', async () => {
    const adds = [
      certificate('A', { serial: 5, subject: 'x' }),
      certificate('B', { serial: 5, subject: 'y' }),
      certificate('A', { serial: 6 }),
    ];
    const views = await Promise.all(
      adds.map(async (entry) => {
        const view = store.view();
        await view.certificate(TCPCS, entry.label);
        await view.byIssuerAndSerial(
          nameOf('Lab CA'),
          entry.label === 'A' && entry.der === adds[2]?.der ? '0100000006' : '0100000005',
        );
        return [entry, view] as const;
      }),
    );
    const ends = await Promise.allSettled(views.map(([entry, view]) => store.commit([put(entry)], view, ENTRY)));
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
    expect(await store.summaries()).toHaveLength(1);
  });

  it('see one state of a thing however often a view is asked', async () => {
    const view = store.view();
    expect(await view.ring('TCPCS', 'R')).toBeNull();
    await commit(store, [put(ring('R'))]);
    expect(await view.ring('TCPCS', 'R')).toBeNull();
    await expect(store.commit([put(ring('R'))], view, ENTRY)).rejects.toThrow(conflict);
  });
});

describe('files that are not what they should be', () => {
  it.each([
    ['a symbolic link', (path: string) => fs.symlinkSync('/etc/passwd', path)],
    ['a folder', (path: string) => fs.mkdirSync(path)],
    ['empty', (path: string) => fs.writeFileSync(path, '')],
    ['noise', (path: string) => fs.writeFileSync(path, new Uint8Array(1000).fill(0xfe))],
    ['deep', (path: string) => fs.writeFileSync(path, '[['.repeat(50_000))],
    ['too large', (path: string) => fs.truncateSync(path, 17 * 1024 * 1024)],
  ])('%s instead of a certificate is corrupt, by name, with the way out', async (what, damage) => {
    await commit(store, [put(certificate('A', { serial: 1 })), put(certificate('B', { serial: 2 }))]);
    const file = certificateFile(TCPCS, 'A');
    if (what !== 'too large') fs.rmSync(join(root, file));
    damage(join(root, file));
    const expected = expect.objectContaining({
      code: 'store/corrupt',
      message: expect.stringContaining(file),
      hint: expect.stringContaining('store check --repair'),
    });
    await expect(store.view().certificate(TCPCS, 'A')).rejects.toThrow(expected);
    await expect(store.view().certificatesOf(TCPCS)).rejects.toThrow(expected);
    expect((await store.view().certificate(TCPCS, 'B'))?.label).toBe('B');
    const { problems } = await store.check();
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'unreadable', file, mended: false }));
    if (what === 'empty') {
      // Deleting it is a way out, and leaves nothing in the index.
      await commit(store, [deleteCertificate(TCPCS, 'A')]);
      expect((await store.summaries()).map((each) => each.label)).toEqual(['B']);
    }
  });

  it('refuses a symbolic link in place of the history before anything is changed', async () => {
    const outside = join(root, '..', `outside-${number}`);
    fs.writeFileSync(outside, 'precious');
    fs.symlinkSync(outside, join(root, 'history.jsonl'));
    await expect(commit(store, [put(ring('R'))])).rejects.toThrow(code('store/corrupt'));
    expect(fs.readFileSync(outside, 'utf8')).toBe('precious');
    expect(await store.view().ring('TCPCS', 'R')).toBeNull();
  });

  it('knows nothing of files that others have put there', async () => {
    await commit(store, [put(certificate('A'))]);
    fs.writeFileSync(join(root, 'certificates/tcpcs~u/.a.json.swp'), 'x', { mode: 0o600 });
    fs.writeFileSync(join(root, 'certificates/.DS_Store'), 'x', { mode: 0o600 });
    expect(await store.view().certificatesOf(TCPCS)).toHaveLength(1);
    const { problems } = await store.check({ repair: true });
    expect(problems.map((each) => [each.kind, each.file, each.mended])).toEqual([
      ['stray-file', 'certificates/.DS_Store', false],
      ['stray-file', 'certificates/tcpcs~u/.a.json.swp', false],
    ]);
  });
});

describe('the index', () => {
  it('stays right and small however often things come, change and go', async () => {
    const labels = ['A', 'B', 'C\u00e9', 'D'.repeat(32)];
    for (let round = 0; round < 60; round++) {
      const label = labels[round % 4] ?? 'A';
      const there = await store.view().certificate(TCPCS, label);
      if (there && round % 3 === 0) await commit(store, [deleteCertificate(TCPCS, label)]);
      else if (there && round % 3 === 1) await commit(store, [put({ ...there, status: 'NOTRUST', keyId: null })]);
      else await commit(store, [put(certificate(label, { serial: round, status: 'HIGHTRUST' }))]);
      if (round % 10 === 0) expect((await store.check()).problems).toEqual([]);
    }
    expect((await store.check()).problems).toEqual([]);
  });

  it('is written anew where most of it is blanks', async () => {
    // One subject: all their lines are in one file.
    const all = Array.from({ length: 200 }, (_, i) => certificate(`L${i}`, { serial: i, subject: 'Elm' }));
    await commit(store, all.map(put));
    const [name = ''] = fs.readdirSync(join(root, 'index/subject'));
    const size = (): number => fs.statSync(join(root, 'index/subject', name)).size;
    const full = size();
    for (const { label } of all.slice(0, 20)) await commit(store, [deleteCertificate(TCPCS, label)]);
    expect(size()).toBe(full);
    await commit(
      store,
      all.slice(20, 199).map(({ label }) => deleteCertificate(TCPCS, label)),
    );
    expect(size()).toBeLessThan(full / 10);
    expect((await store.view().bySubject(nameOf('Elm'))).map((each) => each.label)).toEqual(['L199']);
    expect((await store.check()).problems).toEqual([]);
  });

  it.each<[string, (path: string) => void]>([
    ['filled with noise', (path) => fs.writeFileSync(path, new Uint8Array(fs.statSync(path).size).fill(0x41))],
    ['cut at a line', (path) => fs.truncateSync(path, 0)],
    ['cut in a line', (path) => fs.truncateSync(path, fs.statSync(path).size - 5)],
    ['gone', (path) => fs.rmSync(path)],
    ['longer than it was', (path) => fs.appendFileSync(path, '\n')],
  ])('gives no answer from a file that is %s, nor is that added to', async (what, damage) => {
    await commit(store, [put(certificate('A', { serial: 1 }))]);
    const corrupt = expect.objectContaining({
      code: 'store/corrupt',
      hint: expect.stringContaining('store check --repair'),
    });
    const look: Record<string, () => Promise<unknown>> = {
      serial: () => store.view().byIssuerAndSerial(nameOf('Lab CA'), '0100000001'),
      key: () => store.view().byPublicKey(spkiNumber(1)),
      subject: () => store.view().bySubject(nameOf('A')),
      all: () => store.summaries(),
    };
    for (const [family, asked] of Object.entries(look)) {
      const [name = ''] = fs.readdirSync(join(root, 'index', family));
      damage(join(root, 'index', family, name));
      await expect(asked(), family).rejects.toThrow(corrupt);
      // Lines are read when they are asked for; a length is looked at before anything is added.
      if (!what.includes('noise'))
        await expect(commit(store, [deleteCertificate(TCPCS, 'A')])).rejects.toThrow(corrupt);
      expect((await store.check({ repair: true })).problems).toMatchObject([{ kind: 'index', mended: true }]);
      expect(await asked(), family).not.toEqual([]);
    }
    await commit(store, [deleteCertificate(TCPCS, 'A')]);
    expect((await store.check()).problems).toEqual([]);
  });
});
