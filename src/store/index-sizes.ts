/**
 * How long each file of the index is: one that has lost lines, or is gone, would else just seem to know less.
 *
 * One line of fixed width for each file that there can be, so that a change writes over a few of them.
 */
import { readText } from './files.ts';
import { INDEX_FAMILIES, INDEX_FILE } from './index-lines.ts';
import type { Addition } from './journal.ts';
import { INDEX } from './layout.ts';

const DIGITS = 10;
const WIDTH = DIGITS + 1;
const SPREAD = 256;

/** The place of a file among all; -1 for one that is not of the index. */
function slotOf(file: string): number {
  const [, family, hex] = /^index\/([a-z]+)\/([0-9a-f]{2})\.txt$/.exec(file) ?? [];
  const families: readonly string[] = INDEX_FAMILIES;
  const at = families.indexOf(family ?? '');
  return at < 0 || hex === undefined ? -1 : at * SPREAD + Number.parseInt(hex, 16);
}

/** Every file of the index that there can be. */
export function* indexFiles(): Generator<string> {
  for (const family of INDEX_FAMILIES) {
    for (let i = 0; i < SPREAD; i++) yield `${INDEX}/${family}/${i.toString(16).padStart(2, '0')}.txt`;
  }
}

function sizeLine(size: number): string {
  return `${String(size).padStart(DIGITS, '0')}\n`;
}

/** The text for an index of these files; the others are not there. */
export function sizesText(sizes: ReadonlyMap<string, number>): string {
  return [...indexFiles()].map((file) => sizeLine(sizes.get(file) ?? 0)).join('');
}

/** What the sizes say of a file; NaN when they are damaged, which is no size at all. */
export type Sizes = (file: string) => number;

export function readSizes(root: string): Sizes {
  const text = readText(root, INDEX_FILE) ?? '';
  if (text.length !== INDEX_FAMILIES.length * SPREAD * WIDTH) return () => Number.NaN;
  return (file) => {
    const slot = slotOf(file);
    const line = slot < 0 ? '' : text.slice(slot * WIDTH, (slot + 1) * WIDTH);
    return /^\d{10}\n$/.test(line) ? Number(line) : Number.NaN;
  };
}

/** Writes new sizes over the old ones, each in its place. */
export function sizeAdditions(changed: ReadonlyMap<string, number>): readonly Addition[] {
  return [...changed].map(([file, size]) => ({
    file: INDEX_FILE,
    at: slotOf(file) * WIDTH,
    text: sizeLine(size),
  }));
}
