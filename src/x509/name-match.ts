/**
 * A key that two names share when RFC 5280 7.1 calls them equal: letter case, runs of blanks and the kind of
 * string do not count. Works on the bytes, so that an index needs no parsed certificate.
 */
import { createHash } from 'node:crypto';
import { TAG } from './der/fields.ts';
import { badDer, childrenOf, contentOf, encodedOf, readDer } from './der/reader.ts';
import { textOf } from './der/strings.ts';

/** Hex SHA-256 over the name in its folded form; throws x509/bad-der. */
export function nameMatchKey(nameDer: Uint8Array): string {
  const name = readDer(nameDer);
  if (name.tag !== TAG.sequence) throw badDer('the name is not a sequence');
  const hash = createHash('sha256');
  for (const rdn of childrenOf(name)) {
    const attributes = childrenOf(rdn).map((pair) => {
      const [type, value] = childrenOf(pair);
      if (type === undefined || value === undefined) throw badDer('the name holds an incomplete attribute');
      const text = textOf(value, 'a value of the name');
      const folded = text === null ? `#${hex(encodedOf(value))}` : `=${fold(text)}`;
      return hex(contentOf(type)) + folded;
    });
    // The order inside one part depends on the string kinds, which do not count.
    hash.update(JSON.stringify(attributes.sort()));
  }
  return hash.digest('hex');
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}
