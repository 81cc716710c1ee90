import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromEbcdic, toEbcdic } from '../../src/core/ebcdic.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('code page 1047', () => {
  it('maps every byte to a character of its own and back', () => {
    const text = fromEbcdic(EVERY_BYTE);
    expect(new Set(text).size).toBe(256);
    expect(toEbcdic(text)).toEqual(EVERY_BYTE);
  });

  it('has newline at X15 as z/OS UNIX does', () => {
    expect(fromEbcdic(Uint8Array.of(0xd9, 0x15))).toBe('R\n');
  });

  it('refuses characters it does not have', () => {
    expect(() => toEbcdic('€')).toThrow(/code page 1047/);
  });

  itWith(['iconv'], 'agrees with iconv but for newline and next line', () => {
    const file = join(temporaryFolder(), 'every-byte');
    writeFileSync(file, EVERY_BYTE);
    const peer = run('iconv', ['-f', 'IBM1047', '-t', 'UTF-8', file]).stdout;
    const swapped = [...fromEbcdic(EVERY_BYTE)]
      .map((c) => (c === '\n' ? '\u0085' : c === '\u0085' ? '\n' : c))
      .join('');
    expect(swapped).toBe(peer);
  });
});
