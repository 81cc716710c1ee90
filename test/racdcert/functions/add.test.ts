import { describe, expect, it } from 'vitest';
import { writePem } from '../../../src/pem/armor.ts';
import { writePkcs12 } from '../../../src/pem/pkcs12-writer.ts';
import { writePkcs7 } from '../../../src/pem/pkcs7.ts';
import { issueCertificate } from '../../../src/x509/issue.ts';
import { buildName, listingName } from '../../../src/x509/name.ts';
import { parsePublicKey } from '../../../src/x509/public-key.ts';
import { buildRequest } from '../../../src/x509/request.ts';
import { signatureFor } from '../../../src/x509/algorithms.ts';
import {
  authorityKeyIdentifierExtension,
  basicConstraintsExtension,
  subjectKeyIdentifierExtension,
} from '../../../src/x509/standard-extensions.ts';
import { subjectKeyIdentifier } from '../../../src/x509/extensions/subject-key-identifier.ts';
import { parseCertificate } from '../../../src/x509/certificate.ts';
import { derContext, derInteger, derNull, derOctetString, derOid, derSequence } from '../../../src/der/writer.ts';
import { fixtureKey } from '../../fixtures/keys.ts';
import { memoryLab, type Lab } from '../memory-lab.ts';

interface Made {
  readonly der: Uint8Array;
  readonly pkcs8: Uint8Array;
}

/** A certificate from outside, signed by `issuer` or by its own key. */
function outside(
  cn: string,
  file: string,
  issuer: Made | null,
  more: { readonly serial?: bigint; readonly until?: string } = {},
): Made {
  const { pkcs8, spki } = fixtureKey(file);
  const subject = buildName([
    { type: 'O', value: 'Outside' },
    { type: 'CN', value: cn },
  ]);
  const above = issuer && parseCertificate(issuer.der);
  const identifier = above && subjectKeyIdentifier(above);
  const der = issueCertificate({
    subject,
    issuer: above?.subject ?? subject,
    serial: more.serial ?? 77n,
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date(more.until ?? '2036-01-01T00:00:00Z'),
    spki,
    extensions: [
      basicConstraintsExtension(true),
      subjectKeyIdentifierExtension(spki),
      ...(identifier ? [authorityKeyIdentifierExtension(identifier)] : []),
    ],
    signWith: {
      pkcs8: issuer?.pkcs8 ?? pkcs8,
      algorithm: signatureFor(above?.publicKey ?? parsePublicKey(spki)),
    },
  });
  return { der, pkcs8 };
}

const ROOT = outside('Outer Root', 'rsa-2048-a.pem', null);
const MIDDLE = outside('Outer Sub', 'p384-a.pem', ROOT, { serial: 78n });
const LEAF = outside('outer.example.com', 'p256-a.pem', MIDDLE, { serial: 79n });

function labWith(files: Readonly<Record<string, Uint8Array>>, options: Parameters<typeof memoryLab>[0] = {}): Lab {
  const lab = memoryLab(options);
  for (const [name, bytes] of Object.entries(files)) lab.files.set(name, bytes);
  return lab;
}

const spoiled = (der: Uint8Array): Uint8Array =>
  Uint8Array.from(der, (byte, at) => (at === der.length - 1 ? byte ^ 1 : byte));

