/** Many processes, and processes that are killed: nothing lost, nothing half-done. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { isPending } from '../../src/store/recovery.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../peers.ts';
import { TCPCS } from './samples.ts';

const folder = temporaryFolder();
const script = join(folder, 'committer.mjs');

beforeAll(async () => {
  await build({
    entryPoints: [new URL('./fixtures/committer.ts', import.meta.url).pathname],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
  });
});

interface Committer {
  readonly process: ChildProcess;
  readonly ready: Promise<void>;
  /** What it said it had committed, once it has ended. */
  readonly done: Promise<{ readonly code: number | null; readonly labels: readonly string[]; readonly errors: string }>;
}

function start(root: string, name: number, ring: string, count: number): Committer {
  const child = spawn(process.execPath, [script, root, String(name), ring, String(count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (data) => {
      output += data;
      resolve();
    });
    child.on('close', () => resolve());
  });
  const done = new Promise<{ code: number | null; labels: string[]; errors: string }>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, labels: output.split('\n').filter((line) => line !== '' && line !== 'ready'), errors });
    });
  });
  return { process: child, ready, done };
}

/** Every connection of the ring has its certificate and its key, and stands in the history once. */
async function labelsIn(store: Store, ring: string): Promise<readonly string[]> {
  const view = store.view();
  const labels = (await view.ring('TCPCS', ring))?.connections.map((each) => each.label) ?? [];
  for (const label of labels) {
    const entry = await view.certificate(TCPCS, label);
    expect(entry?.rings).toEqual([{ owner: 'TCPCS', name: ring }]);
    expect(await view.key(entry?.keyId ?? '')).not.toBeNull();
  }
  const told = (await store.history(100_000)).map((each) => each.command).filter((each) => labels.includes(each));
  expect(told.sort()).toEqual([...labels].sort());
  return labels;
}

describe('eight processes committing at once', () => {
  it('lose no update, also with one of them killed', async () => {
    const root = join(folder, 'eight');
    await openStore(root, { create: true });
    const all = Array.from({ length: 8 }, (_, i) => start(root, i + 1, 'SHARED', i === 0 ? 10_000 : 6));
    await Promise.all(all.map((each) => each.ready));
    setTimeout(() => all[0]?.process.kill('SIGKILL'), 300);
    const ends = await Promise.all(all.map((each) => each.done));
    expect(ends.slice(1).map((each) => [each.code, each.labels.length, each.errors])).toEqual(
      Array(7).fill([0, 6, '']),
    );
    const store = await openStore(root);
    const labels = await labelsIn(store, 'SHARED');
    const acknowledged = ends.flatMap((each) => each.labels);
    // The killed one may have committed one more than it could tell.
    expect(labels.length - acknowledged.length).toBeOneOf([0, 1]);
    expect(labels).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(labels).size).toBe(labels.length);
    expect((await store.check()).problems).toEqual([]);
  }, 120_000);
});

describe('processes killed at random moments', () => {
  const KILLS = 200;
  const A_STORE = 20;
  /** A busy machine may need more of them before some have met a commit. */
  const MOST_KILLS = 3 * KILLS;

  it(`lose nothing and leave nothing half-done, at least ${KILLS} times`, async () => {
    let committed = 0;
    let unfinished = 0;
    // Kills fall within so many milliseconds: more where commits are slow, fewer where many are done by then.
    let within = 25;
    const shown = (): boolean => committed > KILLS / 4 && unfinished > 0;
    for (let kill = 0; kill < KILLS || (!shown() && kill < MOST_KILLS); kill++) {
      const root = join(folder, `killed-${Math.floor(kill / A_STORE)}`);
      const child = start(root, kill + 1, `R${kill}`, 10_000);
      await child.ready;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * within));
      child.process.kill('SIGKILL');
      const { labels: acknowledged, errors } = await child.done;
      expect(errors).toBe('');
      if (isPending(root)) unfinished++;
      const store = await openStore(root, { create: true });
      const labels = await labelsIn(store, `R${kill}`);
      expect(labels.slice(0, acknowledged.length)).toEqual(acknowledged);
      expect(labels.length - acknowledged.length).toBeOneOf([0, 1]);
      expect((await store.check()).problems).toEqual([]);
      expect(await store.summaries()).toHaveLength((await store.info()).certificates);
      committed += labels.length;
      within = Math.min(1000, Math.max(5, within * (labels.length === 0 ? 1.2 : labels.length > 4 ? 0.9 : 1)));
    }
    // Otherwise the moments were badly chosen and the test has shown nothing.
    expect(committed).toBeGreaterThan(KILLS / 4);
    expect(unfinished).toBeGreaterThan(0);
  }, 600_000);
});
