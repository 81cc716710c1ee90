/**
 * The few fields of a certificate that a store looks things up by, found by their place (RFC 5280 section 4.1).
 *
 * Offsets only: nothing is judged here. Reading certificates properly is the business of x509.
 */
import { RingtoolError } from '../core/errors.ts';

export interface CertificateFields {
  readonly issuer: Uint8Array;
  /** Upper-case hex of the INTEGER's content, even digits. */
  readonly serial: string;
  readonly subject: Uint8Array;
  readonly spki: Uint8Array;
  readonly notAfter: Date;
}

interface Place {
  readonly tag: number;
  readonly at: number;
  readonly content: number;
  readonly end: number;
}

function bad(): RingtoolError {
  return new RingtoolError('x509/bad-certificate', 'these bytes are not an X.509 certificate');
}

/** The element at `at`, which must end within `limit`. */
function place(der: Uint8Array, at: number, limit: number, tag?: number): Place {
  const found = der[at];
  let length = der[at + 1];
  if (found === undefined || length === undefined || (tag !== undefined && found !== tag)) throw bad();
  let content = at + 2;
  if (length >= 0x80) {
    const count = length & 0x7f;
    if (count === 0 || count > 4) throw bad();
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (der[content + i] ?? 0);
    content += count;
  }
  if (content + length > limit) throw bad();
  return { tag: found, at, content, end: content + length };
}

/** UTCTime with years 1950–2049, or GeneralizedTime (RFC 5280 section 4.1.2.5); seconds may be missing. */
function timeAt(der: Uint8Array, time: Place): Date {
  let text = '';
  for (let i = time.content; i < time.end && text.length < 32; i++) text += String.fromCharCode(der[i] ?? 0);
  if (time.tag === 0x17) text = (text < '5' ? '20' : '19') + text;
  else if (time.tag !== 0x18) throw bad();
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?/.exec(text);
  if (!parts) throw bad();
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((each) => Number(each ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date;
}

/** Throws `x509/bad-certificate` when the outline is not that of a certificate. */
export function certificateFields(der: Uint8Array): CertificateFields {
  const whole = place(der, 0, der.length, 0x30);
  const tbs = place(der, whole.content, whole.end, 0x30);
  let next = place(der, tbs.content, tbs.end);
  if (next.tag === 0xa0) next = place(der, next.end, tbs.end);
  if (next.tag !== 0x02 || next.end === next.content) throw bad();
  const serial = Buffer.from(der.subarray(next.content, next.end)).toString('hex').toUpperCase();
  const algorithm = place(der, next.end, tbs.end, 0x30);
  const issuer = place(der, algorithm.end, tbs.end, 0x30);
  const validity = place(der, issuer.end, tbs.end, 0x30);
  const notBefore = place(der, validity.content, validity.end);
  const notAfter = timeAt(der, place(der, notBefore.end, validity.end));
  const subject = place(der, validity.end, tbs.end, 0x30);
  const spki = place(der, subject.end, tbs.end, 0x30);
  const slice = (each: Place): Uint8Array => der.subarray(each.at, each.end);
  return { issuer: slice(issuer), serial, subject: slice(subject), spki: slice(spki), notAfter };
}
