/** What people forget is noticed over a run, and only while it is still so at its end. */
import { expect, it } from 'vitest';
import { plainJob } from '../../src/jobs/carrier.ts';
import { watchForForgotten } from '../../src/session/forgotten.ts';
import { runJob } from '../../src/session/job-run.ts';
import { memoryLab } from '../racdcert/memory-lab.ts';

async function forgottenAfter(...texts: readonly string[]): Promise<readonly string[]> {
  const session = memoryLab().session();
  const watch = watchForForgotten();
  const commands = texts.map((text, index) => ({ text, file: '-', line: index + 1, step: null }));
  const job = plainJob({ commands, notEmulated: [], problems: [], hints: [] });
  await runJob(job, session, { stopOnError: false, tell: watch.note });
  return watch.forgotten(await session.view());
}

const SERVER = "RACDCERT ID(ELM) GENCERT SUBJECTSDN(CN('e')) WITHLABEL('e') NISTECC";
const RING = 'RACDCERT ID(ELM) ADDRING(R)';
const CONNECT = "RACDCERT ID(ELM) CONNECT(LABEL('e') RING(R))";

it('a certificate connected nowhere', async () => {
  expect(await forgottenAfter(SERVER)).toEqual([
    "certificate 'e' of ID(ELM) is connected to no ring: RACDCERT CONNECT",
  ]);
  expect(await forgottenAfter(SERVER, "RACDCERT ID(ELM) DELETE(LABEL('e'))")).toEqual([]);
});

it('a certificate in a token has a place', async () => {
  expect(
    await forgottenAfter(SERVER, 'RACDCERT ADDTOKEN(ELM.T)', "RACDCERT ID(ELM) BIND(LABEL('e') TOKEN(ELM.T))"),
  ).toEqual([]);
});

it('a CA, and one that waits for its answer, need no ring', async () => {
  expect(
    await forgottenAfter(
      "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC",
      SERVER,
      "RACDCERT ID(ELM) GENREQ(LABEL('e')) DSN('ELM.REQ')",
    ),
  ).toEqual([]);
});

it('a ring with a key and no default', async () => {
  expect(await forgottenAfter(SERVER, RING, CONNECT)).toEqual([
    'ring ELM/R has a certificate with its key and no DEFAULT: RACDCERT CONNECT ... DEFAULT',
  ]);
  expect(await forgottenAfter(SERVER, RING, CONNECT, CONNECT.replace('))', ') DEFAULT)'))).toEqual([]);
  expect(await forgottenAfter(RING)).toEqual([]);
});

it('one class refreshed and the other not', async () => {
  const raclist = 'SETROPTS RACLIST(DIGTCERT DIGTRING)';
  const all = [raclist, SERVER, RING, CONNECT.replace('))', ') DEFAULT)')];
  expect(await forgottenAfter(...all, 'SETROPTS RACLIST(DIGTRING) REFRESH')).toEqual([
    'DIGTRING is refreshed, DIGTCERT was changed and is not: SETROPTS RACLIST(DIGTCERT) REFRESH',
  ]);
  expect(await forgottenAfter(...all, 'SETROPTS RACLIST(DIGTRING DIGTCERT) REFRESH')).toEqual([]);
  expect(await forgottenAfter(...all)).toEqual([]);
});

it('many are not all listed', async () => {
  const many = Array.from({ length: 8 }, (_, n) => SERVER.replaceAll("('e')", `('e${n}')`));
  const said = await forgottenAfter(...many);
  expect(said).toHaveLength(6);
  expect(said.at(-1)).toBe('and 3 more of this kind');
});
