/** PEM text armour: RFC 7468, with the RFC 1421 headers of old encrypted keys. */
import { RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { escaped } from '../core/printable.ts';

/** One block between BEGIN and END. */
export interface PemBlock {
  /** `CERTIFICATE`, `PRIVATE KEY`, ... as it stands between `-----BEGIN ` and `-----`. */
  readonly label: string;
  readonly bytes: Uint8Array;
  /** `Proc-Type`, `DEK-Info`, ...; names as written. */
  readonly headers: Readonly<Record<string, string>>;
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';

/**
 * Every block of a text, in order; an empty list when there is none.
 *
 * Takes text around the blocks, CR LF, blanks before and after lines. Throws `pem/no-block` for a block
 * without its END, `pem/bad-base64` for one that does not decode, `core/limit` for too many.
 */
export function readPemBlocks(
  input: string | Uint8Array,
  options: { readonly maxBlocks?: number } = {},
): readonly PemBlock[] {
  const max = options.maxBlocks ?? LIMITS.pemBlocks;
  const blocks: PemBlock[] = [];
  for (const block of pemBlocks(input)) {
    if (blocks.length >= max) throw new RingtoolError('core/limit', `more than ${max} PEM blocks`);
    blocks.push(block);
  }
  return blocks;
}

/** The same one at a time, for files too large to hold decoded. */
export function* pemBlocks(input: string | Uint8Array): Generator<PemBlock> {
  const bytes =
    typeof input === 'string'
      ? Buffer.from(input, 'utf8')
      : Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  for (let from = 0; ; ) {
    const begin = bytes.indexOf(BEGIN, from, 'latin1');
    if (begin === -1) return;
    const labelEnd = bytes.indexOf(DASHES, begin + BEGIN.length, 'latin1');
    if (labelEnd === -1) return;
    if (!startsLine(bytes, begin) || labelEnd - begin - BEGIN.length > LIMITS.pemLabel) {
      from = begin + BEGIN.length;
      continue;
    }
    const label = bytes.toString('latin1', begin + BEGIN.length, labelEnd);
    const end = bytes.indexOf(`${END}${label}${DASHES}`, labelEnd, 'latin1');
    if (end === -1) throw new RingtoolError('pem/no-block', `BEGIN ${escaped(label)} without its END`);
    yield readBody(label, bytes.toString('latin1', labelEnd + DASHES.length, end));
    from = end + END.length;
  }
}

/** A block with lines of 64 characters, ending in a newline. */
export function writePem(label: string, bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return `${BEGIN}${label}${DASHES}\n${base64.replace(/.{1,64}/g, '$&\n')}${END}${label}${DASHES}\n`;
}

/** Decodes Base64 with white space in it; throws `pem/bad-base64` for anything else. */
export function decodeBase64(text: string): Uint8Array {
  const decoded = Buffer.from(text, 'base64');
  // Buffer skips what is not Base64 in silence, so an altered text shows as a shorter result. Counting characters is
  // the slow part of a large audit: lines of 64 need no count, and everything else takes the careful way.
  if (decoded.length !== lengthOfRegularLines(text) && decoded.length !== lengthOfAnyLines(text)) {
    throw new RingtoolError('pem/bad-base64', 'the text between the markers is not Base64');
  }
  if (decoded.length === 0) throw new RingtoolError('pem/bad-base64', 'there is nothing between the markers');
  return new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.byteLength);
}

/** Bytes that a text of one newline before, one after each 64 characters and one at the end would decode to. */
function lengthOfRegularLines(text: string): number {
  if (text.charCodeAt(0) !== 10 || text.charCodeAt(text.length - 1) !== 10) return -1;
  const characters = text.length - 1 - Math.ceil((text.length - 1) / 65);
  const padding = text.endsWith('==\n') ? 2 : text.endsWith('=\n') ? 1 : 0;
  return characters % 4 === 0 ? (characters / 4) * 3 - padding : -1;
}

function lengthOfAnyLines(text: string): number {
  const characters = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
  const whole = characters.length % 4 !== 1 && !/[^A-Za-z0-9+/]/.test(characters);
  return whole ? Math.floor((characters.length * 3) / 4) : -1;
}

function readBody(label: string, body: string): PemBlock {
  const colon = body.indexOf(':');
  if (colon === -1) return { label, bytes: decodeBase64(body), headers: {} };
  const parts = /^\s*\n((?:[A-Za-z0-9-]{1,64}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){1,32})\s*\n([^:]*)$/.exec(
    body.replaceAll('\r\n', '\n'),
  );
  if (parts === null) throw new RingtoolError('pem/bad-base64', `the headers of ${escaped(label)} are not well formed`);
  const unfolded = (parts[1] ?? '').replace(/\n[ \t]+/g, ' ').trimEnd();
  const headers = unfolded.split('\n').map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at), line.slice(at + 1).trim()];
  });
  return { label, bytes: decodeBase64(parts[2] ?? ''), headers: Object.fromEntries(headers) };
}

/** True when only blanks (or a byte order mark) stand before `at` on its line. */
function startsLine(bytes: Uint8Array, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const byte = bytes[i];
    if (byte === 0x0a || byte === 0x0d) return true;
    if (byte === 0xbf && i === 2) return bytes[0] === 0xef && bytes[1] === 0xbb;
    if (byte !== 0x20 && byte !== 0x09) return false;
  }
  return true;
}
