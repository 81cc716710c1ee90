/** Keys of the PKDS, ICSF's key data set, as JSON and back. */
import type { IcsfKeyEntry } from '../core/entities.ts';
import { armour, unarmour } from './armour.ts';
import { inPlace, making, opened } from './entity-fields.ts';

export function icsfKeyJson({ spki, ...rest }: IcsfKeyEntry): unknown {
  return { ...rest, publicKey: armour('PUBLIC KEY', spki) };
}

export function readIcsfKey(text: string, file: string): IcsfKeyEntry {
  const fields = opened(text, file, 'icsf-key');
  return inPlace(
    {
      kind: 'icsf-key',
      label: fields.text('label'),
      spki: unarmour('PUBLIC KEY', fields.text('publicKey'), file),
      keyId: fields.textOrNull('keyId'),
      ...making(fields),
    },
    file,
  );
}
