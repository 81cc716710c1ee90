/**
 * Does a command cost the same at 100,000 certificates as at 1,000, and how much more than Node itself?
 *
 * `npm run bench:flat [-- SMALL LARGE ROUNDS]`. Single commands as whole processes, in turn with `node -e 0`. Commands
 * that change something are undone before each round, outside the measured time.
 */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fillStore, labelOf, userOf } from './fill-store.mjs';
import { printTable, sideBySide } from './side-by-side.mjs';

const [small = '1000', large = '100000', rounds = '40'] = process.argv.slice(2);
const RINGTOOL = new URL('../dist/ringtool.cjs', import.meta.url).pathname;
const folder = process.env.RINGTOOL_BENCH ?? mkdtempSync(join(tmpdir(), 'ringtool-bench-'));

async function storeOf(count) {
  const place = join(folder, `store-${count}`);
  if (!existsSync(place)) {
    console.error(`filling a store of ${count} certificates ...`);
    await fillStore(place, Number(count));
  }
  return place;
}

/** A self-signed certificate to ADD, made by openssl once. */
function certificateFile() {
  const file = join(folder, 'ADD.PEM');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = join(folder, 'add.key');
  writeFileSync(key, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    '-new',
    '-key',
    key,
    '-subj',
    '/CN=added',
    '-days',
    '900',
    '-out',
    file,
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  return file;
}

try {
  const stores = { [small]: await storeOf(small), [large]: await storeOf(large) };
  const input = certificateFile();
  const racdcert = (store, text) => ['--store', store, '--user', 'BENCH', '--tz', 'UTC', 'racdcert', text];
  const node = { name: 'node -e 0', command: process.execPath, args: ['-e', '0'] };
  const quiet = (store, text) => () =>
    spawnSync(process.execPath, [RINGTOOL, ...racdcert(store, text)], { stdio: 'ignore' });
  const user = userOf(500);
  const kinds = [
    ['get: LIST(LABEL)', `ID(${user}) LIST(LABEL('${labelOf(503)}'))`, null],
    ['list one user: LIST', `ID(${user}) LIST`, null],
    ['LISTRING', `ID(${user}) LISTRING(RING)`, null],
    ['ADD', `ID(${user}) ADD('${input}') WITHLABEL('added')`, `ID(${user}) DELETE(LABEL('added'))`],
    ['ADDRING', `ID(${user}) ADDRING(NEW)`, `ID(${user}) DELRING(NEW)`],
    [
      'CONNECT',
      `ID(${user}) CONNECT(LABEL('${labelOf(504)}') RING(RING))`,
      `ID(${user}) REMOVE(LABEL('${labelOf(504)}') RING(RING))`,
    ],
    [
      'GENCERT NISTECC',
      `ID(${user}) GENCERT SUBJECTSDN(CN('new')) NISTECC SIZE(256) WITHLABEL('made')`,
      `ID(${user}) DELETE(LABEL('made'))`,
    ],
  ];
  for (const [name, text, undo] of kinds) {
    const contenders = Object.entries(stores).map(([count, store]) => ({
      name: `${name} at ${Number(count).toLocaleString('en-US')}`,
      command: process.execPath,
      args: [RINGTOOL, ...racdcert(store, text)],
      ...(undo === null ? {} : { before: quiet(store, undo) }),
    }));
    const rows = sideBySide([node, ...contenders], Number(rounds));
    printTable(name, rows);
    const [, atSmall, atLarge] = rows;
    console.log(`\nlarge / small: ${(atLarge.median / atSmall.median).toFixed(3)}`);
  }
} finally {
  if (!process.env.RINGTOOL_BENCH) rmSync(folder, { recursive: true, force: true });
}
