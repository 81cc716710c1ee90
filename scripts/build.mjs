/**
 * Builds dist/: the library with types (dist/lib), and the executable: two bundles and their V8 code caches.
 *
 * A command must start nearly as fast as Node itself. So our own code is one bundle whose `import()`s stay
 * lazy, the certificate packages are a second bundle read only by commands that need them, and both start
 * from a code cache made after running typical commands. `--no-lib` leaves the library out.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { dependencies, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Commander stays with the command line; everything else is for certificates. */
const LAZY_PACKAGES = Object.keys(dependencies).filter((name) => name !== 'commander');

const OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname', __RINGTOOL_VERSION__: JSON.stringify(version) },
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
};

/** Leaves the certificate packages to their own bundle. */
const packagesApart = {
  name: 'packages-apart',
  setup(builder) {
    builder.onResolve({ filter: /^[@a-z]/ }, ({ path }) =>
      LAZY_PACKAGES.includes(path) ? { path: `ringtool:packages/${path}`, external: true } : undefined,
    );
  },
};

/** Commander asks for child_process at load, which costs 4 ms, and needs it only for programs we do not have. */
const commanderAlone = {
  name: 'commander-alone',
  setup(builder) {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'none', namespace: 'none' } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    if (result.stderr) process.stderr.write(result.stderr);
    process.exitCode = 1;
    throw new Error(`${args[0]} ended with ${result.status}`);
  }
}

mkdirSync(dist, { recursive: true });
for (const old of ['main.js', 'packages.js', 'main.cache', 'packages.cache']) rmSync(join(dist, old), { force: true });

await build({
  ...OPTIONS,
  entryPoints: [join(root, 'src/cli/main.ts')],
  outfile: join(dist, 'main.js'),
  plugins: [packagesApart, commanderAlone],
});
const lines = LAZY_PACKAGES.map((name) => `case ${JSON.stringify(name)}: return require(${JSON.stringify(name)});`);
await build({
  ...OPTIONS,
  minifyIdentifiers: true,
  stdin: { contents: `module.exports = (name) => { switch (name) { ${lines.join(' ')} } };`, resolveDir: root },
  outfile: join(dist, 'packages.js'),
});
copyFileSync(join(root, 'src/cli/entry.cjs'), join(dist, 'ringtool.cjs'));
chmodSync(join(dist, 'ringtool.cjs'), 0o755);
// Nobody reads its listings: only which functions ran matters.
run(process.execPath, [join(root, 'scripts/warm.mjs')], { stdio: ['ignore', 'ignore', 'pipe'] });

if (!process.argv.includes('--no-lib')) {
  rmSync(join(dist, 'lib'), { recursive: true, force: true });
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
}