describe('ADD: forms', () => {
  it.each([
    ['DER', LEAF.der],
    ['PEM', Buffer.from(writePem('CERTIFICATE', LEAF.der))],
    [
      'PEM with text around',
      Buffer.from(`Certificate:\r\n  Data: \u00e9 =\r\n${writePem('CERTIFICATE', LEAF.der)}\r\nthe end\r\n`),
    ],
    [
      'two blocks, of which the first counts',
      Buffer.from(writePem('CERTIFICATE', LEAF.der) + writePem('CERTIFICATE', MIDDLE.der)),
    ],
  ])('reads %s', async (_name, bytes) => {
    const lab = labWith({ 'IN.CERT': bytes });
    const result = await lab.run("RACDCERT ADD('IN.CERT') ID(U1) TRUST WITHLABEL('Outer')");
    expect(result.lines).toEqual([
      'RNGT023I The certificate is trusted as requested, but its issuer is not defined.',
      "IRRD199I Certificate with label 'Outer' is added for user U1.",
    ]);
    expect(lab.entry('U1', 'Outer')).toMatchObject({ status: 'TRUST', keyId: null, der: LEAF.der });
    expect(lab.labels('CERTAUTH')).toEqual([]);
  });

  it('adds the issuers of a PKCS #7 package under CERTAUTH, the root first', async () => {
    for (const text of [false, true]) {
      const bytes = await writePkcs7([LEAF.der, MIDDLE.der, ROOT.der]);
      const lab = labWith({ P7: text ? Buffer.from(writePem('PKCS7', bytes)) : bytes });
      const result = await lab.run("RACDCERT ADD('P7') ID(U1) WITHLABEL('Leaf')");
      expect(result.lines).toEqual([
        'IRRD113I The certificate that you are adding is self-signed.',
        "IRRD199I Certificate with label 'LABEL00000001' is added for CERTAUTH.",
        "IRRD199I Certificate with label 'LABEL00000002' is added for CERTAUTH.",
        "IRRD199I Certificate with label 'Leaf' is added for user U1.",
      ]);
      expect(result.returnCode).toBe(0);
      expect(listingName(lab.certificate('CERTAUTH', 'LABEL00000001').subject)).toBe('CN=Outer Root.O=Outside');
      expect(['LABEL00000001', 'LABEL00000002'].map((label) => lab.entry('CERTAUTH', label).status)).toEqual([
        'TRUST',
        'TRUST',
      ]);
      expect(lab.entry('U1', 'Leaf').status).toBe('TRUST');
    }
  });

  it('skips issuers that are there already, and says so', async () => {
    const lab = labWith({ ROOT: ROOT.der, P7: await writePkcs7([MIDDLE.der, ROOT.der, LEAF.der]) });
    await lab.done("RACDCERT ADD('ROOT') CERTAUTH WITHLABEL('Root')");
    const result = await lab.run("RACDCERT ADD('P7') ID(U1)");
    expect(result.lines).toEqual([
      'RNGT020I Certificate with subject CN=Outer Root.O=Outside is already defined and was skipped.',
      "IRRD199I Certificate with label 'LABEL00000001' is added for CERTAUTH.",
      "IRRD199I Certificate with label 'LABEL00000001' is added for user U1.",
    ]);
  });

  it('gives every member of a package for CERTAUTH a label of its own', async () => {
    const lab = labWith({ P7: await writePkcs7([LEAF.der, MIDDLE.der, ROOT.der]) });
    await lab.done("RACDCERT CERTAUTH ADD('P7')");
    expect(lab.labels('CERTAUTH')).toEqual(['LABEL00000001', 'LABEL00000002', 'LABEL00000003']);
    const second = labWith({ P7: await writePkcs7([LEAF.der, MIDDLE.der, ROOT.der]) });
    expect((await second.said("RACDCERT CERTAUTH ADD('P7') WITHLABEL('LABEL00000002')")).slice(-1)).toEqual([
      'RNGT001I',
    ]);
    expect(second.labels('CERTAUTH')).toEqual([]);
  });
});

