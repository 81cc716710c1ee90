/**
 * Builds dist/: the library with types (dist/lib), and the executable: two bundles and their V8 code caches.
 *
 * A command must start nearly as fast as Node itself. So our own code is one bundle whose `import()`s stay
 * lazy, the packages we depend on are a second bundle read only by commands that need them, and both start
 * from a code cache made after running typical commands. `--no-lib` leaves the library out.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const { dependencies, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Few commands need any of them: commander for help and mistakes, node-forge for packages of old programs. */
const LAZY_PACKAGES = Object.keys(dependencies);

const OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  legalComments: 'none',
  logLevel: 'warning',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname', __RINGTOOL_VERSION__: JSON.stringify(version) },
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
};

/** The packages that our own code asks for, found while bundling it. */
const asked = new Set();

/** Leaves them to their own bundle. */
const packagesApart = {
  name: 'packages-apart',
  setup(builder) {
    builder.onResolve({ filter: /^[@a-z]/ }, ({ path }) => {
      if (!LAZY_PACKAGES.includes(path)) return undefined;
      asked.add(path);
      return { path: `ringtool:packages/${path}`, external: true };
    });
  },
};

/** Parts of Node that are not in its start-up image; crypto alone costs 5 ms, and a listing needs none. */
const LAZY_BUILTINS = ['node:crypto', 'node:net', 'node:child_process', 'node:tty', 'node:os'];

/** What our sources import from a part of Node: getters for all it has would cost every command half a millisecond. */
function usedNames(builtin) {
  const found = new Set();
  for (const file of readdirSync(join(root, 'src'), { recursive: true })) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(join(root, 'src', file), 'utf8');
    if (new RegExp(`import [^{}']* from '${builtin}'`).test(text)) {
      throw new Error(`${file}: import names of ${builtin}, not all of it`);
    }
    for (const [, names, from] of text.matchAll(/import \{([^}]*)\} from '([^']*)';/g)) {
      if (from !== builtin) continue;
      for (const each of names.split(',')) {
        const name = each.trim().split(' as ')[0];
        if (name && !name.startsWith('type ')) found.add(name);
      }
    }
  }
  return [...found].sort();
}

/**
 * Puts a module of getters in front of each: Node's own is loaded when the first name of it is used. An `import()`
 * is late already; a package's `require` may ask for anything.
 */
const builtinsLazy = {
  name: 'builtins-lazy',
  setup(builder) {
    const getters = (path, names) => {
      const each = names.map((name) => `get ${name}() { return require(${JSON.stringify(path)}).${name}; }`);
      return { contents: `module.exports = { ${each.join(', ')} };` };
    };
    builder.onResolve({ filter: /^node:/ }, ({ path, namespace, kind }) => {
      if (!LAZY_BUILTINS.includes(path) || namespace.startsWith('lazy')) return undefined;
      if (kind === 'import-statement') return { path, namespace: 'lazy-used' };
      return kind === 'require-call' ? { path, namespace: 'lazy-whole' } : undefined;
    });
    builder.onLoad({ filter: /.*/, namespace: 'lazy-used' }, ({ path }) => getters(path, usedNames(path)));
    builder.onLoad({ filter: /.*/, namespace: 'lazy-whole' }, async ({ path }) =>
      getters(
        path,
        Object.keys(await import(path)).filter((name) => name !== 'default'),
      ),
    );
  },
};

/** A bundle copies a namespace anew for each module that asks for all of it; one `require` serves as well. */
const namespacesPlain = {
  name: 'namespaces-plain',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const plain = text.replace(/^import \* as (\w+) from ('node:\w+');$/gm, 'const $1 = require($2);');
      return plain === text ? undefined : { contents: plain, loader: 'ts' };
    });
  },
};

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    if (result.stderr) process.stderr.write(result.stderr);
    throw new Error(`${args[0]} ended with ${result.status}`);
  }
}

mkdirSync(dist, { recursive: true });
for (const old of ['main.js', 'packages.js', 'main.cache', 'packages.cache']) rmSync(join(dist, old), { force: true });

await build({
  ...OPTIONS,
  entryPoints: [join(root, 'src/cli/main.ts')],
  outfile: join(dist, 'main.js'),
  plugins: [packagesApart, builtinsLazy, namespacesPlain],
});
const lines = [...asked].map((name) => `case ${JSON.stringify(name)}: return require(${JSON.stringify(name)});`);
await build({
  ...OPTIONS,
  stdin: { contents: `module.exports = (name) => { switch (name) { ${lines.join(' ')} } };`, resolveDir: root },
  outfile: join(dist, 'packages.js'),
  plugins: [builtinsLazy],
});
copyFileSync(join(root, 'src/cli/entry.cjs'), join(dist, 'ringtool.cjs'));
chmodSync(join(dist, 'ringtool.cjs'), 0o755);
// Nobody reads its listings: only which functions ran matters. Without a cache the program is slower, not wrong.
try {
  run(process.execPath, [join(root, 'scripts/warm.mjs')], { stdio: ['ignore', 'ignore', 'pipe'] });
} catch (error) {
  process.stderr.write(`build: no code cache: ${error.message}\n`);
}

if (!process.argv.includes('--no-lib')) {
  rmSync(join(dist, 'lib'), { recursive: true, force: true });
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json']);
}
