import { describe, expect, it } from 'vitest';
import { toEbcdic } from '../../src/core/ebcdic.ts';
import { decodeText } from '../../src/pem/text.ts';

const pem = '-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n';

describe('decodeText', () => {
  it.each<[string, Uint8Array, string]>([
    ['ASCII', Buffer.from(pem), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${pem}`), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${pem}`, 'utf16le'), 'utf-16'],
    ['UTF-16 with a mark, big end first', Buffer.from(`\uFEFF${pem}`, 'utf16le').swap16(), 'utf-16'],
    ['EBCDIC', toEbcdic(pem), 'ebcdic'],
    ['EBCDIC Base64 alone', toEbcdic('MIIB+/9=\n'), 'ebcdic'],
  ])('knows %s', (_, bytes, charset) => {
    const decoded = decodeText(bytes);
    expect(decoded?.charset).toBe(charset);
    expect([pem, 'MIIB+/9=\n']).toContain(decoded?.text);
  });

  it('takes the line feed of other converters for a line end', () => {
    expect(decodeText(toEbcdic(pem).map((byte) => (byte === 0x15 ? 0x25 : byte)))?.text).toBe(pem);
  });

  it('takes an odd byte at the end of UTF-16 for nothing', () => {
    expect(decodeText(Buffer.concat([Buffer.from('\uFEFFab', 'utf16le'), Uint8Array.of(9)]))?.text).toBe('ab');
  });

  it('calls bytes with zeros in them no text', () => {
    expect(decodeText(Uint8Array.of(0x41, 0, 0, 0x42))).toBeNull();
  });

  it('decodes a text larger than the arguments of one call', () => {
    const text = `${'A'.repeat(300_000)}\n`;
    expect(decodeText(toEbcdic(text))?.text).toBe(text);
  });
});
