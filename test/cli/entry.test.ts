/** The first file refuses a Node that is too old, in words, before anything else is read. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { PROGRAM } from './program.ts';

function startedBy(version: string): { readonly code: number | null; readonly err: string } {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } }); require(${JSON.stringify(PROGRAM)});`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' });
  return { code: status, err: stderr };
}

it.each(['14.21.3', '18.20.4', '20.18.1'])('Node %s is too old', (version) => {
  expect(startedBy(version)).toEqual({
    code: 12,
    err: `ringtool: needs Node 20.19 or newer; this is ${version}\n`,
  });
});

it.each(['20.19.0', '22.0.0', '24.1.0'])('Node %s will do', (version) => {
  expect(startedBy(version)).toEqual({ code: 0, err: '' });
});
