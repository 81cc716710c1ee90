/** Text of a data set as characters: UTF-8, UTF-16 (Windows) and EBCDIC (a data set downloaded in binary). */
import { fromEbcdic } from '../core/ebcdic.ts';

/** The code in which text was written. */
export type TextCharset = 'utf-8' | 'utf-16' | 'ebcdic';

export interface DecodedText {
  readonly charset: TextCharset;
  readonly text: string;
}

/** `-----BEGIN ` in code page 1047. */
const EBCDIC_BEGIN = Buffer.from('6060606060c2c5c7c9d540', 'hex');

/** `bytes` as text, or null when they are not text in any of the three. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const utf16 = utf16Order(bytes);
  if (utf16 !== null) return decodeUtf16(bytes, utf16);
  if (isEbcdic(bytes)) return { charset: 'ebcdic', text: decodeEbcdic(bytes) };
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const body = bytes.subarray(start);
  if (body.includes(0)) return null;
  // Latin 1 keeps every byte: comments in another code around a PEM block do no harm.
  return { charset: 'utf-8', text: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1') };
}

function utf16Order(bytes: Uint8Array): 'little' | 'big' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'little';
  if (first === 0xfe && second === 0xff) return 'big';
  // Without a mark: a printable character and a zero, over and over, as `-\0-\0` is.
  const sample = bytes.subarray(0, 16);
  if (sample.length < 8 || sample.length % 2 !== 0) return null;
  const isText = (parity: number): boolean =>
    sample.every((byte, i) =>
      i % 2 === parity ? byte === 0 : byte === 10 || byte === 13 || (byte >= 32 && byte < 127),
    );
  return isText(1) ? 'little' : isText(0) ? 'big' : null;
}

function decodeUtf16(bytes: Uint8Array, order: 'little' | 'big'): DecodedText {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const text = (order === 'little' ? even : even.swap16()).toString('utf16le');
  return { charset: 'utf-16', text: text.replace(/^\uFEFF/, '') };
}

/** A BEGIN marker, or from start to end nothing but what Base64 is made of in code page 1047. */
function isEbcdic(bytes: Uint8Array): boolean {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(EBCDIC_BEGIN)) return true;
  const letters = bytes.subarray(0, 65_536);
  return letters.some((byte) => byte >= 0xc1) && letters.every((byte) => isEbcdicBase64(byte));
}

function isEbcdicBase64(byte: number): boolean {
  const low = byte & 0x0f;
  switch (byte >> 4) {
    case 0x8:
    case 0x9:
    case 0xc:
    case 0xd:
      return low >= 1 && low <= 9;
    case 0xa:
    case 0xe:
      return low >= 2 && low <= 9;
    case 0xf:
      return low <= 9;
    default: // + / = blank, and the line ends of three kinds
      return [0x4e, 0x61, 0x7e, 0x40, 0x15, 0x25, 0x0d, 0x0a].includes(byte);
  }
}

/** In pieces: the decoder takes its bytes as arguments of one call. X'25' is the line feed of other converters. */
function decodeEbcdic(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += fromEbcdic(bytes.subarray(at, at + 8192));
  return text.replaceAll('\u0085', '\n');
}
