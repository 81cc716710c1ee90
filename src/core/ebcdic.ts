/**
 * EBCDIC code page IBM-1047, as z/OS UNIX uses it: X'15' is newline.
 *
 * Character data representation: IBM CDRA, code page 1047 (Latin 1 / Open Systems).
 */
import { RingtoolError } from './errors.ts';

/** Unicode code points of the 256 bytes, row by row; every byte maps to one Latin-1 character and back. */
const ROWS = [
  '000102039c09867f978d8e0b0c0d0e0f',
  '101112139d0a08871819928f1c1d1e1f',
  '80818283840a171b88898a8b8c050607',
  '909116939495960498999a9b14159e1a',
  '20a0e2e4e0e1e3e5e7f1a22e3c282b7c',
  '26e9eaebe8edeeefecdf21242a293b5e',
  '2d2fc2c4c0c1c3c5c7d1a62c255f3e3f',
  'f8c9cacbc8cdcecfcc603a2340273d22',
  'd8616263646566676869abbbf0fdfeb1',
  'b06a6b6c6d6e6f707172aabae6b8c6a4',
  'b57e737475767778797aa1bfd05bdeae',
  'aca3a5b7a9a7b6bcbdbedda8af5db4d7',
  '7b414243444546474849adf4f6f2f3f5',
  '7d4a4b4c4d4e4f505152b9fbfcf9faff',
  '5cf7535455565758595ab2d4d6d2d3d5',
  '30313233343536373839b3dbdcd9da9f',
];

interface CodePage {
  readonly toUnicode: readonly number[];
  readonly fromUnicode: ReadonlyMap<number, number>;
}

let known: CodePage | undefined;

/** Built when first asked for: most commands never print a certificate id. */
function codePage(): CodePage {
  if (known !== undefined) return known;
  const toUnicode = ROWS.flatMap((row) => row.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  // X'25' (line feed) is U+0085 here, because X'15' (new line) carries U+000A.
  toUnicode[0x15] = 0x0a;
  toUnicode[0x25] = 0x85;
  known = { toUnicode, fromUnicode: new Map(toUnicode.map((code, byte) => [code, byte])) };
  return known;
}

/** Encodes `text`; throws `core/bad-name` for a character outside Latin 1. */
export function toEbcdic(text: string): Uint8Array {
  const { fromUnicode } = codePage();
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = fromUnicode.get(text.charCodeAt(i));
    if (byte === undefined) {
      throw new RingtoolError('core/bad-name', `${JSON.stringify(text)} has a character outside code page 1047`);
    }
    bytes[i] = byte;
  }
  return bytes;
}

/** Decodes any bytes; every byte has a character. */
export function fromEbcdic(bytes: Uint8Array): string {
  const { toUnicode } = codePage();
  return String.fromCharCode(...Array.from(bytes, (byte) => toUnicode[byte] ?? 0));
}
