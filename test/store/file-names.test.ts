import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFileName, encodeFileName, isHashedFileName } from '../../src/store/file-names.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'aAbBzZ09 ._~%-u/\\:$#@+\u00e9\u0130\u017f\ud800'), maxLength: 32 }),
  fc.constantFrom('', '.', '..', 'CON', 'con', 'Nul.x', 'COM1', 'lpt9', '~u', '%', '_', ' ', 'a.', '.a'),
);

describe('encodeFileName', () => {
  it.each([
    ['Lab CA', 'lab_ca~98'],
    ['TCPSERV', 'tcpserv~u'],
    ['server-1', 'server-1'],
    ['www.example.com', 'www.example.com'],
    ['irrcerta', 'irrcerta'],
    ['CON', '%63on~u'],
    ['nul.x', '%6eul.x'],
    ['..', '%2e%2e'],
    ['a/b', 'a%2fb'],
    ['Z\u00fcrich', 'z%fcrich~8'],
    ['', '%'],
  ])('%j is %s', (name, file) => {
    expect(encodeFileName(name)).toBe(file);
    expect(decodeFileName(file)).toBe(name);
  });

  it('comes back from the file name', () => {
    fc.assert(
      fc.property(anyText, (name) => decodeFileName(encodeFileName(name)) === name),
      { numRuns: 2000 },
    );
  });

  it('differs for different names also where capitals do not count', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const same =
          encodeFileName(a).toLowerCase().normalize('NFC') === encodeFileName(b).toLowerCase().normalize('NFC');
        return same === (a === b);
      }),
      { numRuns: 2000 },
    );
  });

  it('is a plain name on every file system', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const file = encodeFileName(name);
        expect(file).toMatch(/^[a-z0-9%_~@#$+.-]{1,200}$/);
        expect(file).not.toMatch(/^\.|\.$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a fingerprint for names too long for a file system', () => {
    const name = 'R'.repeat(237);
    const file = encodeFileName(name);
    expect(isHashedFileName(file)).toBe(true);
    expect(decodeFileName(file)).toBeNull();
    expect(encodeFileName(`${'R'.repeat(236)}r`)).not.toBe(file);
  });
});

describe('decodeFileName', () => {
  it.each(['Lab', 'a~', 'a~v', 'a~0', 'ab~f', '%41', '%2', '..', 'con', 'a/b', '~u', ''])(
    '%j is no name of ours',
    (file) => {
      expect(decodeFileName(file)).toBeNull();
    },
  );

  it('takes no two spellings of a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab%~_0f6u1.'), maxLength: 12 }), (file) => {
        const name = decodeFileName(file);
        return name === null || encodeFileName(name) === file;
      }),
      { numRuns: 5000 },
    );
  });
});
