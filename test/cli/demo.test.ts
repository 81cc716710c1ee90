/** The demonstration runs to its end, tells what it promises, and leaves nothing behind. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { itWith, temporaryFolder } from '../peers.ts';
import { ROOT } from './program.ts';

const folder = temporaryFolder();

function demo(path: string | undefined): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const scratch = join(folder, `tmp-${readdirSync(folder).length}`);
  mkdirSync(scratch);
  const env = { ...process.env, TMPDIR: scratch, ...(path === undefined ? {} : { PATH: path }) };
  const result = spawnSync(process.execPath, [join(ROOT, 'scripts/demo.mjs')], {
    encoding: 'utf8',
    env,
    timeout: 60_000,
  });
  expect(readdirSync(scratch)).toEqual([]);
  return result;
}

function expectStory(stdout: string): void {
  expect(stdout).toContain(
    [
      '  Ring:',
      '       >TLSRING<',
      '  Certificate Label Name             Cert Owner     USAGE      DEFAULT',
      '  --------------------------------   ------------   --------   -------',
      '  ABCTLS CA                          CERTAUTH       CERTAUTH     NO',
      '  ABCTLS TCPSERV                     ID(TCPCS)      PERSONAL     YES',
    ].join('\n'),
  );
  expect(stdout).toContain('RC 528');
  expect(stdout).toContain('RC 401');
  expect(stdout).toContain('Verdict: ready: no findings');
  expect(stdout).toContain('65536 bytes went through and came back unchanged');
  expect(stdout).toContain('Protocol: TLS 1.3');
}

it('tells its story with node:tls where stunnel is not installed', () => {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, 'node'));
  const { status, stdout, stderr } = demo(bin);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expectStory(stdout);
  expect(stdout).toContain('stunnel is not installed');
});

itWith(['stunnel'], 'tells its story through two stunnels', () => {
  const { status, stdout, stderr } = demo(undefined);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expectStory(stdout);
  expect(stdout).toContain('Through two stunnels');
});
