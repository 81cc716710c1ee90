import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { openTsoSession } from '../../src/session/tso-session.ts';
import { temporaryFolder } from '../peers.ts';
import { testSession } from './test-session.ts';

const root = temporaryFolder();

it('a data set that would be written can be read by the commands that follow', async () => {
  const session = openTsoSession(await testSession(join(root, 'data-sets'), { dryRun: true }));
  const own = join(root, 'own.req');
  const codes: number[] = [];
  for (const command of [
    "CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC",
    "ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC",
    `ID(U1) GENREQ(LABEL('a')) DSN('${own}')`,
    `ID(U1) GENCERT('./${relative(process.cwd(), own)}') SIGNWITH(CERTAUTH LABEL('ca'))`,
    "CERTAUTH EXPORT(LABEL('ca')) DSN(CA)",
    "CERTAUTH DELETE(LABEL('ca'))",
    "CERTAUTH ADD(CA) WITHLABEL('again')",
    "CERTAUTH LIST(LABEL('again'))",
    "CERTAUTH LIST(LABEL('ca'))",
  ]) {
    codes.push((await session.run(`RACDCERT ${command}`)).returnCode);
  }
  expect(codes).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 4]);
  expect(existsSync(own)).toBe(false);
  expect(existsSync(join(root, 'data-sets', 'data-sets'))).toBe(false);
});

it('a thing that would be added already is changed by the next command, not added again', async () => {
  const session = openTsoSession(await testSession(join(root, 'twice'), { dryRun: true }));
  const gencert = "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC";
  expect((await session.run(gencert)).changes[1]).toMatchObject({ action: 'add', what: 'certificate' });
  expect((await session.run("RACDCERT ID(U1) ALTER(LABEL('a')) NOTRUST")).changes).toMatchObject([
    { action: 'change', what: 'certificate', name: "ID(U1) 'a'" },
  ]);
  expect((await session.run(gencert)).returnCode).toBe(8);
});
