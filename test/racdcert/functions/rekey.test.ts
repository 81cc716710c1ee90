/** REKEY: what the copy says, bit by bit, and what is not done when it is refused. */
import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { basicConstraints } from '../../../src/x509/extensions/basic-constraints.ts';
import { findExtension } from '../../../src/x509/extensions/find.ts';
import { EXTENSION_OIDS } from '../../../src/x509/oids.ts';
import { writePkcs12 } from '../../../src/pem/pkcs12-writer.ts';
import { make, makeCa } from '../../audit/certificates.ts';
import { fixtureKeys } from '../../fixtures/keys.ts';
import { memoryLab } from '../memory-lab.ts';

const random = (length: number) => new Uint8Array(length).fill(7);

async function withPackage(made: ReturnType<typeof make>, owner: string) {
  const lab = memoryLab();
  const bytes = await writePkcs12({
    certificates: [made.der],
    pkcs8: made.key.pkcs8,
    password: 'open sesame',
    friendlyName: 'it',
    profile: 'zos',
    random,
  });
  lab.files.set('IBMUSER.P12', bytes);
  await lab.run(`RACDCERT ${owner} ADD(P12) PASSWORD('open sesame') WITHLABEL('old') TRUST`);
  return lab;
}

describe('the copy', () => {
  it('is signed by its own new key, and has the extensions of the original as they were encoded', async () => {
    const lab = await withPackage(make({ usage: ['digitalSignature', 'nonRepudiation'], serial: 7n }), 'ID(U1)');
    await lab.done("RACDCERT ID(U1) REKEY(LABEL('old')) WITHLABEL('new')");
    const [old, copy] = [lab.certificate('U1', 'old'), lab.certificate('U1', 'new')];
    const parsed = new X509Certificate(copy.der);
    expect(parsed.verify(parsed.publicKey)).toBe(true);
    expect(Buffer.from(copy.issuer.der).equals(Buffer.from(old.subject.der))).toBe(true);
    expect(Buffer.from(copy.subject.der).equals(Buffer.from(old.subject.der))).toBe(true);
    expect(copy.publicKey.spki).not.toEqual(old.publicKey.spki);
    for (const oid of [EXTENSION_OIDS.keyUsage, EXTENSION_OIDS.subjectAltName]) {
      const [before, after] = [findExtension(old, oid), findExtension(copy, oid)];
      expect(before).not.toBeNull();
      expect(Buffer.from(after?.value ?? []).equals(Buffer.from(before?.value ?? []))).toBe(true);
    }
    expect(findExtension(copy, EXTENSION_OIDS.authorityKeyIdentifier)).toBeNull();
    expect(lab.entry('U1', 'new')).toMatchObject({ status: 'TRUST', rings: [], requested: false, lastSerial: '0' });
    expect(lab.entry('U1', 'old').keyId).not.toBeNull();
  });

  it('of a CA stays one with its path length, whoever owns it', async () => {
    const lab = await withPackage(makeCa({ ca: 1, serial: 7n }), 'ID(U1)');
    await lab.done("RACDCERT ID(U1) REKEY(LABEL('old')) WITHLABEL('new')");
    expect(basicConstraints(lab.certificate('U1', 'new'))).toEqual({ cA: true, pathLength: 1 });
  });

  it('of what was never a CA is none under CERTAUTH either', async () => {
    const lab = await withPackage(make({ ca: false, usage: ['digitalSignature'], serial: 7n }), 'CERTAUTH');
    await lab.done("RACDCERT CERTAUTH REKEY(LABEL('old')) WITHLABEL('new')");
    expect(basicConstraints(lab.certificate('CERTAUTH', 'new'))?.cA).toBe(false);
    expect(new X509Certificate(lab.certificate('CERTAUTH', 'new').der).ca).toBe(false);
  });

  it('of a CA that says nothing of itself says it under CERTAUTH', async () => {
    const lab = await withPackage(make({ version1: true, serial: 7n }), 'CERTAUTH');
    await lab.done("RACDCERT CERTAUTH REKEY(LABEL('old')) WITHLABEL('new')");
    expect(new X509Certificate(lab.certificate('CERTAUTH', 'new').der).ca).toBe(true);
  });
});

describe('numbers', () => {
  it('of copies of one certificate are all different, and go on after each other', async () => {
    const lab = memoryLab();
    await lab.done("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('0') NISTECC SIZE(521)");
    for (const [from, to] of ['01', '02', '13', '14', '05']) {
      await lab.done(`RACDCERT CERTAUTH REKEY(LABEL('${from}')) WITHLABEL('${to}')`);
    }
    const serials = lab
      .labels('CERTAUTH')
      .map((label) => Number.parseInt(lab.certificate('CERTAUTH', label).serial, 16));
    expect(serials).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('a refusal', () => {
  it.each([
    "REKEY(LABEL('none'))",
    "REKEY(LABEL('old')) WITHLABEL('old')",
    "REKEY(LABEL('old')) SIZE(1)",
    "REKEY(LABEL('old')) NOTBEFORE(DATE(2027-01-01)) NOTAFTER(DATE(2026-01-01))",
    "REKEY(LABEL('old')) NISTECC",
  ])('%s makes no key', async (text) => {
    const source = fixtureKeys();
    let made = 0;
    const lab = memoryLab({
      keys: {
        async generate(spec) {
          made++;
          return await source.generate(spec);
        },
      },
    });
    await lab.done("RACDCERT GENCERT SUBJECTSDN(CN('x')) WITHLABEL('old') KEYUSAGE(HANDSHAKE) SIZE(1024)");
    made = 0;
    const { returnCode, changes } = await lab.run(`RACDCERT ${text}`);
    expect([returnCode, changes, made]).toEqual([8, [], 0]);
  });
});
