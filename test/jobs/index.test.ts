import { expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { LIMITS } from '../../src/core/limits.ts';
import { CARRIERS, readJob } from '../../src/jobs/index.ts';
import { scene } from './drive.ts';

async function code(content: string): Promise<string> {
  try {
    await readJob(content, 'elm', scene());
  } catch (error) {
    if (isRingtoolError(error)) return error.code;
  }
  return 'none';
}

it.each([
  ['jcl', 'setup.txt', '//S EXEC PGM=IKJEFT01\n//SYSTSIN DD *\n PROFILE'],
  ['text', 'setup.jcl', 'PROFILE'],
  ['rexx', 'x', '/* REXX */\n"PROFILE"'],
  ['shell', 'x', '#!/bin/sh\ntsocmd PROFILE'],
  ['shell', 'x', '#! /usr/bin/env bash\necho hello'],
  ['shell', 'setup.sh', '# sets up\ntsocmd PROFILE'],
  ['text', 'x', '#!/usr/bin/python3\nprint(1)'],
  ['zowe', 'x', '# one\nowner=ELM\nzowe tso issue command "PROFILE"'],
  ['zowe', 'x', 'tsocmd "RACDCERT LIST"'],
  ['ansible', 'x', '---\n- ibm.ibm_zos_core.zos_tso_command:\n    commands: PROFILE'],
  ['markdown', 'x', '- zos_tso_command:\n\n```yaml\n- zos_tso_command:\n```'],
  ['markdown', 'runbook.md', 'No block at all.'],
])('%s is told by content: %s', async (carrier, name, content) => {
  expect((await readJob(content, name, scene())).carrier).toBe(carrier);
});

it('a carrier can be named', async () => {
  expect((await readJob('#!/bin/sh\nPROFILE', 'x', scene(), 'text')).carrier).toBe('text');
});

it('plain text stands last: it takes everything', () => {
  expect(CARRIERS.at(-1)?.name).toBe('text');
});

it('a job too large is refused before it is looked at', async () => {
  expect(await code('X'.repeat(100 * 1024 * 1024))).toBe('file/too-large');
});

it.each(['\n', '\r', '\r\n'])('too many lines ended by %j are refused', async (end) => {
  expect(await code(end.repeat(LIMITS.jobLines))).toBe('none');
  expect(await code(end.repeat(LIMITS.jobLines + 1))).toBe('file/too-large');
});

it('what is no text is refused', async () => {
  expect(await code('\u0000\u0001\u0002')).toBe('jobs/bad-job');
});

it('what is EBCDIC is refused, a few characters in Latin-1 are not', async () => {
  // //ELM JOB and a line of blanks, in code page 037.
  const bytes = [0x61, 0x61, 0xc5, 0xd3, 0xd4, 0x40, 0xd1, 0xd6, 0xc2, 0x25, ...Array<number>(60).fill(0x40)];
  expect(await code(new TextDecoder().decode(new Uint8Array(bytes)))).toBe('jobs/bad-job');
  const latin = Buffer.from(
    '//* Pr\xfcft t\xe4glich f\xfcr \xd6l und K\xe4se\n//S EXEC PGM=IKJEFT01\n'.padEnd(200),
    'latin1',
  );
  expect(await code(new TextDecoder().decode(latin))).toBe('none');
});

it('NEL ends lines where nothing else does', async () => {
  const job = await readJob('//* one\u0085//S EXEC PGM=IKJEFT01\u0085//SYSTSIN DD *\u0085 X\u0085', 'elm', scene());
  expect(job).toMatchObject({ carrier: 'jcl', planned: [{ text: ' X', line: 4 }] });
  expect(await readJob('X\u0085Y\nZ', 'elm', scene())).toMatchObject({
    planned: [{ text: 'X\u0085Y' }, { text: 'Z' }],
  });
});
