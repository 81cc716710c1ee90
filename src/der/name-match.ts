/**
 * When two distinguished names are the same name: RFC 5280 section 7.1 (compatibility forms and case folded,
 * blanks at the ends dropped and runs of blanks folded, the kind of string ignored).
 *
 * A key, not a comparison, because the store looks names up. It never throws: what is not a Name is only
 * equal to itself.
 */
import { isRingtoolError } from '../core/errors.ts';
import { expectTag, TAG } from './fields.ts';
import { badDer, childrenOf, contentOf, type DerValue, readDer } from './reader.ts';
import { textOf } from './strings.ts';

/** A text that is equal for two Names (DER) exactly when they are the same name. */
export function nameMatchKey(nameDer: Uint8Array): string {
  try {
    const name = expectTag(readDer(nameDer), TAG.sequence, 'a name');
    return childrenOf(name).map(partKey).join('/');
  } catch (error) {
    if (!isRingtoolError(error, 'x509/bad-der')) throw error;
    return `der:${hex(nameDer)}`;
  }
}

function partKey(part: DerValue): string {
  return childrenOf(expectTag(part, TAG.set, 'a part of a name'))
    .map(attributeKey)
    .sort()
    .join('+');
}

function attributeKey(attribute: DerValue): string {
  const [type, value, ...more] = childrenOf(expectTag(attribute, TAG.sequence, 'an attribute'));
  if (type?.tag !== TAG.oid || value === undefined || more.length > 0) throw badDer('an attribute is no pair');
  const text = textOf(value, 'an attribute');
  const key = text === null ? `#${value.tag}.${hex(contentOf(value))}` : folded(text);
  // The length in front keeps two attributes from running into one another.
  return `${hex(contentOf(type))}:${key.length}:${key}`;
}

function folded(text: string): string {
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKC').toUpperCase();
  return plain.toLowerCase().replace(/\s+/g, ' ').trim();
}

const DIGITS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Mostly of three bytes, for which a Buffer would be the slow way. */
function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += DIGITS[byte];
  return text;
}
