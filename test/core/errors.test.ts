/** The set of codes is closed, and holds nothing that is never thrown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRingtoolError, RingtoolError } from '../../src/core/errors.ts';

const src = resolve(import.meta.dirname, '../../src');
const ERRORS = 'core/errors.ts';

const declared = readFileSync(join(src, ERRORS), 'utf8');
const codes = [...declared.matchAll(/^ {2}\| '([a-z0-9]+\/[a-z0-9-]+)'/gm)].map(([, code]) => code ?? '');
const elsewhere = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== ERRORS)
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');

describe('error codes', () => {
  it('are found at all', () => {
    expect(codes.length).toBeGreaterThan(30);
    expect(new Set(codes).size).toBe(codes.length);
  });

  // `new RingtoolError('a/b'`, a code chosen by a condition, or one handed to a maker of errors; a question
  // (`isRingtoolError(error, 'a/b')`) and a word of documentation (`a/b` in backquotes) are no use.
  const used = elsewhere.replace(/isRingtoolError\([^)]*\)/g, '');
  const inErrors = declared.slice(declared.indexOf('export class'));

  it.each(codes)('%s is used', (code) => {
    expect(used.includes(`'${code}'`) || inErrors.includes(`'${code}'`)).toBe(true);
  });
});

describe('isRingtoolError', () => {
  it('knows its own, by code when asked', () => {
    const error = new RingtoolError('store/io', 'no');
    expect(isRingtoolError(error)).toBe(true);
    expect(isRingtoolError(error, 'store/full', 'store/io')).toBe(true);
    expect(isRingtoolError(error, 'store/full')).toBe(false);
    expect(isRingtoolError(new Error('no'))).toBe(false);
  });
});
