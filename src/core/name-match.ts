/**
 * When two distinguished names are the same name: RFC 5280 section 7.1 (compatibility forms and case folded,
 * blanks at the ends dropped and runs of blanks folded, the kind of string ignored).
 *
 * A key, not a comparison, because the store looks names up. It never throws: what is not a Name is only
 * equal to itself.
 */

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** The element at `at`, when it ends at or before `limit`; single-byte tags, definite lengths up to 16 MiB. */
function elementAt(bytes: Uint8Array, at: number, limit: number): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  let length = first;
  let start = at + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 3) return null;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0);
    start += count;
  }
  const end = start + length;
  return end > limit ? null : { tag, start, end };
}

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Code units of `width` big-endian bytes; null when the length does not fit or a code point does not exist. */
function wide(content: Uint8Array, width: 2 | 4): string | null {
  if (content.length % width !== 0) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  let text = '';
  for (let i = 0; i < content.length; i += width) {
    const code = width === 2 ? view.getUint16(i) : view.getUint32(i);
    if (code > 0x10ffff) return null;
    text += width === 2 ? String.fromCharCode(code) : String.fromCodePoint(code);
  }
  return text;
}

function latin(content: Uint8Array): string {
  let text = '';
  for (const byte of content) text += String.fromCharCode(byte);
  return text;
}

/** The characters of a DirectoryString or IA5String; null for anything else. */
function characters(tag: number, content: Uint8Array): string | null {
  switch (tag) {
    case 0x0c: // UTF8String
      return content.every((byte) => byte < 0x80) ? latin(content) : new TextDecoder().decode(content);
    case 0x12: // NumericString
    case 0x13: // PrintableString
    case 0x14: // TeletexString: Latin 1 in practice
    case 0x16: // IA5String
    case 0x1a: // VisibleString
      return latin(content);
    case 0x1c: // UniversalString
      return wide(content, 4);
    case 0x1e: // BMPString
      return wide(content, 2);
    default:
      return null;
  }
}

function folded(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKC').toUpperCase();
  return plain.toLowerCase().replace(/\s+/g, ' ').trim();
}

function attributeKey(bytes: Uint8Array, attribute: Element): string | null {
  const oid = elementAt(bytes, attribute.start, attribute.end);
  if (oid?.tag !== 0x06) return null;
  const value = elementAt(bytes, oid.end, attribute.end);
  if (!value || value.end !== attribute.end) return null;
  const content = bytes.subarray(value.start, value.end);
  const text = characters(value.tag, content);
  const key = text === null ? `#${value.tag}.${hex(content)}` : folded(text);
  // The length in front keeps two attributes from running into one another.
  return `${hex(bytes.subarray(oid.start, oid.end))}:${key.length}:${key}`;
}

function nameKey(bytes: Uint8Array): string | null {
  const name = elementAt(bytes, 0, bytes.length);
  if (name?.tag !== 0x30 || name.end !== bytes.length) return null;
  const rdns: string[] = [];
  for (let at = name.start; at < name.end; ) {
    const rdn = elementAt(bytes, at, name.end);
    if (rdn?.tag !== 0x31) return null;
    const attributes: string[] = [];
    for (let inner = rdn.start; inner < rdn.end; ) {
      const attribute = elementAt(bytes, inner, rdn.end);
      const key = attribute?.tag === 0x30 ? attributeKey(bytes, attribute) : null;
      if (!attribute || key === null) return null;
      attributes.push(key);
      inner = attribute.end;
    }
    rdns.push(attributes.sort().join('+'));
    at = rdn.end;
  }
  return rdns.join('/');
}

/** A text that is equal for two Names (DER) exactly when they are the same name. */
export function nameMatchKey(nameDer: Uint8Array): string {
  return nameKey(nameDer) ?? `der:${hex(nameDer)}`;
}