describe('ADD: PKCS #12', () => {
  const inPackage = {
    certificates: [LEAF.der, MIDDLE.der, ROOT.der],
    pkcs8: LEAF.pkcs8,
    password: 'Secret 1',
    friendlyName: 'x',
    iterations: 1000,
  };
  const pkcs12 = (profile: 'modern' | 'zos') => writePkcs12({ ...inPackage, profile });

  it('installs the end entity with its private key', async () => {
    const lab = labWith({ P12: await pkcs12('zos') });
    await lab.done("RACDCERT ADD('P12') ID(U1) PASSWORD('Secret 1') WITHLABEL('With key')");
    const entry = lab.entry('U1', 'With key');
    expect(entry).toMatchObject({ status: 'TRUST', pkdsLabel: null });
    expect(lab.privateKeys.get(entry.keyId ?? '')?.pkcs8).toEqual(LEAF.pkcs8);
    expect(lab.labels('CERTAUTH')).toHaveLength(2);
  });

  it('puts the key under a PKDS label when told to', async () => {
    const lab = labWith({ P12: await pkcs12('zos') });
    const command = "RACDCERT ADD('P12') ID(U1) PASSWORD('Secret 1')";
    expect(await lab.said(`${command} WITHLABEL('no label') PKDS(*)`)).toEqual([8, 'IRRD160I']);
    await lab.done(`${command} WITHLABEL('My.Label') PKDS(*)`);
    expect(lab.entry('U1', 'My.Label').pkdsLabel).toBe('MY.LABEL');
  });

  it('reads AES packages from 3.2 on', async () => {
    const lab = labWith({ P12: await pkcs12('modern') });
    const command = "RACDCERT ADD('P12') ID(U1) PASSWORD('Secret 1')";
    const refused = await lab.run(command, { level: '3.1' });
    expect(refused.returnCode).toBe(8);
    expect(refused.lines[0]).toMatch(
      /^RNGT025I The certificate package is encrypted with .*AES.*, which is not supported before z\/OS 3\.2\.$/,
    );
    expect(lab.labels('U1')).toEqual([]);
    expect((await lab.said(command, { level: '3.2' }))[0]).toBe(0);
    expect(lab.labels('U1')).toEqual(['LABEL00000001']);
  });

  it.each([
    ['P12', "PASSWORD('secret 1')", 'RNGT008I'],
    ['P12', '', 'RNGT008I'],
    ['CERT', "PASSWORD('Secret 1')", 'IRRD104I'],
    ['CUT', "PASSWORD('Secret 1')", 'IRRD104I'],
  ])('answers %s with %s by %s', async (name, password, message) => {
    const whole = await pkcs12('zos');
    const lab = labWith({ P12: whole, CERT: LEAF.der, CUT: whole.subarray(0, 900) });
    const result = await lab.run(`RACDCERT ADD('${name}') ID(U1) ${password}`);
    expect([result.returnCode, result.messages.map(({ id }) => id)]).toEqual([8, [message]]);
    expect(JSON.stringify(result).toLowerCase()).not.toContain('secret 1');
    expect([lab.labels('U1'), lab.privateKeys.size]).toEqual([[], 0]);
  });

  it('refuses a package whose key has no certificate in it', async () => {
    const stray = await writePkcs12({ ...inPackage, certificates: [ROOT.der], profile: 'zos' });
    const lab = labWith({ P12: stray });
    expect(await lab.said("RACDCERT ADD('P12') ID(U1) PASSWORD('Secret 1')")).toEqual([8, 'IRRD104I']);
  });

  it.each([
    ['2.16.840.1.101.3.4.2.1', 20_000_000, 'RNGT028I'],
    ['1.2.3.4.5', 1, 'RNGT029I'],
  ])('refuses at once a package sealed by %s with %i iterations', async (digest, iterations, message) => {
    const data = derSequence(derOid('1.2.840.113549.1.7.1'), derContext(0, true, derOctetString(derSequence())));
    const sealed = derSequence(derSequence(derOid(digest), derNull()), derOctetString(new Uint8Array(32)));
    const mac = derSequence(sealed, derOctetString(new Uint8Array(8)), derInteger(iterations));
    const lab = labWith({ P12: derSequence(derInteger(3), data, mac) });
    expect(await lab.said("RACDCERT ADD('P12') ID(U1) PASSWORD('x')")).toEqual([8, message]);
  });
});

