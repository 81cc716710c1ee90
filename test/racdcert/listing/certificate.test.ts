import { describe, expect, it } from 'vitest';
import type { CertificateEntry } from '../../../src/core/entities.ts';
import { SITE } from '../../../src/core/owner.ts';
import { certificateBlock } from '../../../src/racdcert/listing/certificate.ts';
import { certificateData } from '../../../src/racdcert/listing/certificate-data.ts';
import { issueCertificate } from '../../../src/x509/issue.ts';
import { buildName, type Name } from '../../../src/x509/name.ts';
import { EXTENSION_OIDS } from '../../../src/x509/oids.ts';
import type { Extension } from '../../../src/x509/certificate.ts';
import { fixtureKey } from '../../fixtures/keys.ts';

const PLAIN = buildName([{ type: 'CN', value: 'plain' }]);
const CONTEXT = { timeZone: 'UTC', level: '3.1' } as const;

function entryOf(subject: Name, extensions: readonly Extension[] = [], label = 'LabSite'): CertificateEntry {
  const { pkcs8, spki } = fixtureKey('rsa-1024-a.pem');
  const der = issueCertificate({
    subject,
    issuer: subject,
    serial: 255n,
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2051-01-01T00:00:00Z'),
    spki,
    extensions,
    signWith: { pkcs8, algorithm: 'sha1RSA' },
  });
  return {
    kind: 'certificate',
    owner: SITE,
    label,
    der,
    status: 'TRUST',
    keyId: null,
    pkdsLabel: null,
    tokenKey: null,
    modulusExponent: false,
    rings: [],
    lastSerial: '0',
    requested: false,
    created: '2026-01-01T00:00:00.000Z',
    createdBy: 'U',
    sequence: 1,
  };
}

describe('a certificate in LIST', () => {
  it('stands at the lines and columns that other programs count', () => {
    const lines = certificateBlock(entryOf(PLAIN), CONTEXT);
    expect(lines[0]?.slice(9)).toBe('LabSite');
    expect(lines[1]?.slice(18)).toBe('2QiJmZmiiaOFg9OBguKJo4VA');
    expect(lines[2]?.slice(10)).toBe('TRUST');
    expect(lines[3]?.slice(14, 24)).toBe('2026/01/01');
    expect(lines[4]?.slice(14, 24)).toBe('2051/01/01');
    expect(lines.slice(5, 8)).toEqual(['  Serial Number:', '       >00FF<', "  Issuer's Name:"]);
    expect(lines[8]?.slice(7)).toBe('>CN=plain<');
    expect(lines.find((line) => line.startsWith('  Signing Algorithm: '))?.slice(21)).toBe('sha1RSA');
    expect(lines.find((line) => line.startsWith('  Key Size: '))?.slice(12)).toBe('1024');
    expect(lines.every((line) => line.length <= 80 && line === line.trimEnd())).toBe(true);
  });

  it('shows the first 256 characters of a long subject, and all of the issuer', () => {
    const long = buildName(Array.from({ length: 6 }, (_, at) => ({ type: 'OU', value: String(at).repeat(60) })));
    const lines = certificateBlock(entryOf(long), CONTEXT);
    const issuer = lines.indexOf("  Issuer's Name:");
    const subject = lines.indexOf("  Subject's Name:");
    const end = lines.findIndex((line) => line.startsWith('  Signing Algorithm'));
    const joined = (from: number, to: number): string =>
      lines
        .slice(from + 1, to)
        .map((line) => line.slice(8, -1))
        .join('');
    expect(joined(issuer, subject)).toHaveLength(6 * 63 + 5);
    expect(joined(subject, end)).toBe(joined(issuer, subject).slice(0, 256));
  });

  it('leaves out an extension that cannot be read, and keeps the rest', () => {
    const broken = { oid: EXTENSION_OIDS.subjectAltName, critical: false, value: Uint8Array.of(0x30, 0x05, 0x01) };
    const entry = entryOf(PLAIN, [broken]);
    expect(certificateBlock(entry, CONTEXT).join('\n')).not.toContain('AltNames');
    expect(certificateData(entry).subjectAltNames).toBeNull();
  });

  it('has no Certificate ID for a label outside EBCDIC, but keeps its line', () => {
    const entry = entryOf(PLAIN, [], 'Łódź');
    expect(certificateBlock(entry, CONTEXT)[1]).toBe('  Certificate ID:');
    expect(certificateData(entry).certificateId).toBeNull();
  });

  it('has the fingerprint in two lines of sixteen bytes from 2.5 on', () => {
    const entry = entryOf(PLAIN);
    const lines = certificateBlock(entry, CONTEXT);
    const at = lines.indexOf('  Certificate Fingerprint (SHA256):');
    const hex = `${lines[at + 1]?.trim()}${lines[at + 2]?.trim()}`;
    expect(lines[at + 1]).toMatch(/^ {7}([0-9A-F]{2}:){16}$/);
    expect(hex.replaceAll(':', '')).toBe(certificateData(entry).fingerprintSha256);
    expect(certificateBlock(entry, { ...CONTEXT, level: '2.4' })).toEqual(lines.toSpliced(at, 3));
  });
});
