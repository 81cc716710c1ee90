/**
 * Writes DER (ITU-T X.690, clause 10 and 11): the few types that certificates and requests are made of.
 */
import { RingtoolError } from '../core/errors.ts';
import { TAG } from './fields.ts';

function cannot(what: string): RingtoolError {
  return new RingtoolError('x509/bad-der', what);
}

/** A value of any tag: identifier octet, length in its shortest form, content. */
export function derValue(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const count = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4;
  const bytes = new Uint8Array(2 + count + length);
  bytes[0] = tag;
  bytes[1] = count === 0 ? length : 0x80 | count;
  for (let i = 0; i < count; i++) bytes[2 + i] = Math.floor(length / 256 ** (count - 1 - i)) & 0xff;
  bytes.set(content, 2 + count);
  return bytes;
}

/** Bytes one after the other. */
export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** SEQUENCE of values that are already encoded. */
export function derSequence(...parts: readonly Uint8Array[]): Uint8Array {
  return derValue(TAG.sequence, concatBytes(parts));
}

/** SET OF: the elements in ascending order of their encodings (X.690 11.6). */
export function derSet(...parts: readonly Uint8Array[]): Uint8Array {
  return derValue(TAG.set, concatBytes([...parts].sort(Buffer.compare)));
}

/** INTEGER in two's complement, shortest form. */
export function derInteger(number: number | bigint): Uint8Array {
  if (typeof number === 'number' && !Number.isSafeInteger(number)) throw cannot(`${number} is no integer`);
  let rest = BigInt(number);
  const octets: number[] = [];
  for (;;) {
    const octet = Number(BigInt.asUintN(8, rest));
    octets.unshift(octet);
    rest >>= 8n;
    if ((rest === 0n && octet < 0x80) || (rest === -1n && octet >= 0x80)) break;
  }
  return derValue(TAG.integer, Uint8Array.from(octets));
}

/** OBJECT IDENTIFIER from its dotted form. */
export function derOid(dotted: string): Uint8Array {
  if (!/^(0|1|2)(\.(0|[1-9][0-9]{0,38})){1,64}$/.test(dotted))
    throw cannot(`${JSON.stringify(dotted)} is no object identifier`);
  const [root = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  if (root < 2n && second > 39n) throw cannot(`${dotted} is no object identifier: its second number is above 39`);
  const octets: number[] = [];
  for (const arc of [root * 40n + second, ...rest]) {
    const group = [Number(arc & 0x7fn)];
    for (let more = arc >> 7n; more > 0n; more >>= 7n) group.unshift(Number(more & 0x7fn) | 0x80);
    octets.push(...group);
  }
  return derValue(TAG.oid, Uint8Array.from(octets));
}

/** OCTET STRING. */
export function derOctetString(content: Uint8Array): Uint8Array {
  return derValue(TAG.octetString, content);
}

/** BIT STRING; `unused` bits at the end of the last octet do not count. */
export function derBitString(bits: Uint8Array, unused = 0): Uint8Array {
  return derValue(TAG.bitString, concatBytes([Uint8Array.of(unused), bits]));
}

/** UTF8String. */
export function derUtf8(text: string): Uint8Array {
  return derValue(TAG.utf8String, Buffer.from(text, 'utf8'));
}

/** True when PrintableString can hold the text (X.680 41.4). */
export function isPrintableString(text: string): boolean {
  return /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text);
}

/** PrintableString; other characters are refused, not replaced. */
export function derPrintable(text: string): Uint8Array {
  if (!isPrintableString(text)) throw cannot(`${JSON.stringify(text)} does not fit a PrintableString`);
  return derValue(TAG.printableString, Buffer.from(text, 'latin1'));
}

/** True when IA5String (ASCII) can hold the text. */
export function isIa5String(text: string): boolean {
  return /^[\u0000-\u007f]*$/.test(text);
}

/** IA5String; other characters are refused. */
export function derIa5(text: string): Uint8Array {
  if (!isIa5String(text)) throw cannot(`${JSON.stringify(text)} does not fit an IA5String`);
  return derValue(TAG.ia5String, Buffer.from(text, 'latin1'));
}

/** A context-specific tag below 31, explicit (constructed) or implicit. */
export function derContext(number: number, constructed: boolean, content: Uint8Array): Uint8Array {
  if (number < 0 || number > 30) throw cannot(`${number} is no context tag written here`);
  return derValue(0x80 | (constructed ? 0x20 : 0) | number, content);
}

/** UTCTime for 1950 to 2049, else GeneralizedTime; whole seconds, Z (RFC 5280 4.1.2.5). */
export function derTime(instant: Date): Uint8Array {
  const year = instant.getUTCFullYear();
  if (Number.isNaN(year) || year < 0 || year > 9999)
    throw cannot('a time outside the years 0 to 9999 cannot be written');
  const digits = `${instant.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  const utc = year >= 1950 && year <= 2049;
  return derValue(utc ? TAG.utcTime : TAG.generalizedTime, Buffer.from(utc ? digits.slice(2) : digits, 'latin1'));
}

/** BOOLEAN. */
export function derBoolean(truth: boolean): Uint8Array {
  return Uint8Array.of(TAG.boolean, 1, truth ? 0xff : 0);
}

/** NULL. */
export function derNull(): Uint8Array {
  return Uint8Array.of(TAG.nothing, 0);
}

/** Bytes that are DER already, named so at the place of use. */
export function derRaw(encoded: Uint8Array): Uint8Array {
  return encoded;
}
