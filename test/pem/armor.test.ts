import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { decodeBase64, readPemBlocks, writePem } from '../../src/pem/armor.ts';

const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (isRingtoolError(error)) return error.code;
    throw error;
  }
  return 'nothing thrown';
};

describe('writePem', () => {
  it('writes lines of 64 characters', () => {
    expect(writePem('CERTIFICATE', new Uint8Array(50)).split('\n')).toEqual([
      '-----BEGIN CERTIFICATE-----',
      'A'.repeat(64),
      'AAA=',
      '-----END CERTIFICATE-----',
      '',
    ]);
  });

  it('is read back, whatever the bytes and the line ends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.boolean(), (bytes, crlf) => {
        const text = writePem('CERTIFICATE', bytes);
        const [block] = readPemBlocks(crlf ? text.replaceAll('\n', '\r\n') : text);
        expect(block).toEqual({ label: 'CERTIFICATE', bytes: Uint8Array.from(bytes), headers: {} });
      }),
    );
  });
});

describe('readPemBlocks', () => {
  const pem = writePem('CERTIFICATE', Uint8Array.of(1, 2, 3));

  it('takes text around blocks, blanks around lines, and a byte order mark', () => {
    const padded = pem.replaceAll('\n', '      \n').replaceAll('-----BEGIN', '   -----BEGIN');
    const blocks = readPemBlocks(`\uFEFF${pem}subject: CN=Elm\n${padded}trailing words`);
    expect(blocks.map(({ bytes }) => [...bytes])).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('reads the headers of an old encrypted key', () => {
    const text =
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAQID\n-----END RSA PRIVATE KEY-----\n';
    expect(readPemBlocks(text)[0]?.headers).toEqual({ 'Proc-Type': '4,ENCRYPTED', 'DEK-Info': 'AES-128-CBC,00' });
  });

  it('finds nothing in text without a block', () => {
    expect(readPemBlocks('see -----BEGIN CERTIFICATE----- in the manual')).toEqual([]);
    expect(readPemBlocks('')).toEqual([]);
  });

  it.each([
    ['a block without its end', '-----BEGIN CERTIFICATE-----\nAQID\n', 'pem/no-block'],
    ['a block that another label ends', '-----BEGIN CERTIFICATE-----\nAQID\n-----END PKCS7-----\n', 'pem/no-block'],
    ['an empty block', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n', 'pem/bad-base64'],
    ['a character outside Base64', '-----BEGIN CERTIFICATE-----\nAQ!D\n-----END CERTIFICATE-----\n', 'pem/bad-base64'],
    ['a character missing', '-----BEGIN CERTIFICATE-----\nAQIDA\n-----END CERTIFICATE-----\n', 'pem/bad-base64'],
    ['padding in the middle', '-----BEGIN CERTIFICATE-----\nAQ==AQID\n-----END CERTIFICATE-----\n', 'pem/bad-base64'],
    ['headers that are none', '-----BEGIN X-----\nA: b\nAQID\n-----END X-----\n', 'pem/bad-base64'],
  ])('refuses %s', (_, text, expected) => {
    expect(code(() => readPemBlocks(text))).toBe(expected);
  });

  it('stops at the number of blocks it was given', () => {
    expect(code(() => readPemBlocks(pem.repeat(3), { maxBlocks: 2 }))).toBe('core/limit');
  });

  it('answers any text with blocks or with an error of ours', () => {
    const piece = fc.constantFrom(
      '-----BEGIN ',
      '-----END ',
      'CERTIFICATE',
      '-----',
      '\n',
      'AQID',
      ':',
      ' ',
      '=',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(['nothing thrown', 'pem/no-block', 'pem/bad-base64']).toContain(
          code(() => readPemBlocks(pieces.join(''))),
        );
      }),
    );
  });
});

describe('decodeBase64', () => {
  it('notices one altered character in a text of regular lines', () => {
    const body = `\n${`${'A'.repeat(64)}\n`.repeat(3)}`;
    expect(decodeBase64(body)).toHaveLength(144);
    expect(code(() => decodeBase64(`${body.slice(0, 80)}*${body.slice(81)}`))).toBe('pem/bad-base64');
  });
});
