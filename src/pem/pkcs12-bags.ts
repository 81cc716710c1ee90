/** The bags of a package: RFC 7292 4.2. */
import { RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { stripped } from '../core/printable.ts';
import { elements, explicit, octets, oid, readWholeBer, sequence, TAG, isUniversal, type BerValue } from './ber.ts';
import { BAG, FRIENDLY_NAME, LOCAL_KEY_ID, X509_CERTIFICATE } from './oids.ts';

export interface BagNames {
  readonly friendlyName: string | null;
  readonly localKeyId: Uint8Array | null;
}

export type Bag = BagNames &
  (
    | { readonly kind: 'certificate'; readonly der: Uint8Array }
    | { readonly kind: 'key'; readonly pkcs8: Uint8Array }
    | { readonly kind: 'shrouded-key'; readonly algorithm: BerValue; readonly data: Uint8Array }
    | { readonly kind: 'ignored'; readonly what: string }
  );

/** Every bag of a SafeContents, nested ones in their place. */
export function readBags(safeContents: Uint8Array): readonly Bag[] {
  const bags = bagsOf(readWholeBer(safeContents), 0);
  if (bags.length > 2 * LIMITS.packageCertificates) {
    throw new RingtoolError('pkcs12/bad', `the package has more than ${2 * LIMITS.packageCertificates} entries`);
  }
  return bags;
}

function bagsOf(safeContents: BerValue, nesting: number): readonly Bag[] {
  if (nesting > LIMITS.packageNesting) throw new RingtoolError('pkcs12/bad', 'bags are nested too deeply');
  return sequence(safeContents).flatMap((bag) => readBag(bag, nesting));
}

function readBag(bag: BerValue, nesting: number): readonly Bag[] {
  const [id, wrapped, attributes] = sequence(bag);
  const type = oid(id);
  const value = explicit(wrapped, 0);
  const names = attributes === undefined ? { friendlyName: null, localKeyId: null } : readNames(attributes);
  switch (type) {
    case BAG.key:
      sequence(value);
      return [{ kind: 'key', pkcs8: value.raw, ...names }];
    case BAG.shroudedKey: {
      const [algorithm, data] = sequence(value);
      if (algorithm === undefined || data === undefined)
        throw new RingtoolError('x509/bad-der', 'an encrypted key without its parts');
      return [{ kind: 'shrouded-key', algorithm, data: octets(data), ...names }];
    }
    case BAG.certificate: {
      const [certificateType, content] = sequence(value);
      if (oid(certificateType) !== X509_CERTIFICATE)
        return [{ kind: 'ignored', what: 'a certificate that is not X.509', ...names }];
      return [{ kind: 'certificate', der: octets(explicit(content, 0)), ...names }];
    }
    case BAG.revocationList:
      return [{ kind: 'ignored', what: 'a certificate revocation list', ...names }];
    case BAG.secret:
      return [{ kind: 'ignored', what: 'a secret', ...names }];
    case BAG.nested:
      return bagsOf(value, nesting + 1);
    default:
      return [{ kind: 'ignored', what: `an entry of type ${type}`, ...names }];
  }
}

function readNames(attributes: BerValue): BagNames {
  let friendlyName: string | null = null;
  let localKeyId: Uint8Array | null = null;
  for (const attribute of elements(attributes)) {
    const [id, values] = sequence(attribute);
    const type = oid(id);
    const value = values === undefined ? undefined : elements(values)[0];
    if (type === FRIENDLY_NAME && isUniversal(value, TAG.bmpString)) friendlyName = bmpText(value);
    if (type === LOCAL_KEY_ID && value !== undefined && isUniversal(value, TAG.octetString)) localKeyId = octets(value);
  }
  return { friendlyName, localKeyId };
}

/** Big-endian UTF-16; a stray odd byte is dropped, a label of characters that nobody sees is nobody's wish. */
function bmpText(value: BerValue | undefined): string {
  const content = value?.content ?? new Uint8Array(0);
  const even = Buffer.from(content.subarray(0, content.length - (content.length % 2)));
  return stripped(even.swap16().toString('utf16le'));
}
