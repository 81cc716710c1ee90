/** Reading PKCS #12 packages: RFC 7292, liberal in what it takes and bounded in what it does. */
import { createPublicKey } from 'node:crypto';
import { isRingtoolError, RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { parseCertificate } from '../x509/certificate.ts';
import { publicKeyOf } from '../x509/keys.ts';
import {
  elements,
  explicit,
  integer,
  isContext,
  octets,
  oid,
  readBer,
  readWholeBer,
  sequence,
  type BerValue,
} from './ber.ts';
import { passwordForms, type PasswordForms } from './passwords.ts';
import { readPbe, type Pbe } from './pbe.ts';
import { readBags, type Bag } from './pkcs12-bags.ts';
import { checkVersion, findFittingForm, readMac } from './pkcs12-mac.ts';
import { newWork, type Work } from './work.ts';
import { CONTENT } from './oids.ts';

export interface Pkcs12Certificate {
  readonly der: Uint8Array;
  readonly friendlyName: string | null;
  readonly localKeyId: Uint8Array | null;
}

export interface Pkcs12Key {
  /** PKCS #8 PrivateKeyInfo, unencrypted. */
  readonly pkcs8: Uint8Array;
  readonly friendlyName: string | null;
  readonly localKeyId: Uint8Array | null;
}

export interface Pkcs12Contents {
  /** In file order. */
  readonly certificates: readonly Pkcs12Certificate[];
  readonly keys: readonly Pkcs12Key[];
  /** Each algorithm found, once, such as `PBES2 AES-256-CBC, PBKDF2 HMAC-SHA256, 2048 iterations`. */
  readonly encryption: readonly string[];
  /** Such as `HMAC-SHA256, 2048 iterations`; null for a file without one. */
  readonly mac: string | null;
  /** Bags that were passed over (CRLs, secrets). */
  readonly ignored: readonly string[];
}

/** One part of the package that is still locked. */
interface Locked {
  readonly pbe: Pbe;
  readonly data: Uint8Array;
}

/** What opening goes along with: forms of the password with the fitting one first, the account, the names found. */
interface Opening {
  forms: PasswordForms;
  /** True when a MAC has shown that the password is right. */
  proven: boolean;
  readonly work: Work;
  readonly encryption: Set<string>;
}

/**
 * Opens a package (DER or BER; armour is taken off by `recognise`).
 *
 * Throws `pkcs12/bad`, `pkcs12/password`, `pkcs12/unsupported-algorithm` or `pkcs12/too-many-iterations`.
 */
export async function readPkcs12(bytes: Uint8Array, password: string): Promise<Pkcs12Contents> {
  try {
    return await open(bytes, password);
  } catch (error) {
    if (isRingtoolError(error, 'x509/bad-der')) {
      throw new RingtoolError('pkcs12/bad', 'the PKCS #12 package is damaged', { cause: error });
    }
    if (isRingtoolError(error)) throw error;
    // A build of Node without an algorithm (a FIPS one) says so in its own words.
    throw new RingtoolError('pkcs12/unsupported-algorithm', 'an algorithm of the package is not available here', {
      cause: error,
    });
  }
}

async function open(bytes: Uint8Array, password: string): Promise<Pkcs12Contents> {
  if (bytes.length > LIMITS.certificateFile) throw new RingtoolError('pkcs12/bad', 'the package is too large');
  const [version, authSafe, macData] = sequence(readBer(bytes));
  checkVersion(version);
  const content = octets(plainContent(authSafe));
  const mac = macData === undefined ? null : readMac(macData);
  const safes = sequence(readWholeBer(content)).map(readSafe);

  // Everything that can be seen is priced before anything is derived.
  const opening: Opening = { forms: passwordForms(password), proven: false, work: newWork(), encryption: new Set() };
  const locked = safes.flatMap((safe) => (safe instanceof Uint8Array ? readBags(safe).flatMap(lockOf) : [safe]));
  const titles = [...new Set([...(mac === null ? [] : [mac.title]), ...locked.map(({ pbe }) => pbe.title)])];
  opening.work.check(
    locked.reduce((sum, { pbe, data }) => sum + pbe.cost(data.length), mac?.links ?? 0),
    shortened(titles),
  );

  if (mac !== null) {
    const form = await findFittingForm(mac, opening.forms, content, opening.work);
    if (form === null) {
      throw new RingtoolError(
        'pkcs12/password',
        'the password does not open the PKCS #12 package, or the package was altered',
      );
    }
    opening.proven = true;
    opening.forms = { ...opening.forms, [mac.form]: [form] };
  }
  const bags: Bag[] = [];
  for (const safe of safes) bags.push(...readBags(safe instanceof Uint8Array ? safe : await unlock(safe, opening)));
  return collect(bags, opening, mac?.title ?? null);
}

/** The content of a ContentInfo of type data: an OCTET STRING. */
function plainContent(contentInfo: BerValue | undefined): BerValue {
  const [type, content] = sequence(contentInfo);
  const id = oid(type);
  if (id === CONTENT.signedData) throw unsupportedMode('it is signed with a key instead of a password');
  if (id !== CONTENT.data) throw new RingtoolError('pkcs12/bad', `the package holds content of type ${id}`);
  return explicit(content, 0);
}

/** SafeContents in the clear, or the lock on them. */
function readSafe(contentInfo: BerValue): Uint8Array | Locked {
  const [type, content] = sequence(contentInfo);
  const id = oid(type);
  if (id === CONTENT.envelopedData)
    throw unsupportedMode('a part is encrypted for a certificate instead of a password');
  if (id !== CONTENT.encryptedData) return octets(plainContent(contentInfo));
  const [version, encrypted] = sequence(explicit(content, 0));
  integer(version);
  const [, algorithm, data] = sequence(encrypted);
  if (data === undefined || !isContext(data, 0))
    throw new RingtoolError('x509/bad-der', 'encrypted data without content');
  return { pbe: readPbe(algorithm), data: octets(data) };
}

function lockOf(bag: Bag): readonly Locked[] {
  return bag.kind === 'shrouded-key' ? [{ pbe: readPbe(bag.algorithm), data: bag.data }] : [];
}

/** The first few: a package may have a thousand parts, each locked in its own way. */
function shortened(titles: readonly string[]): string {
  return titles.slice(0, 3).join('; ') + (titles.length > 3 ? `; and ${titles.length - 3} more` : '');
}

/** Decrypts one part. A result counts only when it is one whole SEQUENCE: padding alone fits by chance. */
async function unlock({ pbe, data }: Locked, opening: Opening): Promise<Uint8Array> {
  opening.encryption.add(pbe.title);
  const cost = pbe.cost(data.length);
  if (!opening.proven) opening.work.check(cost * opening.forms[pbe.form].length, pbe.title);
  for (const form of opening.forms[pbe.form]) {
    opening.work.charge(cost, pbe.title);
    const opened = await pbe.decrypt(form, data);
    if (opened === null || !isWholeSequence(opened)) continue;
    opening.forms = {
      ...opening.forms,
      [pbe.form]: [form, ...opening.forms[pbe.form].filter((other) => other !== form)],
    };
    return opened;
  }
  if (opening.proven) {
    throw new RingtoolError(
      'pkcs12/bad',
      `the password fits the package, but a part of it does not open (${pbe.title})`,
      {
        hint: 'the part is damaged or was locked with another password',
      },
    );
  }
  throw new RingtoolError('pkcs12/password', 'the password does not open the PKCS #12 package');
}

function isWholeSequence(bytes: Uint8Array): boolean {
  try {
    for (const element of sequence(readWholeBer(bytes))) if (element.constructed) elements(element);
    return true;
  } catch {
    return false;
  }
}

async function collect(bags: readonly Bag[], opening: Opening, mac: string | null): Promise<Pkcs12Contents> {
  const certificates: Pkcs12Certificate[] = [];
  const keys: Pkcs12Key[] = [];
  const ignored: string[] = [];
  for (const bag of bags) {
    const { friendlyName } = bag;
    const localKeyId = bag.localKeyId === null ? null : plain(bag.localKeyId);
    if (bag.kind === 'certificate') certificates.push({ der: plain(bag.der), friendlyName, localKeyId });
    else if (bag.kind === 'key') keys.push({ pkcs8: plain(bag.pkcs8), friendlyName, localKeyId });
    else if (bag.kind === 'ignored') ignored.push(bag.what);
    else {
      const pkcs8 = await unlock({ pbe: readPbe(bag.algorithm), data: bag.data }, opening);
      keys.push({ pkcs8: plain(pkcs8), friendlyName, localKeyId });
    }
  }
  if (certificates.length > LIMITS.packageCertificates) {
    throw new RingtoolError('pkcs12/bad', `the package has more than ${LIMITS.packageCertificates} certificates`);
  }
  return { certificates, keys, encryption: [...opening.encryption], mac, ignored };
}

/** A copy of its own: the rest of what was decrypted need not live as long. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

/**
 * The certificate that belongs to a key of the package, with that key; null when no key has one.
 *
 * The public key decides. localKeyID only says where to look first: Java writes a time into it.
 */
export function leafOf(
  contents: Pkcs12Contents,
): { readonly certificate: Pkcs12Certificate; readonly key: Pkcs12Key } | null {
  const byPublicKey = new Map<string, Pkcs12Certificate[]>();
  for (const certificate of contents.certificates) {
    const publicKey = publicKeyIn(certificate.der);
    if (publicKey === null) continue;
    byPublicKey.set(publicKey, [...(byPublicKey.get(publicKey) ?? []), certificate]);
  }
  for (const key of contents.keys) {
    const fitting = byPublicKey.get(publicHalf(key.pkcs8) ?? '') ?? [];
    const certificate = fitting.find((one) => sameId(one, key)) ?? fitting[0];
    if (certificate !== undefined) return { certificate, key };
  }
  return null;
}

function sameId(certificate: Pkcs12Certificate, key: Pkcs12Key): boolean {
  const [one, other] = [certificate.localKeyId, key.localKeyId];
  return one !== null && other !== null && Buffer.compare(one, other) === 0;
}

// A certificate or a key that cannot be read belongs to nothing. Keys are compared as Node exports them, however they
// were encoded; KeyObject.equals is not used, since on Node 20 two keys of different kinds make the call after it fail.

function publicKeyIn(der: Uint8Array): string | null {
  try {
    const { spki } = parseCertificate(der).publicKey;
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return key.export({ format: 'der', type: 'spki' }).toString('base64');
  } catch {
    return null;
  }
}

function publicHalf(pkcs8: Uint8Array): string | null {
  try {
    return Buffer.from(publicKeyOf(pkcs8)).toString('base64');
  } catch {
    return null;
  }
}

function unsupportedMode(how: string): RingtoolError {
  return new RingtoolError(
    'pkcs12/unsupported-algorithm',
    `the PKCS #12 package cannot be opened with a password: ${how}`,
  );
}
