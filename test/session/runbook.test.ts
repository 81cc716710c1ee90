/**
 * One renewal in every carrier: each copy in examples/renewal, run as it is, leaves the same store.
 *
 * Keys, clock and random bytes are the same for all, so whole files can be compared.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readJob } from '../../src/jobs/index.ts';
import { runJob } from '../../src/session/job-run.ts';
import { surroundingsFor } from '../../src/session/job-surroundings.ts';
import { openTsoSession } from '../../src/session/tso-session.ts';
import { PROGRAM } from '../cli/program.ts';
import { fixtureKey } from '../fixtures/keys.ts';
import { temporaryFolder } from '../peers.ts';
import { testSession } from './test-session.ts';

const folder = temporaryFolder();
const EXAMPLES = join(import.meta.dirname, '../../examples/renewal');
const VALUES = new Map([
  ['owner', 'WEBSRV'],
  ['hlq', 'LAB.WEB'],
]);

/** Runs one file of the examples in `place`; keys from the one of this name on. */
async function runExample(file: string, place: string, keys: readonly string[]) {
  const waiting = [...keys];
  const options = await testSession(place, {
    keys: { generate: async () => fixtureKey(waiting.shift() ?? '') },
  });
  const session = openTsoSession(options);
  const failed: string[] = [];
  const job = await readJob(
    readFileSync(join(EXAMPLES, file), 'utf8'),
    file,
    surroundingsFor(session, { symbols: VALUES, program: [process.execPath, PROGRAM], environment: process.env }),
  );
  const run = await runJob(job, session, {
    stopOnError: true,
    tell(news) {
      if (news.kind === 'done' && news.result.returnCode > 0) failed.push(`${news.result.echo}: ${news.result.lines}`);
      if (news.kind === 'problem' || news.kind === 'not-emulated' || news.kind === 'broken') {
        failed.push(JSON.stringify(news));
      }
    },
  });
  await options.store.close();
  return { carrier: job.carrier, failed, returnCode: run.returnCode };
}

/** Every file with its content, but for the lock, which says who held it and when. */
function contentOf(place: string): Record<string, string> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.endsWith('/lock'),
  );
  const texts = files.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(place.length), readFileSync(path, 'latin1')] as const;
  });
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const before = join(folder, 'before');
/** What the plain file of commands leaves. */
let plain: Record<string, string>;
beforeAll(async () => {
  mkdirSync(before);
  expect(await runExample('lab.tso', before, ['rsa-2048-a.pem', 'rsa-2048-b.pem'])).toMatchObject({ failed: [] });
  const { run, content } = await renewed('renewal.tso');
  expect(run).toEqual({ carrier: 'text', failed: [], returnCode: 0 });
  plain = content;
});

async function renewed(file: string) {
  const place = join(folder, file);
  cpSync(before, place, { recursive: true });
  const run = await runExample(file, place, ['rsa-2048-c.pem']);
  return { run, content: contentOf(place) };
}

describe('a renewal leaves the same store', () => {
  it.each([
    ['jcl', 'renewal.jcl'],
    ['shell', 'renewal.sh'],
    ['rexx', 'renewal.rexx'],
    ['ansible', 'renewal.yml'],
    ['zowe', 'renewal.zowe'],
    ['markdown', 'renewal.md'],
  ])('%s', async (carrier, file) => {
    const { run, content } = await renewed(file);
    expect(run).toEqual({ carrier, failed: [], returnCode: 0 });
    expect(content).toEqual(plain);
  });
});
