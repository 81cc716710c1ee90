import { beforeAll, describe, expect, it } from 'vitest';
import { readPemBlocks } from '../../../src/pem/armor.ts';
import { leafOf, readPkcs12 } from '../../../src/pem/pkcs12.ts';
import { readPkcs7 } from '../../../src/pem/pkcs7.ts';
import { memoryLab, type Lab } from '../memory-lab.ts';

let lab: Lab;
const der = (whose: string, label: string): Uint8Array => lab.entry(whose, label).der;
const textOf = (name: string): string => Buffer.from(lab.files.get(name) ?? []).toString('latin1');

beforeAll(async () => {
  lab = memoryLab();
  await lab.done(
    "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Root')) WITHLABEL('Root') NISTECC NOTAFTER(DATE(2040-01-01))",
  );
  await lab.done(
    "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Sub')) WITHLABEL('Sub') NISTECC SIGNWITH(CERTAUTH LABEL('Root')) NOTAFTER(DATE(2039-01-01))",
  );
  await lab.done(
    "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('leaf')) WITHLABEL('Leaf') NISTECC SIGNWITH(CERTAUTH LABEL('Sub'))",
  );
});

describe('EXPORT', () => {
  it('writes a certificate in Base64 unless told otherwise', async () => {
    const result = await lab.done("RACDCERT EXPORT(LABEL('Leaf')) ID(U1) DSN('OUT.CERT')");
    expect(result.lines).toEqual([]);
    const lines = textOf('OUT.CERT').trimEnd().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----']);
    expect(lines.slice(1, -2).every((line) => line.length === 64)).toBe(true);
    expect(readPemBlocks(textOf('OUT.CERT'))[0]?.bytes).toEqual(der('U1', 'Leaf'));
    expect(lab.secrets.has('OUT.CERT')).toBe(false);
  });

  it('writes it alone in binary, whatever password is given', async () => {
    await lab.done("RACDCERT EXPORT(LABEL('Leaf')) ID(U1) DSN('OUT.DER') FORMAT(CERTDER) PASSWORD('x')");
    expect(lab.files.get('OUT.DER')).toEqual(der('U1', 'Leaf'));
  });

  it('replaces a data set that is there', async () => {
    lab.files.set('OUT.OLD', Buffer.from('before'));
    await lab.done("RACDCERT EXPORT(LABEL('Root')) CERTAUTH DSN('OUT.OLD') FORMAT(CERTDER)");
    expect(lab.files.get('OUT.OLD')).toEqual(der('CERTAUTH', 'Root'));
  });

  it.each([
    ['PKCS7DER', '3.1', null],
    ['PKCS7B64', '3.1', 'PKCS7'],
    ['PKCS7B64', '2.2', 'CERTIFICATE'],
  ] as const)('packs the chain as %s at %s', async (format, level, marker) => {
    await lab.run(`RACDCERT EXPORT(LABEL('Leaf')) ID(U1) DSN('OUT.P7') FORMAT(${format})`, { level });
    const bytes = lab.files.get('OUT.P7') ?? new Uint8Array();
    if (marker !== null) expect(readPemBlocks(bytes)[0]?.label).toBe(marker);
    const packed = marker === null ? bytes : (readPemBlocks(bytes)[0]?.bytes ?? bytes);
    const hex = (ders: readonly Uint8Array[]) => ders.map((each) => Buffer.from(each).toString('hex')).sort();
    expect(hex(await readPkcs7(packed))).toEqual(
      hex([der('U1', 'Leaf'), der('CERTAUTH', 'Sub'), der('CERTAUTH', 'Root')]),
    );
  });

  it.each([
    ['', '3.1', /3DES|DES-EDE3|TripleDES/i, null],
    ['FORMAT(PKCS12DER)', '3.2', /AES-256/, null],
    ['FORMAT(PKCS12B64)', '3.2', /AES-256/, 'PKCS12'],
    ['FORMAT(PKCS12B64)', '2.1', /3DES|DES-EDE3|TripleDES/i, 'CERTIFICATE'],
  ] as const)('packs the key with %s at %s as that level protects it', async (format, level, algorithm, marker) => {
    const command = `RACDCERT EXPORT(LABEL('Leaf')) ID(U1) DSN('OUT.P12') PASSWORD('Pass word') ${format}`;
    expect(await lab.said(command, { level })).toEqual([0]);
    expect(lab.secrets.has('OUT.P12')).toBe(true);
    const bytes = lab.files.get('OUT.P12') ?? new Uint8Array();
    const block = marker === null ? null : readPemBlocks(bytes)[0];
    if (marker !== null) expect(block?.label).toBe(marker);
    const contents = await readPkcs12(block?.bytes ?? bytes, 'Pass word');
    expect(contents.encryption.every((each) => algorithm.test(each))).toBe(true);
    expect(contents.certificates).toHaveLength(3);
    const leaf = leafOf(contents);
    expect([leaf?.certificate.der, leaf?.certificate.friendlyName]).toEqual([der('U1', 'Leaf'), 'Leaf']);
    const keyId = lab.entry('U1', 'Leaf').keyId ?? '';
    expect(leaf?.key.pkcs8).toEqual(lab.privateKeys.get(keyId)?.pkcs8);
  });

  it.each([
    ['PKCS7B64', '2.1'],
    ['PKCS7B64', '3.1'],
    ['PKCS12B64', '2.1'],
    ['PKCS12B64', '3.1'],
  ] as const)('writes in %s at %s what ADD reads, whatever the markers say', async (format, level) => {
    await lab.run(`RACDCERT EXPORT(LABEL('Leaf')) ID(U1) DSN('OUT.TEXT') FORMAT(${format}) PASSWORD('p')`, { level });
    const other = memoryLab();
    other.files.set('IN', lab.files.get('OUT.TEXT') ?? new Uint8Array());
    await other.done(`RACDCERT ADD('IN') ID(U2) WITHLABEL('x') ${format === 'PKCS12B64' ? "PASSWORD('p')" : ''}`);
    expect(other.entry('U2', 'x').der).toEqual(der('U1', 'Leaf'));
    expect(other.labels('CERTAUTH')).toHaveLength(2);
    expect(other.entry('U2', 'x').keyId !== null).toBe(format === 'PKCS12B64');
  });

  it.each([
    ["DSN('X')", 'IRRD130I The LABEL keyword(s) must be specified.  The request is not processed.'],
    ["(LABEL('Leaf'))", 'IRRD130I The DSN keyword(s) must be specified.  The request is not processed.'],
    ['', 'IRRD130I The LABEL, DSN keyword(s) must be specified.  The request is not processed.'],
    [
      "(LABEL('Leaf')) DSN('X') FORMAT(PKCS12DER)",
      'IRRD130I The PASSWORD keyword(s) must be specified.  The request is not processed.',
    ],
    ["(LABEL('leaf')) DSN('X')", 'IRRD107I No matching certificate was found for this user.'],
  ])('answers EXPORT%s', async (operands, line) => {
    const result = await lab.run(`RACDCERT EXPORT${operands.startsWith('(') ? '' : ' '}${operands} ID(U1)`);
    expect([result.returnCode, ...result.lines]).toEqual([8, line]);
    expect(lab.files.has('X')).toBe(false);
  });

  it('exports no private key that is not there, or that ICSF holds', async () => {
    await lab.done("RACDCERT ID(U2) GENCERT SUBJECTSDN(CN('icsf')) WITHLABEL('icsf') NISTECC(PKDS(MY.KEY))");
    await lab.done("RACDCERT EXPORT(LABEL('Root')) CERTAUTH DSN('OUT.ROOT')");
    const other = memoryLab();
    other.files.set('IN', lab.files.get('OUT.ROOT') ?? new Uint8Array());
    await other.done("RACDCERT CERTAUTH ADD('IN') WITHLABEL('Root')");
    expect(await other.said("RACDCERT CERTAUTH EXPORT(LABEL('Root')) DSN('X') PASSWORD('p')")).toEqual([8, 'IRRD147I']);
    expect(await lab.said("RACDCERT ID(U2) EXPORT(LABEL('icsf')) DSN('X') PASSWORD('p')")).toEqual([8, 'IRRD147I']);
  });

  it('says how far an incomplete chain goes, and looks for issuers under the same owner first', async () => {
    const other = memoryLab();
    other.files.set('LEAF', der('U1', 'Leaf'));
    other.files.set('SUB', der('CERTAUTH', 'Sub'));
    await other.run("RACDCERT ID(U1) ADD('LEAF') WITHLABEL('Leaf') TRUST");
    const lonely = await other.run("RACDCERT ID(U1) EXPORT(LABEL('Leaf')) DSN('OUT') FORMAT(PKCS7DER)");
    expect([lonely.returnCode, ...lonely.lines]).toEqual([
      4,
      'RNGT014I The certificate chain is incomplete; the package contains 1 certificate(s).',
    ]);
    await other.run("RACDCERT ID(U1) ADD('SUB') TRUST");
    const two = await other.run("RACDCERT ID(U1) EXPORT(LABEL('Leaf')) DSN('OUT') FORMAT(PKCS7DER)");
    expect(two.lines).toEqual(['RNGT014I The certificate chain is incomplete; the package contains 2 certificate(s).']);
    expect(await readPkcs7(other.files.get('OUT') ?? new Uint8Array())).toHaveLength(2);
  });
});
