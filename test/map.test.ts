/** docs/map.md says what is there: every folder has its line, every line its folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const NOT_OURS: ReadonlySet<string> = new Set(['node_modules', 'dist', 'coverage', '.git', '__snapshots__']);

function folders(below: string): string[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return [path, ...folders(path)];
    });
}

const map = readFileSync(join(root, 'docs/map.md'), 'utf8');
const lines = [...map.matchAll(/^- `([^`]+)\/`: (.+)$/gm)].map(([, path, text]) => ({
  path: path ?? '',
  text: text ?? '',
}));

/** A folder of tests that mirrors one of the source needs no line of its own. */
const mirrors = (path: string): boolean =>
  path.startsWith('test/') && existsSync(join(root, path.replace(/^test/, 'src')));

describe('the map', () => {
  it('has a line for every folder', () => {
    const unnamed = folders('').filter((path) => !mirrors(path) && !lines.some((line) => line.path === path));
    expect(unnamed).toEqual([]);
  });

  it('has no line for a folder that is gone, and none twice', () => {
    expect(lines.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
    expect(new Set(lines.map(({ path }) => path)).size).toBe(lines.length);
  });

  it('names only files that are there', () => {
    const files = [...map.matchAll(/`([\w./-]+\.(?:ts|mjs|md|conf))`/g)].map(([, file]) => file ?? '');
    const places = ['', 'scripts', 'docs', 'templates'];
    expect(files.filter((file) => !places.some((place) => existsSync(join(root, place, file))))).toEqual([]);
  });
});
