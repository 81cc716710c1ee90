/** The SHA-256 fingerprint in two lines of sixteen bytes; the first ends with a colon. z/OS 2.5 and later. */
import { fingerprint, fingerprintOfFew, withColons } from '../../x509/fingerprint.ts';

const LINE_LENGTH = 16 * 3;

export function fingerprintLines(der: Uint8Array, few = false): readonly string[] {
  const text = withColons(few ? fingerprintOfFew(der) : fingerprint(der, 'sha256'));
  return [
    '  Certificate Fingerprint (SHA256):',
    `       ${text.slice(0, LINE_LENGTH)}`,
    `       ${text.slice(LINE_LENGTH)}`,
  ];
}
