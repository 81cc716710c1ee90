import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put } from '../../src/core/change.ts';
import { realGround } from '../../src/session/ground.ts';
import { rehearsal } from '../../src/session/rehearsal.ts';
import { openTsoSession, type SessionOptions } from '../../src/session/tso-session.ts';
import { temporaryFolder } from '../peers.ts';
import { ENTRY, ring } from '../store/samples.ts';
import { testSession } from './test-session.ts';

const root = temporaryFolder();
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const text = (content: Uint8Array | null): string | null => (content === null ? null : Buffer.from(content).toString());
const decision = { changes: [], dataSets: [], deletedDataSets: [] };

async function prepared(name: string): Promise<{ readonly options: SessionOptions; path(name: string): string }> {
  const options = await testSession(join(root, name));
  const folder = join(root, name, 'data-sets');
  mkdirSync(folder);
  for (const each of ['A.OLD', 'A.CERT']) writeFileSync(join(folder, each), each);
  return { options, path: (each) => join(folder, each) };
}

describe('data sets that a command deletes', () => {
  it('go after the commit', async () => {
    const { options, path } = await prepared('deleted');
    const { view, settle } = realGround({ ...options, overwrite: false }).begin();
    expect(text(await view.dataSet('A.OLD'))).toBe('A.OLD');
    await settle({ ...decision, changes: [put(ring('R'))], deletedDataSets: ['A.OLD'] }, ENTRY);
    expect([existsSync(path('A.OLD')), existsSync(path('A.CERT'))]).toEqual([false, true]);
  });

  it('stay when the commit fails', async () => {
    const { options, path } = await prepared('kept');
    const ground = realGround({ ...options, overwrite: false });
    const { view, settle } = ground.begin();
    await view.ring('TCPCS', 'R');
    await ground.begin().settle({ ...decision, changes: [put(ring('R'))] }, ENTRY);
    const late = settle({ ...decision, changes: [put(ring('S'))], deletedDataSets: ['A.OLD'] }, ENTRY);
    await expect(late).rejects.toMatchObject({ code: 'store/conflict' });
    expect(existsSync(path('A.OLD'))).toBe(true);
  });

  it('are gone for what follows in a rehearsal, until they are written again, and stay in truth', async () => {
    const { options, path } = await prepared('rehearsed');
    const ground = rehearsal({ ...options, overwrite: false });
    const content = async (): Promise<readonly (string | null)[]> => [
      text(await ground.begin().view.dataSet('A.OLD')),
      text(await ground.read('A.OLD')),
    ];
    expect(await content()).toEqual(['A.OLD', 'A.OLD']);
    await ground.begin().settle({ ...decision, deletedDataSets: ['A.OLD'] }, ENTRY);
    expect(await content()).toEqual([null, null]);
    const again = { name: 'A.OLD', bytes: bytes('new'), secret: false };
    await ground.begin().settle({ ...decision, dataSets: [again] }, ENTRY);
    expect(await content()).toEqual(['new', 'new']);
    expect(readFileSync(path('A.OLD'), 'utf8')).toBe('A.OLD');
  });

  it('cannot be files of the store', async () => {
    const { options } = await prepared('inside');
    const { settle } = realGround({ ...options, overwrite: false }).begin();
    const file = join(options.store.location, 'store.json');
    const { openDataSets } = await import('../../src/store/data-sets.ts');
    const dataSets = openDataSets(join(root, 'inside', 'data-sets'), options.store.location);
    await expect(dataSets.delete(file)).rejects.toMatchObject({ code: 'file/not-written' });
    expect(existsSync(file)).toBe(true);
    await settle({ ...decision, deletedDataSets: ['NO.SUCH'] }, ENTRY);
  });
});

describe('data sets of a session', () => {
  const IMPORTED = { name: 'LAB.IN', bytes: bytes('from the job'), secret: true };

  it('are those its commands read and write', async () => {
    const { options, path } = await prepared('session');
    const session = openTsoSession(options);
    expect(text(await session.read('A.CERT'))).toBe('A.CERT');
    expect(await session.read('NO.SUCH')).toBeNull();
    await session.write(IMPORTED);
    expect(readFileSync(path('LAB.IN'), 'utf8')).toBe('from the job');
    const gencert = "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC";
    await session.run(gencert);
    await session.run("RACDCERT ID(U1) GENREQ(LABEL('a')) DSN('A.REQ')");
    expect(text(await session.read('A.REQ'))).toContain('CERTIFICATE REQUEST');
  });

  it('are only remembered in a dry run, where its commands see them too', async () => {
    const { options, path } = await prepared('dry');
    const session = openTsoSession({ ...options, dryRun: true });
    await session.write(IMPORTED);
    expect(text(await session.read('LAB.IN'))).toBe('from the job');
    const missing = async (name: string): Promise<boolean> =>
      (await session.run(`RACDCERT ADD('${name}')`)).messages.some(({ id }) => id === 'IKJ56228I');
    expect([await missing('LAB.IN'), await missing('LAB.NONE')]).toEqual([false, true]);
    await session.run("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC");
    await session.run("RACDCERT CERTAUTH EXPORT(LABEL('a')) DSN('LAB.OUT')");
    expect(text(await session.read('LAB.OUT'))).toContain('BEGIN CERTIFICATE');
    expect([existsSync(path('LAB.IN')), existsSync(path('LAB.OUT'))]).toEqual([false, false]);
  });
});
