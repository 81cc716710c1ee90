/** A file with certificates, told by its content: PEM (many of them), DER, PKCS #7, PKCS #12. */
import { isRingtoolError } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';
import { pemBlocks } from '../../pem/armor.ts';
import { recognise } from '../../pem/content.ts';
import { readUserFile } from '../../store/user-file.ts';
import { certificateOrNull } from '../../x509/certificate.ts';
import { type Evidence, evidence, notRead } from '../evidence.ts';
import type { CertificatePool } from './pool.ts';

export interface FileSource {
  readonly path: string;
  /** For PKCS #12; without one the empty password is tried. */
  readonly password?: string | undefined;
  /** The user named this very file, so that not reading it is a failure of the run. */
  readonly named: boolean;
}

/** Certificates go to the pool, for their roles depend on each other; the rest comes out as evidence. */
export async function* fileEvidence(source: FileSource, pool: CertificatePool): AsyncGenerator<Evidence> {
  const { path, named } = source;
  try {
    yield* contentEvidence(source, readUserFile(path, LIMITS.auditFile, { name: 'it' }), pool);
  } catch (error) {
    if (!isRingtoolError(error)) throw error;
    const { code, message, hint } = error;
    yield notRead(path, code === 'file/absent' ? 'there is no such file' : reasonOf(message, hint), named);
  }
}

async function* contentEvidence(
  source: FileSource,
  bytes: Uint8Array,
  pool: CertificatePool,
): AsyncGenerator<Evidence> {
  const { path, named } = source;
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('-----BEGIN CERTIFICATE-----')) {
    yield* pooled(source, pemCertificates(bytes), 'pem', pool);
    return;
  }
  const content = recognise(bytes);
  switch (content.kind) {
    case 'certificates':
      yield* pooled(source, content.ders, content.encoding, pool);
      return;
    case 'pkcs7': {
      const { readPkcs7 } = await import('../../pem/pkcs7.ts');
      yield* pooled(source, await readPkcs7(content.der), 'pkcs7', pool);
      return;
    }
    case 'pkcs12':
      yield* packageEvidence(source, content.der, pool);
      return;
    case 'request':
      yield notRead(path, 'it holds a certificate request, not a certificate', named);
      return;
    case 'private-key':
      yield notRead(path, 'it holds a private key, and no certificate', named);
      return;
    case 'unknown':
      yield notRead(path, content.reason, named);
      return;
  }
}

/** One at a time, so that a bundle of 100,000 is never held decoded as a whole. */
function* pemCertificates(bytes: Uint8Array): Generator<Uint8Array> {
  for (const block of pemBlocks(bytes)) if (block.label === 'CERTIFICATE') yield block.bytes;
}

function* pooled(
  source: FileSource,
  ders: Iterable<Uint8Array>,
  format: 'der' | 'pem' | 'base64' | 'pkcs7' | 'pkcs12',
  pool: CertificatePool,
): Generator<Evidence> {
  let position = 0;
  let good = 0;
  const bad: { position: number; why: string }[] = [];
  try {
    for (const der of ders) {
      position++;
      const why = pool.add(der, { path: source.path, position, format });
      if (why === null) good++;
      else bad.push({ position, why });
    }
  } catch (error) {
    // A damaged block ends the reading of a PEM file; what stood before it counts.
    if (!isRingtoolError(error)) throw error;
    bad.push({ position: position + 1, why: `${error.message}; nothing after it was read` });
  }
  if (position === 0 && bad.length === 0) yield notRead(source.path, 'it holds no certificate', source.named);
  for (const { position: at, why } of bad) {
    yield notRead(
      position > 1 || good > 0 ? `${source.path}, certificate ${at}` : source.path,
      why,
      source.named && good === 0,
    );
  }
}

async function* packageEvidence(source: FileSource, der: Uint8Array, pool: CertificatePool): AsyncGenerator<Evidence> {
  const { readPkcs12, leafOf } = await import('../../pem/pkcs12.ts');
  const password = source.password ?? '';
  let contents: Awaited<ReturnType<typeof readPkcs12>>;
  try {
    contents = await readPkcs12(der, password);
  } catch (error) {
    if (!isRingtoolError(error, 'pkcs12/password', 'pkcs12/no-password')) throw error;
    const why =
      source.password === undefined
        ? 'it is a PKCS #12 package and needs its password'
        : 'the password does not open it';
    yield notRead(source.path, why, source.named);
    return;
  }
  yield evidence({
    kind: 'package',
    what: `package ${source.path}`,
    where: source.path,
    path: source.path,
    encryption: contents.encryption,
    mac: contents.mac,
    emptyPassword: password === '',
    keys: contents.keys.length,
    certificates: contents.certificates.map(({ friendlyName, der: bytes }) => ({
      friendlyName,
      certificate: certificateOrNull(bytes),
    })),
    hasLeaf: leafOf(contents) !== null,
  });
  if (contents.certificates.length > 0) {
    yield* pooled(
      source,
      contents.certificates.map((one) => one.der),
      'pkcs12',
      pool,
    );
  }
}

function reasonOf(message: string, hint: string | undefined): string {
  return hint === undefined ? message : `${message}; ${hint}`;
}
