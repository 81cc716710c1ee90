/** What a file or data set holds, told by its content and never by its name. */
import { isRingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { escaped } from '../core/printable.ts';
import { decodeBase64, readPemBlocks, type PemBlock } from './armor.ts';
import { readBer } from './ber.ts';
import { classify, type PrivateKeyFormat, type Shape } from './classify.ts';
import { decodeText, type TextCharset } from './text.ts';

export type { PrivateKeyFormat } from './classify.ts';

/** How the bytes lay in the file: as they are, between PEM markers, or as bare Base64. */
export type Encoding = 'der' | 'pem' | 'base64';

/** The code in which text was written; null for binary. */
export type Charset = TextCharset | null;

/** A private key as found; `bytes` is what stood inside the armour. */
export interface FoundKey {
  readonly format: PrivateKeyFormat;
  readonly bytes: Uint8Array;
}

interface Found {
  readonly encoding: Encoding;
  readonly charset: Charset;
}

export type Content =
  /** `keys` are private keys that stood beside the certificates. */
  | ({
      readonly kind: 'certificates';
      readonly ders: readonly Uint8Array[];
      readonly keys: readonly FoundKey[];
    } & Found)
  | ({ readonly kind: 'pkcs7'; readonly der: Uint8Array } & Found)
  | ({ readonly kind: 'pkcs12'; readonly der: Uint8Array } & Found)
  | ({ readonly kind: 'request'; readonly der: Uint8Array } & Found)
  | ({ readonly kind: 'private-key'; readonly key: FoundKey } & Found)
  | { readonly kind: 'unknown'; readonly reason: string };

/** First bytes of files that people give by mistake. */
const MAGIC: readonly (readonly [hex: string, what: string])[] = [
  ['feedfeed', 'a Java key store (JKS); convert it with keytool -importkeystore -deststoretype PKCS12'],
  ['cececece', 'a Java key store (JCEKS); convert it with keytool -importkeystore -deststoretype PKCS12'],
  ['504b0304', 'a ZIP archive'],
  ['1f8b', 'a gzip archive'],
];

/** Says what `bytes` holds. Never throws: what cannot be read is `unknown` with the reason. */
export function recognise(bytes: Uint8Array): Content {
  if (bytes.length === 0) return unknown('empty');
  if (bytes.length > LIMITS.certificateFile) return unknown(`larger than ${LIMITS.certificateFile / 1024 / 1024} MiB`);
  const hex = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  const magic = MAGIC.find(([start]) => hex.startsWith(start));
  if (magic !== undefined) return unknown(magic[1]);
  const binary = bytes[0] === 0x30 ? classify(bytes) : null;
  if (binary !== null && binary.kind !== 'unknown') return contentOf(binary, { encoding: 'der', charset: null });
  const decoded = decodeText(bytes);
  if (decoded === null) return unknown(binary?.reason ?? 'binary data of another kind');
  try {
    const blocks = readPemBlocks(decoded.charset === 'utf-8' ? bytes : decoded.text);
    if (blocks.length > 0) return contentOfBlocks(blocks, decoded.charset);
  } catch (error) {
    if (isRingtoolError(error)) return unknown(error.message);
    throw error;
  }
  return contentOfBareText(decoded.text, decoded.charset, binary);
}

/** Markers say little (RACF puts packages between CERTIFICATE markers too), so the content of a block decides. */
function contentOfBlocks(blocks: readonly PemBlock[], charset: TextCharset): Content {
  const shapes = blocks.map(shapeOfBlock);
  const found: Found = { encoding: 'pem', charset };
  const ders = shapes.flatMap((shape) => (shape.kind === 'certificate' ? [shape.der] : []));
  const keys = shapes.flatMap((shape) =>
    shape.kind === 'private-key' ? [{ format: shape.format, bytes: shape.der }] : [],
  );
  if (ders.length > 0) return { kind: 'certificates', ders, keys, ...found };
  const first = shapes.find((shape) => shape.kind !== 'unknown') ??
    shapes[0] ?? { kind: 'unknown', reason: 'no PEM block' };
  return contentOf(first, found);
}

function shapeOfBlock({ label, bytes, headers }: PemBlock): Shape {
  if (headers['Proc-Type']?.includes('ENCRYPTED')) return { kind: 'private-key', format: 'pem-encrypted', der: bytes };
  if (label === 'OPENSSH PRIVATE KEY') return { kind: 'private-key', format: 'openssh', der: bytes };
  // OpenSSL puts trust settings behind the certificate of this block.
  const shape = classify(label === 'TRUSTED CERTIFICATE' ? readBer(bytes).raw : bytes);
  if (shape.kind !== 'unknown') return shape;
  return { kind: 'unknown', reason: `${escaped(label)}: ${shape.reason}` };
}

/** Base64 without markers, as a mail program or a wiki leaves it. */
function contentOfBareText(text: string, charset: TextCharset, binary: Shape | null): Content {
  const noBlock = binary?.kind === 'unknown' ? binary.reason : 'text without a PEM block';
  if (text.trim() === '') return unknown('nothing but blanks');
  if (!/^\s*M/.test(text)) return unknown(noBlock);
  try {
    const shape = classify(decodeBase64(text));
    return contentOf(shape, { encoding: 'base64', charset });
  } catch (error) {
    if (isRingtoolError(error)) return unknown(noBlock);
    throw error;
  }
}

function contentOf(shape: Shape, found: Found): Content {
  switch (shape.kind) {
    case 'certificate':
      return { kind: 'certificates', ders: [shape.der], keys: [], ...found };
    case 'private-key':
      return { kind: 'private-key', key: { format: shape.format, bytes: shape.der }, ...found };
    case 'unknown':
      return shape;
    default:
      return { kind: shape.kind, der: shape.der, ...found };
  }
}

function unknown(reason: string): Content {
  return { kind: 'unknown', reason };
}
