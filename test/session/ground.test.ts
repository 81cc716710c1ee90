import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RingtoolError } from '../../src/core/errors.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../peers.ts';
import { runOne, testSession } from './test-session.ts';

const GENCERT = "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC";
const GENREQ = "RACDCERT ID(U1) GENREQ(LABEL('a')) DSN('A.REQ')";

describe('data sets and the commit', () => {
  const root = temporaryFolder();

  async function prepared(name: string) {
    const session = await testSession(join(root, name));
    await runOne(GENCERT, session);
    const folder = join(root, name, 'data-sets');
    const commits = (commit: Store['commit']) => ({ ...session, store: { ...session.store, commit } });
    return { session, folder, commits, files: () => readdirSync(folder) };
  }

  it('leave nothing behind when the store cannot be written', async () => {
    const { commits, files } = await prepared('read-only');
    const broken = commits(async () => {
      throw new RingtoolError('store/read-only', 'the store cannot be written');
    });
    await expect(runOne(GENREQ, broken)).rejects.toMatchObject({ code: 'store/read-only' });
    expect(files()).toEqual([]);
  });

  it('keep the old content while the commit may still fail, and lie ready beside it', async () => {
    const { session, folder, commits, files } = await prepared('order');
    mkdirSync(folder);
    writeFileSync(join(folder, 'A.REQ'), 'old');
    let during: readonly string[] = [];
    const watched = commits(async (...given) => {
      during = files();
      expect(Buffer.from((await session.dataSets.read('A.REQ')) ?? []).toString()).toBe('old');
      return await session.store.commit(...given);
    });
    expect((await runOne(GENREQ, watched)).returnCode).toBe(0);
    expect(during).toHaveLength(2);
    expect(files()).toEqual(['A.REQ']);
    expect(Buffer.from((await session.dataSets.read('A.REQ')) ?? []).toString()).toContain('CERTIFICATE REQUEST');
  });

  it('change nothing in the store when the place is taken', async () => {
    const { session } = await prepared('taken');
    const own = join(root, 'own.pem');
    writeFileSync(own, 'mine');
    const command = GENREQ.replace('A.REQ', own);
    await expect(runOne(command, session)).rejects.toMatchObject({ code: 'file/exists' });
    expect(await session.store.history(9)).toHaveLength(1);
  });
});