describe('ADD: trust', () => {
  const NOT_YET_ADDED = { ROOT: ROOT.der, MIDDLE: MIDDLE.der, LEAF: LEAF.der };

  it('points a self-signed certificate out and trusts it', async () => {
    const lab = labWith(NOT_YET_ADDED);
    expect(await lab.said("RACDCERT ADD('ROOT') CERTAUTH")).toEqual([0, 'IRRD113I', 'IRRD199I']);
    expect(lab.entry('CERTAUTH', 'LABEL00000001').status).toBe('TRUST');
  });

  it('does not trust what it cannot follow to an issuer that is trusted', async () => {
    const lab = labWith(NOT_YET_ADDED);
    expect(await lab.said("RACDCERT ADD('MIDDLE') CERTAUTH WITHLABEL('M')")).toEqual([4, 'RNGT003I', 'IRRD199I']);
    expect(lab.entry('CERTAUTH', 'M').status).toBe('NOTRUST');
    expect(await lab.said("RACDCERT ADD('LEAF') ID(U1) WITHLABEL('L')")).toEqual([4, 'RNGT004I', 'IRRD199I']);
    expect(lab.entry('U1', 'L').status).toBe('NOTRUST');
  });

  it('finds the issuer under the same owner and under CERTAUTH, not elsewhere', async () => {
    const lab = labWith(NOT_YET_ADDED);
    await lab.done("RACDCERT ADD('ROOT') ID(U1)");
    expect(await lab.said("RACDCERT ADD('MIDDLE') ID(U2) NOTRUST")).toEqual([0, 'IRRD199I']);
    await lab.done("RACDCERT ID(U2) DELETE(LABEL('LABEL00000001'))");
    expect(await lab.said("RACDCERT ADD('MIDDLE') ID(U2)")).toEqual([4, 'RNGT003I', 'IRRD199I']);
    await lab.done("RACDCERT ID(U2) DELETE(LABEL('LABEL00000001'))");
    expect(await lab.said("RACDCERT ADD('MIDDLE') ID(U1)")).toEqual([0, 'IRRD199I']);
  });

  it.each([
    ['CERTAUTH', 'HIGHTRUST', 'HIGHTRUST'],
    ['ID(U1)', 'HIGHTRUST', 'TRUST'],
    ['SITE', 'HIGHTRUST', 'TRUST'],
    ['SITE', 'TRUST', 'TRUST'],
    ['CERTAUTH', 'NOTRUST', 'NOTRUST'],
  ])('for %s and %s stores %s', async (owner, operand, status) => {
    const lab = labWith(NOT_YET_ADDED);
    await lab.done(`RACDCERT ADD('ROOT') ${owner} ${operand} WITHLABEL('x')`);
    expect(lab.entry(owner === 'ID(U1)' ? 'U1' : owner, 'x').status).toBe(status);
  });

  it('does not trust a certificate outside its validity, unless asked to', async () => {
    const expired = outside('Old', 'p256-b.pem', null, { until: '2026-06-01T00:00:00Z' });
    const lab = labWith({ OLD: expired.der });
    expect(await lab.said("RACDCERT ADD('OLD') CERTAUTH")).toEqual([4, 'IRRD113I', 'RNGT005I', 'IRRD199I']);
    expect(lab.entry('CERTAUTH', 'LABEL00000001').status).toBe('NOTRUST');
    await lab.done("RACDCERT CERTAUTH DELETE(LABEL('LABEL00000001'))");
    expect(await lab.said("RACDCERT ADD('OLD') CERTAUTH TRUST")).toEqual([0, 'IRRD113I', 'RNGT024I', 'IRRD199I']);
  });

  it('adds nothing whose signature is wrong', async () => {
    const lab = labWith({ ...NOT_YET_ADDED, BAD: spoiled(ROOT.der), 'BAD.SUB': spoiled(MIDDLE.der) });
    expect(await lab.said("RACDCERT ADD('BAD') CERTAUTH TRUST")).toEqual([8, 'RNGT007I']);
    await lab.done("RACDCERT ADD('ROOT') CERTAUTH");
    expect(await lab.said("RACDCERT ADD('BAD.SUB') CERTAUTH TRUST")).toEqual([8, 'RNGT007I']);
    lab.files.set('P7', await writePkcs7([LEAF.der, spoiled(MIDDLE.der)]));
    expect(await lab.said("RACDCERT ADD('P7') ID(U1) TRUST")).toEqual([8, 'RNGT007I']);
    expect([lab.labels('CERTAUTH'), lab.labels('U1')]).toEqual([['LABEL00000001'], []]);
  });

  it('tells another key of the same authority from no issuer', async () => {
    const otherRoot = outside('Outer Root', 'rsa-2048-b.pem', null, { serial: 80n });
    const lab = labWith({ ...NOT_YET_ADDED, OTHER: otherRoot.der });
    await lab.done("RACDCERT ADD('OTHER') CERTAUTH");
    expect(await lab.said("RACDCERT ADD('MIDDLE') CERTAUTH")).toEqual([4, 'RNGT061I', 'IRRD199I']);
  });
});

