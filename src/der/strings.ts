/**
 * The character string types of ASN.1 as text, read as certificates in the field use them.
 */
import { TAG } from './fields.ts';
import { badDer, contentOf, type DerValue } from './reader.ts';

/** The text of a string value, or null when the value is no character string. */
export function textOf(value: DerValue, what: string): string | null {
  const ascii = shortAscii(value);
  if (ascii !== null) return ascii;
  const content = contentOf(value);
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  switch (value.tag) {
    case TAG.utf8String:
      return bytes.toString('utf8');
    // T.61 proper is never used: every writer puts Latin-1 there, and every reader takes it so.
    case TAG.printableString:
    case TAG.ia5String:
    case TAG.t61String:
    case TAG.visibleString:
    case TAG.numericString:
      return bytes.toString('latin1');
    case TAG.bmpString:
      if (bytes.length % 2 !== 0) throw badDer(`${what} is a BMPString with half a character`);
      return Buffer.from(bytes).swap16().toString('utf16le');
    case TAG.universalString:
      return universalText(bytes, what);
    default:
      return null;
  }
}

/** Bytes of these types below 0x80 are their own characters. */
const ASCII_TAGS: ReadonlySet<number> = new Set([
  TAG.utf8String,
  TAG.printableString,
  TAG.ia5String,
  TAG.t61String,
  TAG.visibleString,
  TAG.numericString,
]);

/** What names are made of: faster than by way of a Buffer. Null for anything else. */
function shortAscii({ tag, source, contentStart, end }: DerValue): string | null {
  if (end - contentStart > 64 || !ASCII_TAGS.has(tag)) return null;
  let text = '';
  for (let at = contentStart; at < end; at++) {
    const byte = source[at] as number;
    if (byte >= 0x80) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

function universalText(bytes: Buffer, what: string): string {
  if (bytes.length % 4 !== 0) throw badDer(`${what} is a UniversalString with part of a character`);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const point = bytes.readUInt32BE(at);
    if (point > 0x10ffff) throw badDer(`${what} holds a character that does not exist`);
    text += String.fromCodePoint(point);
  }
  return text;
}
