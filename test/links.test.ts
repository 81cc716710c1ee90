/** Links between our own pages lead somewhere: README.md, CONTRIBUTING.md and the like, and docs/. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const PAGES = ['', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** Files that a page links to, from the top; links within it and to other places are left out. */
function linksOf(page: string): readonly string[] {
  const text = readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(page), target));
}

it('every link leads to a file', () => {
  const broken = PAGES.flatMap((page) =>
    linksOf(page)
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${page} -> ${target}`),
  );
  expect(broken).toEqual([]);
  expect(linksOf('README.md').length).toBeGreaterThan(5);
});

it('every page of docs/ is reached from README.md', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) for (const target of linksOf(page)) if (PAGES.includes(target)) reached.add(target);
  expect(PAGES.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
});