describe('ADD: what is there already', () => {
  it('names the profile of a certificate that is defined', async () => {
    const lab = labWith({ ROOT: ROOT.der });
    await lab.done("RACDCERT ADD('ROOT') CERTAUTH");
    const again = await lab.run("RACDCERT ADD('ROOT') ID(U1)");
    expect(again.returnCode).toBe(8);
    expect(again.lines).toEqual([
      'IRRD109I The certificate cannot be added.  Profile 4D.CN=Outer¢Root.O=Outside is already defined.',
    ]);
  });

  it('refuses a label in use, and generates the first that is free', async () => {
    const lab = labWith({ ROOT: ROOT.der, MIDDLE: MIDDLE.der });
    await lab.done("RACDCERT ADD('ROOT') CERTAUTH WITHLABEL('LABEL00000001')");
    expect(await lab.said("RACDCERT ADD('MIDDLE') CERTAUTH WITHLABEL('LABEL00000001')")).toEqual([8, 'RNGT001I']);
    await lab.done("RACDCERT ADD('MIDDLE') CERTAUTH");
    expect(lab.labels('CERTAUTH')).toEqual(['LABEL00000001', 'LABEL00000002']);
  });

  it('takes the answer to a request as a renewal', async () => {
    const lab = labWith({ ROOT: ROOT.der });
    await lab.done("RACDCERT ADD('ROOT') CERTAUTH");
    await lab.done(
      "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('outer.example.com') O('Outside')) WITHLABEL('Web') NISTECC SIZE(521)",
    );
    await lab.done('RACDCERT ID(U1) ADDRING(R)');
    await lab.done("RACDCERT ID(U1) CONNECT(LABEL('Web') RING(R) DEFAULT)");
    await lab.done("RACDCERT ID(U1) GENREQ(LABEL('Web')) DSN('REQ')");
    const before = lab.entry('U1', 'Web');
    const answer = outside('outer.example.com', 'p521-a.pem', ROOT, { serial: 500n });
    lab.files.set('ANSWER', answer.der);
    expect(await lab.said("RACDCERT ADD('ANSWER') ID(U2)")).toEqual([8, 'RNGT002I']);
    const added = await lab.done("RACDCERT ADD('ANSWER') ID(U1)");
    expect(added.lines).toEqual(["IRRD199I Certificate with label 'Web' is added for user U1."]);
    expect(lab.entry('U1', 'Web')).toMatchObject({
      keyId: before.keyId,
      rings: before.rings,
      requested: false,
      status: 'TRUST',
    });
    expect(lab.certificate('U1', 'Web').serial).toBe('01F4');
    expect(lab.labels('U1')).toEqual(['Web']);
    expect(await lab.said("RACDCERT ADD('ANSWER') ID(U1)")).toEqual([8, 'IRRD109I']);
  });
});

function request(): Uint8Array {
  const { pkcs8, spki } = fixtureKey('p256-c.pem');
  const subject = buildName([{ type: 'CN', value: 'x' }]);
  const der = buildRequest({ subject, pkcs8, spki, extensions: [], algorithm: 'sha256ECDSA' });
  return Buffer.from(writePem('NEW CERTIFICATE REQUEST', der));
}

describe('ADD: data sets that cannot be used', () => {
  it.each([
    ['NOT.THERE', 'IKJ56228I'],
    ['EMPTY', 'RNGT027I'],
    ['NOISE', 'IRRD104I'],
    ['REQUEST', 'IRRD104I'],
    ['KEY', 'IRRD104I'],
    ['CUT', 'IRRD104I'],
    ['TRAILING', 'IRRD104I'],
    ['TOO.LARGE', 'RNGT026I'],
    ['CANNOT.BE.READ', 'IRRD103I'],
  ])('answers %s with %s', async (name, message) => {
    const lab = labWith({
      EMPTY: new Uint8Array(),
      NOISE: Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) & 0xff),
      REQUEST: request(),
      KEY: Buffer.from(writePem('PRIVATE KEY', LEAF.pkcs8)),
      CUT: LEAF.der.subarray(0, 200),
      TRAILING: Buffer.concat([LEAF.der, Buffer.from([1, 2, 3])]),
    });
    expect(await lab.said(`RACDCERT ADD('${name}') ID(U1)`)).toEqual([8, message]);
    expect(lab.labels('U1')).toEqual([]);
  });
});
