/**
 * Runs typical commands in the bundles and writes a V8 code cache of what they compiled.
 *
 * V8's cache holds the functions that ran, so the commands here are the ones that should start fast.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../dist');
const entry = createRequire(import.meta.url)(join(dist, 'ringtool.cjs'));
const { main } = entry.require('ringtool:main');

const folder = mkdtempSync(join(tmpdir(), 'ringtool-warm-'));
const globals = [
  '--store',
  join(folder, 'store'),
  '--user',
  'WARM',
  '--now',
  '2026-01-01',
  '--tz',
  'UTC',
  '--datasets',
  folder,
];

/** A command that should work must work, or the cache would be of error paths. */
async function racdcert(text, worst = 4) {
  const code = await main(['racdcert', ...globals, text]);
  if (code > worst) throw new Error(`${code} from RACDCERT ${text}`);
}

try {
  // Each twice: a second run of a function makes V8 keep it.
  for (const n of [1, 2]) {
    await racdcert(
      `CERTAUTH GENCERT SUBJECTSDN(CN('Warm CA ${n}') O('Warm') C('US')) WITHLABEL('CA ${n}') NISTECC KEYUSAGE(CERTSIGN)`,
    );
    await racdcert(
      `ID(WARM) GENCERT SUBJECTSDN(CN('warm ${n}')) WITHLABEL('warm ${n}') NISTECC SIGNWITH(CERTAUTH LABEL('CA ${n}')) ` +
        `NOTAFTER(DATE(2030-12-31)) ALTNAME(DOMAIN('warm.example.com') IP(192.0.2.1))`,
    );
    await racdcert(`ID(WARM) ADDRING(R${n})`);
    await racdcert(`ID(WARM) CONNECT(CERTAUTH LABEL('CA ${n}') RING(R${n}))`);
    await racdcert(`ID(WARM) CONNECT(LABEL('warm ${n}') RING(R${n}) DEFAULT)`);
    await racdcert(`ID(WARM) LISTRING(R${n})`);
    await racdcert('ID(WARM) LIST');
    await racdcert(`ID(WARM) LIST(LABEL('warm ${n}'))`);
    await racdcert(`ID(WARM) ALTER(LABEL('warm ${n}')) NOTRUST`);
    await racdcert(`ID(WARM) EXPORT(LABEL('warm ${n}')) DSN('WARM.OUT')`);
    await racdcert(`ID(WARM) REMOVE(LABEL('warm ${n}') RING(R${n}))`);
    await racdcert(`ID(WARM) DELRING(R${n})`);
    await racdcert(`ID(WARM) DELETE(LABEL('warm ${n}'))`);
    await racdcert(`ID(WARM) ADD('WARM.OUT') WITHLABEL('warm ${n}')`);
    await racdcert('ID(WARM) LISTT(X', 12);
    await main(['tso', ...globals, 'SETROPTS RACLIST(DIGTCERT) REFRESH']);
    await main(['store', 'list', ...globals]);
    await main(['racdcert', '--help']);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const [id, module] of Object.entries(entry.loaded)) {
  writeFileSync(join(dist, `${id.slice(9)}.cache`), module.script.createCachedData());
}
process.exitCode = 0;
