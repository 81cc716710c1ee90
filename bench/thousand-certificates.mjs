/**
 * A script of 1,000 GENCERT commands in one process against openssl commands that make the same P-256 certificates.
 *
 * `npm run bench:thousand [-- COUNT ROUNDS]`. The peer is what a shell script would do: for each certificate one
 * `openssl req -new -newkey` and one `openssl x509 -req`. ringtool also commits each to its store, with fsync.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable, sideBySide } from './side-by-side.mjs';

const [count = '1000', rounds = '3'] = process.argv.slice(2);
const RINGTOOL = new URL('../dist/ringtool.cjs', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'ringtool-bench-'));

try {
  const commands = [
    "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Bench CA')) NISTECC SIZE(256) WITHLABEL('Bench CA')",
    ...Array.from(
      { length: Number(count) },
      (_, n) =>
        `RACDCERT ID(BENCH) GENCERT SUBJECTSDN(CN('leaf-${n}')) NISTECC SIZE(256) WITHLABEL('leaf ${n}') SIGNWITH(CERTAUTH LABEL('Bench CA'))`,
    ),
  ];
  writeFileSync(join(folder, 'commands.tso'), `${commands.join('\n').replace(/ SIGNWITH/g, ' +\n SIGNWITH')}\n`);
  const script = [
    'set -e',
    'openssl ecparam -name prime256v1 -genkey -noout -out ca.key',
    'openssl req -x509 -new -key ca.key -subj "/CN=Bench CA" -days 365 -out ca.pem',
    `i=0; while [ $i -lt ${count} ]; do`,
    '  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout leaf-$i.key -subj "/CN=leaf-$i" -out leaf.csr 2>/dev/null',
    '  openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -set_serial $((i+1)) -days 365 -out leaf-$i.pem 2>/dev/null',
    '  i=$((i+1))',
    'done',
  ].join('\n');
  const place = { openssl: join(folder, 'openssl'), store: join(folder, 'store') };
  const fresh = (path, make) => () => {
    rmSync(path, { recursive: true, force: true });
    if (make) spawnSync('mkdir', ['-p', path]);
  };
  const rows = sideBySide(
    [
      {
        name: 'openssl commands',
        command: 'sh',
        args: ['-c', `cd '${place.openssl}' && ${script}`],
        before: fresh(place.openssl, true),
      },
      {
        name: `ringtool run, ${count} GENCERT`,
        command: process.execPath,
        args: [RINGTOOL, '--store', place.store, 'run', join(folder, 'commands.tso')],
        before: fresh(place.store, false),
      },
    ],
    Number(rounds),
  );
  printTable(`${count} P-256 certificates signed by one CA`, rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
