/** The package as npm would publish it: what is in it, and a program of somebody else's that uses its types. */
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './peers.ts';

const root = resolve(import.meta.dirname, '..');
const folder = temporaryFolder();
const installed = join(folder, 'node_modules/ringtool');
let files: readonly string[] = [];

/** Stands for the program of a consumer: uses every door with its types written out. */
const CONSUMER = `
import {
  type AuditReport, type ChangeSet, type CommandResult, type CommandSession, type Finding, type HistoryEntry,
  type Job, type KeySource, type LogicalCommand, type Release, type Store, type TrackedView,
  CERTAUTH, deleteRing, exitCodeOf, generateKeyPair, isRingtoolError, jsonReport, openSession, openStore, put, readJob,
  runAudit, runJob, surroundingsFor, textReport,
} from 'ringtool';

const now: Date = new Date('2026-11-20T08:00:00Z');
const store: Store = await openStore(process.argv[2] ?? 'store', { create: true });
const keys: KeySource = { generate: (spec) => generateKeyPair(spec) };
const level: Release = '3.1';
const session: CommandSession = await openSession(store, { user: 'LAB', now: () => now, level, keys });
const job: Job = await readJob(
  "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Lab')) WITHLABEL('Lab') NISTECC\\nRACDCERT ID(<user>) ADDRING(R)\\n", 'lab.tso',
  surroundingsFor(session, { symbols: new Map([['user', 'LAB']]) }),
);
const commands: readonly LogicalCommand[] | null = job.planned;
const { returnCode } = await runJob(job, session, {
  stopOnError: true,
  tell(news) {
    if (news.kind !== 'done') return;
    const result: CommandResult = news.result;
    if (result.returnCode > 4) throw new Error(result.lines.join());
  },
});
if (returnCode !== 0 || commands?.length !== 2) throw new Error('the job went wrong');

const view: TrackedView = store.view();
const certificate = await view.certificate(CERTAUTH, 'Lab');
if (certificate === null) throw new Error('no certificate');
const changes: ChangeSet = [put({ ...certificate, status: 'HIGHTRUST' }), deleteRing('LAB', 'R')];
const entry: HistoryEntry = { when: now.toISOString(), user: 'LAB', command: 'by hand' };
await store.commit(changes, view, entry);

// Everything has a default.
const plain: CommandSession = await openSession(store);
console.log((await plain.run('RACDCERT CERTAUTH LIST')).returnCode);

const report: AuditReport = await runAudit([{ kind: 'store', store }], { now });
const worst: readonly Finding[] = report.findings.filter(({ severity }) => severity === 'error');
console.log(worst.length, exitCodeOf(report), textReport(report).length > 0, jsonReport(report).includes('ringtool-audit'));
try {
  await openStore('/nonexistent/store');
} catch (error) {
  console.log(isRingtoolError(error, 'store/absent'));
}
await store.close();
`;

beforeAll(() => {
  if (!existsSync(join(root, 'dist/lib/index.d.ts'))) throw new Error('dist/lib is missing: npm run build');
  const packed = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root });
  const [listing] = JSON.parse(packed.stdout) as { files: { path: string }[] }[];
  files = listing?.files.map(({ path }) => path) ?? [];
  for (const file of files) {
    mkdirSync(dirname(join(installed, file)), { recursive: true });
    cpSync(join(root, file), join(installed, file));
  }
});

describe('the package', () => {
  it('has the program, the library with types, and what they read', () => {
    for (const file of [
      'dist/ringtool.cjs',
      'dist/main.js',
      'dist/packages.js',
      'dist/lib/index.js',
      'dist/lib/index.d.ts',
      'templates/stunnel.conf',
      'LICENSE',
    ]) {
      expect(files).toContain(file);
    }
  });

  it('has no tests, no sources, no code caches and no keys', () => {
    const strays = files.filter(
      (file) =>
        /^(?:src|test|bench|scripts)\/|\.(?:cache|pem|p12|key)$|\.test\.|tsbuildinfo/.test(file) ||
        (file.endsWith('.ts') && !file.endsWith('.d.ts')),
    );
    expect(strays).toEqual([]);
  });

  it('runs without code caches, from its own files alone', () => {
    const { status, stdout } = run(process.execPath, [join(installed, 'dist/ringtool.cjs'), '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: ringtool');
  });
});

describe('a program that uses the library', () => {
  const consumer = join(folder, 'consumer.ts');

  beforeAll(() => {
    writeFileSync(consumer, CONSUMER);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    // What npm would have installed beside it.
    for (const name of ['node-forge', '@types/node', 'undici-types']) {
      mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          module: 'NodeNext',
          lib: ['ES2023'],
          types: ['node'],
          strict: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: false,
        },
        files: ['consumer.ts'],
      }),
    );
  });

  it('compiles against its types, and does what it says', () => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const compiled = run(process.execPath, [compiler, '-p', folder]);
    expect(compiled.stdout).toBe('');
    expect(compiled.status).toBe(0);
    const ran = run(process.execPath, [join(folder, 'consumer.js'), join(folder, 'store')]);
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toBe('0\n0 0 true true\ntrue\n');
  });
});
