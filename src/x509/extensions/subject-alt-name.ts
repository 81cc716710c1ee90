/** subjectAltName (RFC 5280 4.2.1.6). */
import { encodeGeneralNames, generalNamesOf, type GeneralName } from '../general-name.ts';
import { EXTENSION_OIDS } from '../oids.ts';
import { readExtension, type HasExtensions } from './find.ts';

/** The names, or null when there is no such extension. */
export function subjectAltNames(holder: HasExtensions): readonly GeneralName[] | null {
  return readExtension(holder, EXTENSION_OIDS.subjectAltName, 'subject alternative name', (value) =>
    generalNamesOf(value, 'the subject alternative name'),
  );
}

/** The extension value. */
export function encodeSubjectAltNames(names: readonly GeneralName[]): Uint8Array {
  return encodeGeneralNames(names);
}
