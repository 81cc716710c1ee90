/** extKeyUsage (RFC 5280 4.2.1.12). */
import { expectTag, TAG } from '../../der/fields.ts';
import { oidOf } from '../../der/primitives.ts';
import { childrenOf } from '../../der/reader.ts';
import { EXTENSION_OIDS } from '../oids.ts';
import { readExtension, type HasExtensions } from './find.ts';

/** The purposes as dotted identifiers (names in `KEY_PURPOSES`), or null when there is no such extension. */
export function extKeyUsage(holder: HasExtensions): readonly string[] | null {
  return readExtension(holder, EXTENSION_OIDS.extKeyUsage, 'extended key usage', (value) =>
    childrenOf(expectTag(value, TAG.sequence, 'the extended key usage')).map((one) => oidOf(one, 'a key purpose')),
  );
}
