/** The integrity check of a package: the classic MAC (RFC 7292 4) and PBMAC1 (RFC 9879), whatever digest. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { integer, octets, oid, sequence, type BerValue } from './ber.ts';
import type { PasswordForms } from './passwords.ts';
import { HMACS, iterationsOf, readKdf, unsupported } from './pbkdf.ts';
import { derivePkcs12, DIGESTS, linksOf, PURPOSE } from './pkcs12-kdf.ts';
import type { Work } from './work.ts';
import { SCHEME, SHA1, SHA256 } from './oids.ts';

export interface Mac {
  /** Such as `HMAC-SHA256, 2048 iterations`. */
  readonly title: string;
  readonly form: 'classic' | 'text';
  readonly links: number;
  readonly expected: Uint8Array;
  compute(password: Uint8Array, content: Uint8Array): Promise<Uint8Array>;
}

/** Digest algorithms of the classic MAC. */
const DIGEST_OIDS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  [SHA1]: 'sha1',
  [SHA256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.5': 'sha512-224',
  '2.16.840.1.101.3.4.2.6': 'sha512-256',
  '2.16.840.1.101.3.4.2.7': 'sha3-224',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
};

/** Reads MacData; an algorithm that is not known is `pkcs12/unsupported-algorithm`, never a wrong password. */
export function readMac(macData: BerValue): Mac {
  const [digestInfo, saltValue, count] = sequence(macData);
  const [algorithm, digestValue] = sequence(digestInfo);
  const [id, parameters] = sequence(algorithm);
  if (digestValue === undefined || saltValue === undefined) throw unsupported('a MAC without', 'digest or salt');
  const expected = octets(digestValue);
  const type = oid(id);
  if (type === SCHEME.pbmac1) return readPbmac1(parameters, expected);
  const digest = DIGEST_OIDS[type];
  if (digest === undefined) throw unsupported('a MAC with digest', type);
  const iterations = count === undefined ? 1 : iterationsOf(count);
  const { size, title } = DIGESTS[digest] ?? { size: 20, title: digest };
  return {
    title: `HMAC-${title}, ${iterations} iterations`,
    form: 'classic',
    links: linksOf(digest, iterations, size),
    expected,
    compute: async (password, content) => {
      const salt = octets(saltValue);
      const key = derivePkcs12({ digest, purpose: PURPOSE.mac, password, salt, iterations, length: size });
      return createHmac(digest, key).update(content).digest();
    },
  };
}

/** The first form of the password that the MAC fits, or null when none does. */
export async function findFittingForm(
  mac: Mac,
  forms: PasswordForms,
  content: Uint8Array,
  work: Work,
): Promise<Uint8Array | null> {
  // Before the first, since nobody knows which will fit: a wrong password is told as one, not as too much work.
  work.check(mac.links * forms[mac.form].length, mac.title);
  for (const form of forms[mac.form]) {
    work.charge(mac.links, mac.title);
    const computed = await mac.compute(form, content);
    if (computed.length === mac.expected.length && timingSafeEqual(computed, mac.expected)) return form;
  }
  return null;
}

/** Salt and count beside it mean nothing; the length of the key must be stated. */
function readPbmac1(parameters: BerValue | undefined, expected: Uint8Array): Mac {
  const [kdfAlgorithm, scheme] = sequence(parameters);
  const id = oid(sequence(scheme)[0]);
  const digest = HMACS[id];
  if (digest === undefined) throw unsupported('PBMAC1 with', id);
  const kdf = readKdf(kdfAlgorithm, null);
  return {
    title: `PBMAC1 HMAC-${DIGESTS[digest]?.title ?? digest}, ${kdf.title}`,
    form: 'text',
    links: kdf.links,
    expected,
    compute: async (password, content) =>
      createHmac(digest, await kdf.derive(password))
        .update(content)
        .digest(),
  };
}

/** PFX version 3 is the only one there is. */
export function checkVersion(version: BerValue | undefined): void {
  const number = integer(version);
  if (number !== 3) throw unsupported('PFX version', String(number));
}
