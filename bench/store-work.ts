/**
 * What store work costs as a whole process, at several sizes, beside `node -e 0`; and the bare lock.
 *
 * `npm run bench:store [-- SIZES...]`, from the top folder. Medians of interleaved runs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { put } from '../src/core/change.ts';
import { userOwner } from '../src/core/owner.ts';
import { acquireLock } from '../src/store/lock.ts';
import { openStore } from '../src/store/open-store.ts';
import { certificate, ENTRY, ring } from '../test/store/samples.ts';

const ROUNDS = 31;
const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(10, 1000, 100_000);

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

function timed(args: readonly string[]): number {
  const begin = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

async function fill(root: string, size: number): Promise<void> {
  const store = await openStore(root, { create: true });
  const owner = userOwner('ELM');
  await store.commit(
    [put(certificate('MINE', { owner, serial: 1 })), put(ring('RING', { owner: 'ELM' }))],
    store.view(),
    ENTRY,
  );
  for (let from = 1; from < size; from += 10_000) {
    const begin = Date.now();
    const count = Math.min(10_000, size - from);
    const entries = Array.from({ length: count }, (_, i) => certificate(`LABEL${from + i}`, { serial: from + i + 1 }));
    await store.commit(entries.map(put), store.view(), ENTRY);
    if (count > 1000) console.log(`  a commit of ${count} certificates: ${Date.now() - begin} ms`);
  }
}

async function lockCost(folder: string): Promise<number> {
  const root = join(folder, 'lock-only');
  mkdirSync(join(root, 'lock'), { recursive: true });
  const all: number[] = [];
  for (let i = 0; i < 3000; i++) {
    const begin = process.hrtime.bigint();
    (await acquireLock(root, 1000, () => 0)).release(0);
    all.push(Number(process.hrtime.bigint() - begin) / 1e3);
  }
  return median(all.slice(500));
}

const folder = mkdtempSync(join(tmpdir(), 'ringtool-bench-'));
try {
  console.log(`lock, taken and released, uncontended: ${(await lockCost(folder)).toFixed(0)} us`);
  const child = join(folder, 'child.cjs');
  await build({
    entryPoints: ['bench/store-child.ts'],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    outfile: child,
  });
  for (const size of sizes) await fill(join(folder, String(size)), size);
  const works = ['get', 'list-one-user', 'alter', 'connect', 'list-all'];
  const times = new Map<string, number[]>();
  const note = (name: string, time: number): void => {
    times.set(name, [...(times.get(name) ?? []), time]);
  };
  for (let round = 0; round < ROUNDS; round++) {
    note('node -e 0', timed(['-e', '0']));
    for (const work of works)
      for (const size of sizes) note(`${work} ${size}`, timed([child, work, join(folder, String(size))]));
  }
  const bare = median(times.get('node -e 0') ?? []);
  for (const [name, all] of times)
    console.log(`${name.padEnd(24)} ${median(all).toFixed(1).padStart(7)} ms  ${(median(all) / bare).toFixed(2)} x`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
