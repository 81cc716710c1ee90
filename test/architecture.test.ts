/** The house as designed: arrows go down, no circles, lists equal their folders, one owner per dependency. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

const FLOORS: Readonly<Record<string, number>> = {
  core: 0,
  der: 0,
  store: 1,
  x509: 1,
  pem: 1,
  tso: 1,
  jobs: 1,
  findings: 1,
  authority: 1,
  racdcert: 2,
  racf: 2,
  session: 3,
  audit: 3,
  cli: 4,
};

/** The only arrows on one floor. */
const BESIDE: ReadonlySet<string> = new Set(['der -> core', 'pem -> x509']);

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** `import()` runs later, and `import type` not at all. */
  readonly kind: 'value' | 'type' | 'dynamic';
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/^\s*\*.*$/gm, '');
  const found: Import[] = [];
  for (const [, type, specifier] of text.matchAll(/^(?:import|export)\s(type\s)?[^'";]*?\sfrom\s'([^']+)'/gm)) {
    found.push({ from: file, specifier: specifier ?? '', kind: type === undefined ? 'value' : 'type' });
  }
  for (const [, specifier] of text.matchAll(/^import\s'([^']+)'/gm))
    found.push({ from: file, specifier: specifier ?? '', kind: 'value' });
  for (const [, specifier] of text.matchAll(/import\('([^']+)'\)/g))
    found.push({ from: file, specifier: specifier ?? '', kind: 'dynamic' });
  return found;
}

const FILES = sources('src');
const IMPORTS = FILES.flatMap(importsOf);
const targetOf = ({ from, specifier }: Import): string => relative(root, resolve(root, dirname(from), specifier));
const folderOf = (file: string): string => file.split('/')[1] ?? '';
const local = IMPORTS.filter(({ specifier }) => specifier.startsWith('.'));
const foreign = IMPORTS.filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('node:'));

describe('imports', () => {
  it('are found at all', () => {
    expect(FILES.length).toBeGreaterThan(100);
    expect(local.length).toBeGreaterThan(FILES.length);
  });

  it('go down the floors', () => {
    const upward = local
      .map((one) => ({
        from: folderOf(one.from),
        to: folderOf(targetOf(one)),
        file: one.from,
        specifier: one.specifier,
      }))
      .filter(({ from, to, file }) => from !== to && file !== 'src/index.ts')
      .filter(({ from, to }) => !((FLOORS[from] ?? -1) > (FLOORS[to] ?? 99) || BESIDE.has(`${from} -> ${to}`)));
    expect(upward.map(({ file, specifier }) => `${file} -> ${specifier}`)).toEqual([]);
  });

  it('know every folder', () => {
    const folders = new Set(FILES.filter((file) => file !== 'src/index.ts').map(folderOf));
    expect([...folders].sort()).toEqual(Object.keys(FLOORS).sort());
  });

  it('make no circles', () => {
    const next = new Map<string, string[]>();
    // What is loaded late by import() is needed all the same.
    for (const one of local)
      if (one.kind !== 'type') next.set(one.from, [...(next.get(one.from) ?? []), targetOf(one)]);
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (path.includes(file) || done.has(file)) return;
      for (const target of next.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of FILES) walk(file, []);
    expect(circles).toEqual([]);
  });
});

/** A list written by hand, the folder it speaks for, and how a member of it is told from a neighbour. */
const LISTS = [
  { list: 'src/racdcert/functions/index.ts', folder: 'src/racdcert/functions', member: /= defineFunction\(/ },
  { list: 'src/cli/commands/index.ts', folder: 'src/cli/commands', member: /: Command = \{/ },
  { list: 'src/jobs/index.ts', folder: 'src/jobs', member: /: Carrier = \{/ },
  { list: 'src/jobs/jcl/programs/index.ts', folder: 'src/jobs/jcl/programs', member: /: Program = \{/ },
  { list: 'src/jobs/rexx/functions/index.ts', folder: 'src/jobs/rexx/functions', member: /: BuiltIns = \{/ },
  { list: 'src/findings/reports/index.ts', folder: 'src/findings/reports', member: /export function \w+Report\(/ },
  { list: 'src/audit/rules/index.ts', folder: 'src/audit/rules', member: /: \w+Rule = \{/ },
  { list: 'src/racf/commands/index.ts', folder: 'src/racf/commands', member: /= defineCommand\(/ },
];

describe('list files', () => {
  for (const { list, folder, member } of LISTS) {
    it(`${list} names every member of its folder`, () => {
      const members = sources(folder).filter(
        (file) => file !== list && member.test(readFileSync(join(root, file), 'utf8')),
      );
      const listed = importsOf(list)
        .filter(({ kind }) => kind !== 'type')
        .map(targetOf);
      expect(members.length).toBeGreaterThan(1);
      expect(members.filter((file) => !listed.includes(file))).toEqual([]);
    });
  }
});

describe('dependencies', () => {
  const table = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const rows = [...table.matchAll(/^\| `([^`]+)` \| (.+?) \| (.+?) \|$/gm)].map(([, name, owner, reason]) => ({
    name: name ?? '',
    owner: (owner ?? '').replaceAll('`', ''),
    reason: reason ?? '',
  }));
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };

  it('are the rows of docs/dependencies.md', () => {
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(rows.map(({ name }) => name).sort()).toEqual(names.sort());
    for (const { reason } of rows) expect(reason.length).toBeGreaterThan(10);
  });

  it('are pinned', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are imported by their owner file only', () => {
    const nameOf = (specifier: string): string =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
    const strays = foreign.filter(
      ({ from, specifier }) => rows.find(({ name }) => name === nameOf(specifier))?.owner !== from,
    );
    expect(strays.map(({ from, specifier }) => `${from} -> ${specifier}`)).toEqual([]);
  });

  it('have an owner that imports them', () => {
    const idle = rows
      .filter(({ owner }) => owner.startsWith('src/'))
      .filter(
        ({ name, owner }) =>
          !foreign.some(
            ({ from, specifier }) => from === owner && (specifier === name || specifier.startsWith(`${name}/`)),
          ),
      );
    expect(idle).toEqual([]);
  });
});

describe('files', () => {
  it('stay below 300 lines', () => {
    const long = FILES.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('begin with a sentence that says what they are', () => {
    const silent = FILES.filter((file) => !/^(#!.*\n)?\/\*\*/.test(readFileSync(join(root, file), 'utf8')));
    expect(silent).toEqual([]);
  });
});
