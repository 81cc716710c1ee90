import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { put } from '../../src/core/change.ts';
import { RingtoolError } from '../../src/core/errors.ts';
import { userOwner } from '../../src/core/owner.ts';
import type { SessionOptions } from '../../src/session/tso-session.ts';
import type { KeySpec } from '../../src/x509/keys.ts';
import { fixtureKeys } from '../fixtures/keys.ts';
import { temporaryFolder } from '../peers.ts';
import { user } from '../store/samples.ts';
import { NOW, runOne, testSession } from './test-session.ts';

const GENCERT = "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC";

/** A session whose store turns down the first `times` commits. */
function contended(
  session: SessionOptions,
  times: number,
): { readonly session: SessionOptions; readonly commits: () => number } {
  let commits = 0;
  const store: SessionOptions['store'] = {
    ...session.store,
    async commit(changes, basedOn, entry) {
      if (++commits <= times) throw new RingtoolError('store/conflict', 'somebody else was faster');
      return await session.store.commit(changes, basedOn, entry);
    },
  };
  return { session: { ...session, store }, commits: () => commits };
}

describe('one command', () => {
  const root = temporaryFolder();

  it('is tried again when another commit came between, with the keys it has made', async () => {
    const asked: KeySpec[] = [];
    const keys = fixtureKeys();
    const plain = await testSession(join(root, 'conflict'), {
      keys: {
        generate(spec) {
          asked.push(spec);
          return keys.generate(spec);
        },
      },
    });
    const { session, commits } = contended(plain, 3);
    const result = await runOne(GENCERT, session);
    expect(result.returnCode).toBe(0);
    expect(commits()).toBe(4);
    expect(asked).toHaveLength(1);
    expect(await plain.store.view().certificate(userOwner('U1'), 'a')).not.toBeNull();
  });

  it('writes its own file again on another attempt, and nobody else’s', async () => {
    const plain = await testSession(join(root, 'own-file'));
    await runOne(GENCERT, plain);
    const { session } = contended(plain, 2);
    const command = `RACDCERT ID(U1) GENREQ(LABEL('a')) DSN('${join(root, 'request.pem')}')`;
    expect((await runOne(command, session)).returnCode).toBe(0);
    await expect(runOne(command, plain)).rejects.toMatchObject({ code: 'file/exists' });
    expect((await runOne(command, { ...plain, overwrite: true })).returnCode).toBe(0);
  });

  it('gives up on a store that never lets it', async () => {
    const { session, commits } = contended(await testSession(join(root, 'endless')), Number.POSITIVE_INFINITY);
    await expect(runOne('RACDCERT ADDRING(R)', session)).rejects.toMatchObject({ code: 'store/conflict' });
    expect(commits()).toBe(50);
  });

  it('passes on what is broken, and does not try that again', async () => {
    const session = await testSession(join(root, 'broken'));
    let tries = 0;
    const commit = async (): Promise<never> => {
      tries++;
      throw new RingtoolError('store/read-only', 'the store cannot be written');
    };
    const broken = { ...session, store: { ...session.store, commit } };
    await expect(runOne('RACDCERT ADDRING(R)', broken)).rejects.toMatchObject({ code: 'store/read-only' });
    expect(tries).toBe(1);
  });

  it('writes nothing in a dry run, and says what it would do', async () => {
    const session = await testSession(join(root, 'dry'));
    await runOne(GENCERT, session);
    const dry = { ...session, dryRun: true };
    const ring = await runOne('RACDCERT ID(U1) ADDRING(R)', dry);
    expect(ring.planned).toContain('Would add ring U1/R.');
    const place = { kind: 'ring', owner: 'U1', name: 'R' };
    expect(ring.changes).toEqual([{ action: 'add', what: 'ring', name: 'U1/R', place }]);
    const request = await runOne("RACDCERT ID(U1) GENREQ(LABEL('a')) DSN('LAB.REQ')", dry);
    expect(request.changes).toMatchObject([
      { action: 'write', what: 'data set', name: 'LAB.REQ', place: null },
      { action: 'change', what: 'certificate', name: "ID(U1) 'a'" },
    ]);
    expect(await session.store.view().ring('U1', 'R')).toBeNull();
    expect(await session.dataSets.read('LAB.REQ')).toBeNull();
  });

  it('leaves the history without passwords', async () => {
    const session = await testSession(join(root, 'history'));
    await runOne(`${GENCERT} PASSW('open sesame')`, session);
    const [last] = await session.store.history(1);
    expect(last?.command).toBe("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC PASSW(********)");
  });

  it('refuses unknown users once the store knows some, but lets their residue be cleared', async () => {
    const session = await testSession(join(root, 'users'));
    expect((await runOne('RACDCERT ID(GONE) ADDRING(R)', session)).returnCode).toBe(0);
    const entry = { when: NOW.toISOString(), user: 'IBMUSER', command: 'set up' };
    await session.store.commit([put(user('KNOWN', 'Somebody'))], session.store.view(), entry);
    expect((await runOne('RACDCERT ID(GONE) ADDRING(S)', session)).lines).toEqual([
      'IRRD102I The user ID specified is not defined to RACF.',
    ]);
    expect((await runOne('RACDCERT ID(KNOWN) ADDRING(S)', session)).returnCode).toBe(0);
    expect((await runOne('RACDCERT ID(GONE) DELRING(R)', session)).returnCode).toBe(0);
  });

  it('answers any text with a return code, and changes nothing by accident', async () => {
    const session = { ...(await testSession(join(root, 'any'))), dryRun: true };
    const word = fc.constantFrom(
      'ID',
      'LIST',
      'CONNECT',
      'LABEL',
      "'x'",
      '(',
      ')',
      '(',
      ')',
      ',',
      "'",
      '*',
      'PASSWORD',
      'RING',
      'GENREQ',
      'U1',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(word, { maxLength: 15 }).map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (rest) => {
        const { returnCode, lines } = await runOne(`RACDCERT ${rest}`, session);
        expect([0, 4, 8, 12]).toContain(returnCode);
        if (returnCode > 0) expect(lines.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
    expect(await session.store.history(1)).toEqual([]);
  });

  it('leaves no history when it fails or lists', async () => {
    const session = await testSession(join(root, 'silent'));
    await runOne('RACDCERT DELRING(R)', session);
    await runOne('RACDCERT LISTRING(*)', session);
    expect(await session.store.history(10)).toEqual([]);
  });

  it('answers listings with versioned data, also when there is nothing to list', async () => {
    const session = await testSession(join(root, 'data'));
    expect((await runOne('RACDCERT SITE LIST', session)).data).toEqual({
      format: 'ringtool-list',
      version: 1,
      owner: { kind: 'site' },
      certificates: [],
    });
    await runOne(GENCERT, session);
    await runOne('RACDCERT ID(U1) ADDRING(R)', session);
    await runOne("RACDCERT ID(U1) CONNECT(LABEL('a') RING(R))", session);
    const { data } = await runOne('RACDCERT ID(U1) LISTRING(R)', session);
    expect(data).toMatchObject({
      format: 'ringtool-listring',
      version: 1,
      owner: 'U1',
      rings: [
        {
          name: 'R',
          connections: [{ owner: { kind: 'user', id: 'U1' }, label: 'a', usage: 'PERSONAL', default: false }],
        },
      ],
    });
    const listed = (await runOne('RACDCERT ID(U1) LIST', session)).data;
    expect(listed).toMatchObject({
      certificates: [{ label: 'a', curve: 'prime256v1', rings: [{ owner: 'U1', name: 'R' }] }],
    });
    expect(JSON.stringify(listed)).not.toMatch(/pkcs8|keyId|BEGIN/);
  });
});
