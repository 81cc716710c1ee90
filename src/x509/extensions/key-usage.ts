/** keyUsage (RFC 5280 4.2.1.3). */
import { bitStringOf } from '../../der/primitives.ts';
import { derBitString } from '../../der/writer.ts';
import { EXTENSION_OIDS } from '../oids.ts';
import { readExtension, type HasExtensions } from './find.ts';

/** The bits in the order of their numbers. */
export const KEY_USAGE_BITS = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsageBit = (typeof KEY_USAGE_BITS)[number];

/** Which uses are allowed. */
export type KeyUsage = { readonly [bit in KeyUsageBit]: boolean };

/** A key usage with these bits on and the others off. */
export function keyUsageOf(...on: readonly KeyUsageBit[]): KeyUsage {
  const has = (bit: KeyUsageBit): boolean => on.includes(bit);
  return {
    digitalSignature: has('digitalSignature'),
    nonRepudiation: has('nonRepudiation'),
    keyEncipherment: has('keyEncipherment'),
    dataEncipherment: has('dataEncipherment'),
    keyAgreement: has('keyAgreement'),
    keyCertSign: has('keyCertSign'),
    cRLSign: has('cRLSign'),
    encipherOnly: has('encipherOnly'),
    decipherOnly: has('decipherOnly'),
  };
}

/** The extension, or null when there is none. */
export function keyUsage(holder: HasExtensions): KeyUsage | null {
  return readExtension(holder, EXTENSION_OIDS.keyUsage, 'key usage', (value) => {
    const { bits } = bitStringOf(value, 'the key usage');
    return keyUsageOf(...KEY_USAGE_BITS.filter((_, index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0));
  });
}

/** The extension value; trailing zero bits are left out (X.690 11.2.2). */
export function encodeKeyUsage(usage: KeyUsage): Uint8Array {
  const octets = [0, 0];
  let last = -1;
  for (const [index, bit] of KEY_USAGE_BITS.entries()) {
    if (!usage[bit]) continue;
    octets[index >> 3] = (octets[index >> 3] ?? 0) | (0x80 >> (index & 7));
    last = index;
  }
  const length = (last >> 3) + 1;
  return derBitString(Uint8Array.from(octets.slice(0, length)), last < 0 ? 0 : length * 8 - 1 - last);
}
