/**
 * Distinguished names: read, built, and shown as RACF lists them (RFC 5280 4.1.2.4; RACDCERT LIST).
 */
import { RingtoolError } from '../core/errors.ts';
import { masked } from '../core/printable.ts';
import { TAG, fieldsOf } from '../der/fields.ts';
import { oidOf } from '../der/primitives.ts';
import { badDer, childrenOf, encodedOf, readDer, type DerValue } from '../der/reader.ts';
import { textOf } from '../der/strings.ts';
import {
  derIa5,
  derOid,
  derPrintable,
  derSequence,
  derSet,
  derUtf8,
  isIa5String,
  isPrintableString,
} from '../der/writer.ts';
import { ATTRIBUTE_OIDS, ATTRIBUTE_TYPES } from './oids.ts';

/** One attribute of a name. */
export interface Attribute {
  readonly oid: string;
  /** CN, OU, SP, EMAIL, DC and so on, else the dotted object identifier. */
  readonly type: string;
  /** The text; a value that is no character string stands as `#` and its DER in hexadecimal (RFC 4514 2.4). */
  readonly value: string;
}

/** A name in the order of its encoding, most general first. */
export interface Name {
  readonly der: Uint8Array;
  readonly rdns: readonly (readonly Attribute[])[];
}

/** Reads a name; throws x509/bad-der. */
export function parseName(der: Uint8Array): Name {
  return nameOf(readDer(der), 'the name');
}

/** The name at a place already read. */
export function nameOf(value: DerValue, what: string): Name {
  if (value.tag !== TAG.sequence) throw badDer(`${what} is not a sequence`);
  const rdns = childrenOf(value).map((rdn) => {
    if (rdn.tag !== TAG.set) throw badDer(`${what} holds a part that is not a set`);
    const attributes = childrenOf(rdn).map((pair) => attributeOf(pair, what));
    if (attributes.length === 0) throw badDer(`${what} holds an empty part`);
    return attributes;
  });
  return { der: encodedOf(value), rdns };
}

function attributeOf(value: DerValue, what: string): Attribute {
  const fields = fieldsOf(value, what);
  const oid = oidOf(fields.next('type'), `a type of ${what}`);
  const content = fields.next('value');
  fields.done();
  const text = textOf(content, `a value of ${what}`) ?? `#${Buffer.from(encodedOf(content)).toString('hex')}`;
  return { oid, type: ATTRIBUTE_TYPES.get(oid) ?? oid, value: text };
}

/**
 * Builds a name from attributes in the order of the encoding (C first), one to a part.
 *
 * PrintableString where it fits, else UTF8String; C must fit PrintableString, DC and EMAIL are IA5String
 * (RFC 5280 appendix A).
 */
export function buildName(attributes: readonly { readonly type: string; readonly value: string }[]): Name {
  const der = derSequence(
    ...attributes.map(({ type, value }) => derSet(derSequence(derOid(oidOfType(type)), stringFor(type, value)))),
  );
  return parseName(der);
}

function oidOfType(type: string): string {
  if (Object.hasOwn(ATTRIBUTE_OIDS, type)) return ATTRIBUTE_OIDS[type as keyof typeof ATTRIBUTE_OIDS];
  if (/^[0-9]+(\.[0-9]+)+$/.test(type)) return type;
  throw new RingtoolError('core/bad-name', `${JSON.stringify(type)} is not an attribute type of a name`);
}

function stringFor(type: string, value: string): Uint8Array {
  if (type === 'C') {
    if (isPrintableString(value)) return derPrintable(value);
    throw new RingtoolError('core/bad-name', `the country ${JSON.stringify(value)} holds characters it may not have`);
  }
  if ((type === 'DC' || type === 'EMAIL') && isIa5String(value)) return derIa5(value);
  return isPrintableString(value) ? derPrintable(value) : derUtf8(value);
}

/** The parts of a name as listings order them, most specific first: `CN=...`, `OU=...`; several in one set joined by `+`. */
export function nameParts(name: Name): readonly string[] {
  return name.rdns.map((rdn) => rdn.map(({ type, value }) => `${type}=${value}`).join('+')).reverse();
}

/** The name as RACF lists it: `CN=...OU=...O=...C=US`, most specific first, joined by periods; no control characters. */
export function listingName(name: Name): string {
  return masked(nameParts(name).join('.'));
}
