/**
 * What do 100 commands in one run cost, next to Node itself?
 *
 * `npm run bench:hundred [-- ROUNDS]`. One process a run: changes alone (every one committed and waited for on the
 * disk), listings alone, and a mixture as in a set-up; none makes a key. A plain file and the same in JCL.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable, sideBySide } from './side-by-side.mjs';

const [rounds = '15'] = process.argv.slice(2);
const RINGTOOL = new URL('../dist/ringtool.cjs', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'ringtool-bench-'));
const before = join(folder, 'before');
const store = join(folder, 'store');

const GIVEN = `
RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Lab CA')) WITHLABEL('Lab CA') NISTECC
RACDCERT ID(WEBSRV) GENCERT SUBJECTSDN(CN('web')) WITHLABEL('web') NISTECC SIGNWITH(CERTAUTH LABEL('Lab CA'))
`;

const rings = Array.from({ length: 25 }, (_, n) => [
  `RACDCERT ID(WEBSRV) ADDRING(Ring${n})`,
  `RACDCERT ID(WEBSRV) CONNECT(CERTAUTH LABEL('Lab CA') RING(Ring${n}))`,
  `RACDCERT ID(WEBSRV) CONNECT(LABEL('web') RING(Ring${n}) DEFAULT)`,
  `RACDCERT ID(WEBSRV) LISTRING(Ring${n})`,
]).flat();
const files = {
  'set-up of 25 rings: 75 changes, 25 listings': rings,
  '100 ADDRING': Array.from({ length: 100 }, (_, n) => `RACDCERT ID(WEBSRV) ADDRING(Ring${n})`),
  '100 LIST': Array.from({ length: 100 }, () => `RACDCERT ID(WEBSRV) LIST(LABEL('web'))`),
};

function run(args, input = '') {
  const done = spawnSync(process.execPath, [RINGTOOL, 'run', '--user', 'BENCH', '--tz', 'UTC', ...args], { input });
  if (done.status !== 0) throw new Error(String(done.stderr));
}

try {
  run(['--store', before, '-'], GIVEN);
  const fresh = () => {
    rmSync(store, { recursive: true, force: true });
    spawnSync('cp', ['-r', before, store]);
  };
  const contenders = Object.entries(files).map(([name, lines], at) => {
    const file = join(folder, `${at}.tso`);
    writeFileSync(file, lines.join('\n'));
    return {
      name,
      command: process.execPath,
      args: [RINGTOOL, 'run', '--store', store, '--user', 'BENCH', file],
      before: fresh,
    };
  });
  const job = join(folder, 'rings.jcl');
  writeFileSync(job, ['//S EXEC PGM=IKJEFT01', '//SYSTSIN DD *', ...rings.map((line) => ` ${line}`), '/*'].join('\n'));
  contenders.push({ ...contenders[0], name: 'the set-up as JCL', args: [...contenders[0].args.slice(0, -1), job] });
  const node = { name: 'node -e 0', command: process.execPath, args: ['-e', '0'] };
  printTable('100 commands in one run', sideBySide([node, ...contenders], Number(rounds)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
