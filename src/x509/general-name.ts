/**
 * GeneralName (RFC 5280 4.2.1.6): the alternative names of a subject or an issuer.
 */
import { RingtoolError } from '../core/errors.ts';
import { TAG, fieldsOf, onlyChild } from '../der/fields.ts';
import { oidOf } from '../der/primitives.ts';
import { badDer, childrenOf, contentOf, encodedOf, tagClass, type DerValue } from '../der/reader.ts';
import { derContext, derRaw, derSequence, isIa5String } from '../der/writer.ts';
import { addressBytes, addressText } from './ip-address.ts';
import { nameOf, type Name } from './name.ts';

/** One alternative name. `other` keeps the encoding of the kinds RACDCERT does not make. */
export type GeneralName =
  | { readonly kind: 'ip'; readonly address: string }
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'dns'; readonly value: string }
  | { readonly kind: 'uri'; readonly value: string }
  | { readonly kind: 'directory'; readonly name: Name }
  | { readonly kind: 'other'; readonly oid?: string; readonly bytes: Uint8Array };

/** The names inside a GeneralNames sequence. */
export function generalNamesOf(value: DerValue, what: string, tag: number = TAG.sequence): readonly GeneralName[] {
  if (value.tag !== tag) throw badDer(`${what} is not a sequence of names`);
  return childrenOf(value).map((one) => generalNameOf(one, what));
}

function generalNameOf(value: DerValue, what: string): GeneralName {
  if (tagClass(value) !== 'context') throw badDer(`${what} holds a name without a kind`);
  const other = { kind: 'other', bytes: encodedOf(value) } as const;
  switch (value.tag) {
    case 0xa0:
      return { ...other, oid: oidOf(fieldsOf(value, 'an other name', 0xa0).next('type'), 'the type of an other name') };
    case 0x81:
      return { kind: 'email', value: latin(value) };
    case 0x82:
      return { kind: 'dns', value: latin(value) };
    case 0xa4:
      return { kind: 'directory', name: nameOf(onlyChild(value, 'a directory name'), 'a directory name') };
    case 0x86:
      return { kind: 'uri', value: latin(value) };
    case 0x87: {
      // An address of another length is nonsense in an alternative name, but no reason to refuse the certificate.
      const address = addressText(contentOf(value));
      return address === null ? other : { kind: 'ip', address };
    }
    default:
      return other;
  }
}

function latin(value: DerValue): string {
  return Buffer.from(contentOf(value)).toString('latin1');
}

/** GeneralNames, DER; throws core/bad-name for text that is no such name. */
export function encodeGeneralNames(names: readonly GeneralName[]): Uint8Array {
  if (names.length === 0) throw new RingtoolError('core/bad-name', 'an alternative name must hold one name at least');
  return derSequence(...names.map(encodeGeneralName));
}

function encodeGeneralName(name: GeneralName): Uint8Array {
  switch (name.kind) {
    case 'email':
      return implicitText(1, name.value);
    case 'dns':
      return implicitText(2, name.value);
    case 'directory':
      return derContext(4, true, name.name.der);
    case 'uri':
      return implicitText(6, name.value);
    case 'ip': {
      const bytes = addressBytes(name.address);
      if (bytes === null) {
        throw new RingtoolError('core/bad-name', `${JSON.stringify(name.address)} is not an IP address`);
      }
      return derContext(7, false, bytes);
    }
    case 'other':
      return derRaw(name.bytes);
  }
}

function implicitText(number: number, text: string): Uint8Array {
  if (!isIa5String(text)) {
    throw new RingtoolError('core/bad-name', `${JSON.stringify(text)} holds characters outside ASCII`);
  }
  return derContext(number, false, Buffer.from(text, 'latin1'));
}
