import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { clearStaged, stagedName } from '../../src/store/staged.ts';
import { temporaryFolder } from '../peers.ts';

const folder = temporaryFolder();
const gone = spawnSync(process.execPath, ['-e', '']).pid;

function file(name: string, age: number): string {
  const path = join(folder, name);
  fs.writeFileSync(path, 'x');
  const then = new Date(Date.now() - age);
  fs.utimesSync(path, then, then);
  return name;
}

it('removes what a process that is no more has staged, and nothing else', () => {
  const old = 3_600_000;
  const stray = file(`.ringtool-${gone}-0`, old);
  const kept = [
    file(`.ringtool-${gone}-1`, 0),
    file(`.ringtool-${gone}-0-old`, old),
    file(basename(stagedName(folder, 7)), old),
    file('.ringtool-notes', old),
    file('thesis.txt', old),
  ];
  clearStaged(folder);
  expect(fs.readdirSync(folder).sort()).toEqual(kept.sort());
  expect(kept).not.toContain(stray);
});

it('finds nothing to do in a folder that is not there', () => {
  expect(() => clearStaged(join(folder, 'none'))).not.toThrow();
});
