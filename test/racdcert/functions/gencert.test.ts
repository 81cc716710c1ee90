import { describe, expect, it } from 'vitest';
import { basicConstraints } from '../../../src/x509/extensions/basic-constraints.ts';
import { authorityKeyIdentifier } from '../../../src/x509/extensions/authority-key-identifier.ts';
import { issuerAltNames } from '../../../src/x509/extensions/issuer-alt-name.ts';
import { KEY_USAGE_BITS, keyUsage } from '../../../src/x509/extensions/key-usage.ts';
import { subjectAltNames } from '../../../src/x509/extensions/subject-alt-name.ts';
import { subjectKeyIdentifier } from '../../../src/x509/extensions/subject-key-identifier.ts';
import type { Certificate, Extension } from '../../../src/x509/certificate.ts';
import { buildName, listingName } from '../../../src/x509/name.ts';
import { buildRequest } from '../../../src/x509/request.ts';
import {
  basicConstraintsExtension,
  keyUsageExtension,
  subjectAltNameExtension,
} from '../../../src/x509/standard-extensions.ts';
import { keyUsageOf } from '../../../src/x509/extensions/key-usage.ts';
import { EXTENSION_OIDS } from '../../../src/x509/oids.ts';
import { isSelfSigned, verifySignature } from '../../../src/x509/verify.ts';
import { fixtureKey } from '../../fixtures/keys.ts';
import { memoryLab, type Lab } from '../memory-lab.ts';

const CA = "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Lab CA') O('Example') C('US')) WITHLABEL('Lab CA') NISTECC";
const bitsOf = (certificate: Certificate): readonly string[] => {
  const usage = keyUsage(certificate);
  return usage === null ? ['absent'] : KEY_USAGE_BITS.filter((bit) => usage[bit]);
};

async function labWithCa(): Promise<Lab> {
  const lab = memoryLab();
  await lab.done(CA);
  return lab;
}

function requestOf(file: string, extensions: readonly Extension[], cn = 'Requested'): Uint8Array {
  const { pkcs8, spki } = fixtureKey(file);
  const algorithm = file.startsWith('rsa-2048') ? 'sha256RSA' : file.startsWith('dsa') ? 'sha1DSA' : 'sha256ECDSA';
  const subject = buildName([
    { type: 'C', value: 'US' },
    { type: 'CN', value: cn },
  ]);
  return buildRequest({ subject, pkcs8, spki, extensions, algorithm });
}

describe('GENCERT: names, serials, signing', () => {
  it('signs a certificate with its own key when nobody else is named', async () => {
    const lab = await labWithCa();
    const ca = lab.certificate('CERTAUTH', 'Lab CA');
    expect(ca.serial).toBe('00');
    expect(isSelfSigned(ca)).toBe('valid');
    expect(lab.entry('CERTAUTH', 'Lab CA')).toMatchObject({
      status: 'TRUST',
      lastSerial: '0',
      rings: [],
      createdBy: 'IBMUSER',
    });
    expect(authorityKeyIdentifier(ca)).toBeNull();
    expect(subjectKeyIdentifier(ca)).toHaveLength(20);
  });

  it('counts serial numbers by signing key, past a whole octet', async () => {
    const lab = await labWithCa();
    for (let n = 1; n <= 129; n++) {
      await lab.done(`RACDCERT ID(WEBSRV) GENCERT SUBJECTSDN(CN('n${n}')) NISTECC SIGNWITH(CERTAUTH LABEL('Lab CA'))`);
    }
    expect(lab.certificate('WEBSRV', 'LABEL00000001').serial).toBe('01');
    expect(lab.certificate('WEBSRV', 'LABEL00000128').serial).toBe('0080');
    expect(lab.entry('CERTAUTH', 'Lab CA').lastSerial).toBe('129');
    const leaf = lab.certificate('WEBSRV', 'LABEL00000129');
    const ca = lab.certificate('CERTAUTH', 'Lab CA');
    expect(verifySignature(leaf, ca.publicKey.spki)).toBe('valid');
    expect(listingName(leaf.issuer)).toBe('CN=Lab CA.O=Example.C=US');
    expect(authorityKeyIdentifier(leaf)?.keyIdentifier).toEqual(subjectKeyIdentifier(ca));
  });

  it('puts the name parts in order, and lists OUs as typed', async () => {
    const lab = memoryLab();
    await lab.done(
      "RACDCERT ID(U1) GENCERT SUBJECTSDN(OU('First','Second') C('US') SP('Oregon') L('Springfield') T('Chief') O('Works') CN('a')) WITHLABEL('x') NISTECC",
    );
    expect(listingName(lab.certificate('U1', 'x').subject)).toBe(
      'CN=a.T=Chief.OU=First.OU=Second.O=Works.L=Springfield.SP=Oregon.C=US',
    );
  });

  it.each([
    ["SUBJECTSDN(CN('x') C('U'))", [12, 'IKJ56702I']],
    ["SUBJECTSDN(CN('x') C('U1'))", [12, 'IKJ56702I']],
    [`SUBJECTSDN(CN('${'x'.repeat(65)}'))`, [12, 'IKJ56702I']],
    [`SUBJECTSDN(OU(${Array.from({ length: 17 }, () => `'${'x'.repeat(64)}'`).join(' ')}))`, [8, 'RNGT030I']],
    ["SUBJECTSDN(CN(''))", [12, 'IKJ56702I']],
    ['SUBJECTSDN()', [8, 'IRRD130I']],
    ['', [8, 'IRRD130I']],
  ])('refuses the name %s', async (name, answer) => {
    const lab = memoryLab();
    expect(await lab.said(`RACDCERT ID(U1) GENCERT ${name} NISTECC`)).toEqual(answer);
    expect(lab.labels('U1')).toEqual([]);
  });

  it('adds up OUs that are written one by one', async () => {
    const lab = memoryLab();
    await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(OU('One') OU('Two') O('Works')) WITHLABEL('x') NISTECC");
    expect(listingName(lab.certificate('U1', 'x').subject)).toBe('OU=One.OU=Two.O=Works');
  });

  it('looks for the signer under the owner, then under the issuing user', async () => {
    const lab = memoryLab();
    await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('own signer')) WITHLABEL('S') NISTECC");
    await lab.done("RACDCERT ID(IBMUSER) GENCERT SUBJECTSDN(CN('issuing signer')) WITHLABEL('S') NISTECC");
    await lab.done("RACDCERT SITE GENCERT SUBJECTSDN(CN('site signer')) WITHLABEL('S') NISTECC");
    await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('1')) WITHLABEL('1') SIGNWITH(LABEL('S')) NISTECC");
    await lab.done("RACDCERT ID(U2) GENCERT SUBJECTSDN(CN('2')) WITHLABEL('2') SIGNWITH(LABEL('S')) NISTECC");
    await lab.done("RACDCERT ID(U2) GENCERT SUBJECTSDN(CN('3')) WITHLABEL('3') SIGNWITH(SITE LABEL('S')) NISTECC");
    expect(listingName(lab.certificate('U1', '1').issuer)).toBe('CN=own signer');
    expect(listingName(lab.certificate('U2', '2').issuer)).toBe('CN=issuing signer');
    expect(listingName(lab.certificate('U2', '3').issuer)).toBe('CN=site signer');
  });

  it('answers a missing signer, one without a key, and one without a label', async () => {
    const lab = await labWithCa();
    lab.files.set('REQ', requestOf('p256-c.pem', []));
    await lab.done("RACDCERT ID(U1) GENCERT('REQ') SIGNWITH(CERTAUTH LABEL('Lab CA')) WITHLABEL('no key')");
    const gencert = "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) NISTECC";
    expect(await lab.said(`${gencert} SIGNWITH(CERTAUTH LABEL('lab ca'))`)).toEqual([8, 'IRRD107I']);
    expect(await lab.said(`${gencert} SIGNWITH(LABEL('no key'))`)).toEqual([8, 'IRRD128I']);
    expect(await lab.said(`${gencert} SIGNWITH(CERTAUTH)`)).toEqual([8, 'IRRD130I']);
  });

  it('refuses a second certificate with the same issuer and serial, and a label in use', async () => {
    const lab = await labWithCa();
    const again = CA.replace("WITHLABEL('Lab CA')", "WITHLABEL('other')");
    const refused = await lab.run(again);
    expect(refused.lines).toEqual([
      'IRRD109I The certificate cannot be added.  Profile 00.CN=Lab¢CA.O=Example.C=US is already defined.',
    ]);
    expect(await lab.said(CA.replace("CN('Lab CA')", "CN('New')"))).toEqual([8, 'RNGT001I']);
    expect(lab.labels('CERTAUTH')).toEqual(['Lab CA']);
  });

  it('makes no key for a command that is refused', async () => {
    const lab = await labWithCa();
    const keys = {
      generate: (): never => {
        throw new Error('a key was made');
      },
    };
    for (const operands of [
      "SUBJECTSDN(CN('x')) WITHLABEL('Lab CA')",
      "SUBJECTSDN(CN('x')) NOTBEFORE(DATE(2030-01-01)) NOTAFTER(DATE(2029-01-01))",
      "SUBJECTSDN(CN('x')) KEYUSAGE(KEYAGREE)",
      "SUBJECTSDN(CN('x')) SIGNWITH(CERTAUTH LABEL('nobody'))",
      "SUBJECTSDN(CN('Lab CA') O('Example') C('US'))",
    ]) {
      const { returnCode } = await lab.run(`RACDCERT CERTAUTH GENCERT ${operands}`, { keys });
      expect(returnCode, operands).toBe(8);
    }
  });
});

describe('GENCERT: keys', () => {
  it.each([
    ['', '2.3', 'RSA', 2048, 'sha256RSA'],
    ['', '2.2', 'RSA', 1024, 'sha1RSA'],
    ['RSA SIZE(4096)', '3.1', 'RSA', 4096, 'sha256RSA'],
    ['NISTECC', '2.3', 'NIST ECC', 256, 'sha256ECDSA'],
    ['NISTECC', '2.2', 'NIST ECC', 192, 'sha256ECDSA'],
    ['NISTECC SIZE(521)', '3.1', 'NIST ECC', 521, 'sha512ECDSA'],
    ['BPECC', '3.1', 'Brainpool ECC', 256, 'sha256ECDSA'],
    ['BPECC', '2.1', 'Brainpool ECC', 192, 'sha256ECDSA'],
    ['BPECC SIZE(320)', '3.1', 'Brainpool ECC', 320, 'sha384ECDSA'],
    ['BPECC SIZE(512)', '3.1', 'Brainpool ECC', 512, 'sha512ECDSA'],
    ['DSA', '2.2', 'DSA', 1024, 'sha1DSA'],
    ['DSA', '2.3', 'DSA', 2048, 'sha256DSA'],
    ['PCICC', '3.1', 'RSA', 2048, 'sha256RSA'],
    ['ICSF', '3.1', 'RSA', 1024, 'sha1RSA'],
  ] as const)('%s at %s is %s of %i bits, signing %s', async (operands, level, kind, size, algorithm) => {
    const lab = memoryLab({ level });
    await lab.done(`RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') ${operands}`);
    const { publicKey, signatureAlgorithm } = lab.certificate('U1', 'x');
    expect([publicKey.kind, publicKey.size, signatureAlgorithm.name]).toEqual([kind, size, algorithm]);
    expect(lab.privateKeys.size).toBe(1);
  });

  it.each([
    'SIZE(511)',
    'SIZE(4097)',
    'ICSF SIZE(2048)',
    'NISTECC SIZE(255)',
    'NISTECC SIZE(512)',
    'BPECC SIZE(521)',
    'DSA SIZE(4096)',
    'DSA SIZE(511)',
  ])('refuses %s', async (operands) => {
    expect(await memoryLab().said(`RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) ${operands}`)).toEqual([8, 'RNGT013I']);
  });

  it('gives keys in ICSF their labels', async () => {
    const lab = memoryLab();
    const gencert = (operands: string) => `RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('${operands.length}')) ${operands}`;
    await lab.done(gencert("RSA(PKDS(MY.KEY)) WITHLABEL('a')"));
    await lab.done(gencert("NISTECC(PKDS(*)) WITHLABEL('Star.Key')"));
    await lab.done(gencert("NISTECC(PKDS) WITHLABEL('made up')"));
    expect(lab.entry('U1', 'a').pkdsLabel).toBe('MY.KEY');
    expect(lab.entry('U1', 'Star.Key').pkdsLabel).toBe('STAR.KEY');
    expect(lab.entry('U1', 'made up').pkdsLabel).toMatch(/^IRR\.DIGTCERT\.U1\.RINGTOOL\.[0-9A-F]{16}$/);
    expect(await lab.said(gencert("NISTECC(PKDS(*)) WITHLABEL('two words')"))).toEqual([8, 'IRRD160I']);
    expect(await lab.said(gencert('NISTECC(PKDS(*))'))).toEqual([8, 'IRRD160I']);
    expect(await lab.said(gencert("NISTECC(PKDS('1 BAD'))"))).toEqual([12, 'IKJ56702I']);
    expect(await lab.said(gencert('NISTECC(TOKEN(MY.TOKEN))'))).toEqual([8, 'RNGT019I']);
  });

  it('takes a public key from ICSF, with a signer and without the private key', async () => {
    const lab = await labWithCa();
    await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('holder')) NISTECC(PKDS(MY.KEY)) WITHLABEL('holder')");
    const from = "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('second')) WITHLABEL('second')";
    expect(await lab.said(`${from} FROMICSF(MY.KEY)`)).toEqual([8, 'IRRD130I']);
    const signed = `${from} SIGNWITH(CERTAUTH LABEL('Lab CA'))`;
    expect(await lab.said(`${signed} FROMICSF(NO.KEY)`)).toEqual([8, 'IRRD192I']);
    await lab.done(`${signed} FROMICSF(MY.KEY)`);
    expect(lab.entry('U1', 'second')).toMatchObject({ keyId: null, pkdsLabel: null });
    expect(lab.certificate('U1', 'second').publicKey.spki).toEqual(lab.certificate('U1', 'holder').publicKey.spki);
  });
});

describe('GENCERT: validity', () => {
  const generate = async (operands: string, options: Parameters<typeof memoryLab>[0] = {}) => {
    const lab = memoryLab(options);
    await lab.done(`RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') NISTECC ${operands}`);
    const { notBefore, notAfter } = lab.certificate('U1', 'x');
    return [notBefore.toISOString(), notAfter.toISOString()];
  };

  it('is today from midnight to the end of the day in a year, in local time', async () => {
    expect(await generate('')).toEqual(['2026-11-20T00:00:00.000Z', '2027-11-20T23:59:59.000Z']);
    expect(await generate('', { timeZone: 'America/New_York', now: '2026-11-20T02:00:00Z' })).toEqual([
      '2026-11-19T05:00:00.000Z',
      '2027-11-20T04:59:59.000Z',
    ]);
  });

  it('ends a year that begins on 29 February on the 28th', async () => {
    expect(await generate('NOTBEFORE(DATE(2028-02-29))')).toEqual([
      '2028-02-29T00:00:00.000Z',
      '2029-02-28T23:59:59.000Z',
    ]);
  });

  it('takes dates with either sign, times, and years after 2050', async () => {
    expect(await generate('NOTBEFORE(DATE(2026/01/02) TIME(03:04:05)) NOTAFTER(DATE(2099-12-31))')).toEqual([
      '2026-01-02T03:04:05.000Z',
      '2099-12-31T23:59:59.000Z',
    ]);
    expect(await generate('NOTBEFORE(TIME(10:00:00)) NOTAFTER(TIME(11:00:00))')).toEqual([
      '2026-11-20T10:00:00.000Z',
      '2027-11-20T11:00:00.000Z',
    ]);
  });

  it('refuses a period that does not end after it begins', async () => {
    const lab = memoryLab();
    const day = 'NOTBEFORE(DATE(2026-01-01) TIME(10:00:00)) NOTAFTER(DATE(2026-01-01) TIME(10:00:00))';
    expect(await lab.said(`RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) ${day}`)).toEqual([8, 'IRRD133I']);
  });

  it('warns when the signer is valid for a shorter time, is expired or not trusted', async () => {
    const lab = await labWithCa();
    const sign = (n: number, dates: string) =>
      `RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('${n}')) WITHLABEL('${n}') NISTECC SIGNWITH(CERTAUTH LABEL('Lab CA')) ${dates}`;
    expect(await lab.said(sign(1, 'NOTAFTER(DATE(2027-11-21))'))).toEqual([4, 'RNGT010I']);
    expect(lab.entry('U1', '1').status).toBe('TRUST');
    expect(await lab.said(sign(2, 'NOTBEFORE(DATE(2030-01-01))'))).toEqual([4, 'RNGT010I']);
    expect(lab.entry('U1', '2').status).toBe('NOTRUST');
    expect(await lab.said(sign(3, ''), { now: '2028-01-01' })).toEqual([4, 'RNGT010I', 'RNGT022I']);
    await lab.done("RACDCERT CERTAUTH ALTER(LABEL('Lab CA')) NOTRUST");
    expect(await lab.said(sign(4, ''))).toEqual([4, 'RNGT022I']);
  });
});

describe('GENCERT: extensions', () => {
  const gencert = async (operands: string, whose = 'ID(U1)') => {
    const lab = memoryLab();
    await lab.done(`RACDCERT ${whose} GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') ${operands}`);
    return lab.certificate(whose === 'ID(U1)' ? 'U1' : whose, 'x');
  };

  it('gives a user certificate only the key identifier', async () => {
    const certificate = await gencert('NISTECC');
    expect(certificate.extensions.map(({ oid }) => oid)).toEqual([EXTENSION_OIDS.subjectKeyIdentifier]);
    expect(certificate.version).toBe(3);
  });

  it('makes a certificate authority of what goes to CERTAUTH, and of nothing else', async () => {
    const ca = await gencert('NISTECC', 'CERTAUTH');
    expect(bitsOf(ca)).toEqual(['keyCertSign', 'cRLSign']);
    expect(basicConstraints(ca)).toEqual({ cA: true, pathLength: null });
    expect(ca.extensions.map(({ critical }) => critical)).toEqual([true, true, false]);
    const site = await gencert('NISTECC', 'SITE');
    expect([bitsOf(site), basicConstraints(site)]).toEqual([['absent'], null]);
  });

  it.each([
    ['HANDSHAKE', 'RSA', ['digitalSignature', 'keyEncipherment']],
    ['HANDSHAKE', 'DSA', ['digitalSignature']],
    ['HANDSHAKE', 'NISTECC', ['digitalSignature']],
    [
      'HANDSHAKE DATAENCRYPT DOCSIGN CERTSIGN',
      'RSA',
      ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment', 'keyCertSign', 'cRLSign'],
    ],
    ['DOCSIGN, KEYAGREE', 'BPECC', ['nonRepudiation', 'keyAgreement']],
    ['CERTSIGN', 'DSA', ['keyCertSign', 'cRLSign']],
  ])('KEYUSAGE(%s) of a key by %s', async (keywords, key, bits) => {
    expect(bitsOf(await gencert(`${key} KEYUSAGE(${keywords})`))).toEqual(bits);
  });

  it('adds the signing bits to whatever an authority asks for', async () => {
    const ca = await gencert('RSA KEYUSAGE(HANDSHAKE)', 'CERTAUTH');
    expect(bitsOf(ca)).toEqual(['digitalSignature', 'keyEncipherment', 'keyCertSign', 'cRLSign']);
  });

  it.each([
    ['RSA', 'KEYAGREE'],
    ['DSA', 'DATAENCRYPT'],
    ['DSA', 'KEYAGREE'],
    ['NISTECC', 'DATAENCRYPT'],
    ['BPECC', 'HANDSHAKE DATAENCRYPT'],
  ])('refuses for %s KEYUSAGE(%s)', async (key, keywords) => {
    const command = `RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) ${key} KEYUSAGE(${keywords})`;
    expect(await memoryLab().said(command)).toEqual([8, 'IRRD156I']);
  });

  it('takes alternative names, and hands the signer’s on as the issuer’s', async () => {
    const lab = memoryLab();
    const names =
      "ALTNAME(DOMAIN('ca.example.com') URI('https://example.com/ca') EMAIL('pki@example.com') IP(192.0.2.7))";
    await lab.done(`${CA} ${names}`);
    const expected = [
      { kind: 'ip', address: '192.0.2.7' },
      { kind: 'email', value: 'pki@example.com' },
      { kind: 'dns', value: 'ca.example.com' },
      { kind: 'uri', value: 'https://example.com/ca' },
    ];
    expect(subjectAltNames(lab.certificate('CERTAUTH', 'Lab CA'))).toEqual(expected);
    await lab.done(
      "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') NISTECC SIGNWITH(CERTAUTH LABEL('Lab CA')) ALTNAME(IP(2001:db8::1))",
    );
    const leaf = lab.certificate('U1', 'x');
    expect(subjectAltNames(leaf)).toEqual([{ kind: 'ip', address: '2001:db8::1' }]);
    expect(issuerAltNames(leaf)).toEqual(expected);
  });

  it('knows lists of alternative names from 3.2 on', async () => {
    const command =
      "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') NISTECC ALTNAME(DOMAIN('a') ADOMAIN('b' 'c') AIP(192.0.2.1 2001:db8::2))";
    const lab = memoryLab();
    const refused = await lab.run(command);
    expect(refused.returnCode).toBe(12);
    expect(refused.lines[0]).toMatch(/^IKJ56712I INVALID KEYWORD, (AIP|ADOMAIN)\(/);
    expect(await lab.said(command, { level: '3.2' })).toEqual([0]);
    expect(subjectAltNames(lab.certificate('U1', 'x'))).toEqual([
      { kind: 'ip', address: '192.0.2.1' },
      { kind: 'ip', address: '2001:db8::2' },
      { kind: 'dns', value: 'a' },
      { kind: 'dns', value: 'b' },
      { kind: 'dns', value: 'c' },
    ]);
  });

  it.each([
    'IP(192.0.2.256)',
    'IP(example.com)',
    'IP(1::2::3)',
    "DOMAIN('m\u00fcnchen.example')",
    `DOMAIN('${'d'.repeat(101)}')`,
    `URI('${'u'.repeat(256)}')`,
  ])('refuses ALTNAME(%s)', async (name) => {
    const command = `RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) NISTECC ALTNAME(${name})`;
    expect(await memoryLab().said(command)).toEqual([12, 'IKJ56702I']);
  });
});

describe('GENCERT from a request data set', () => {
  const SIGNED = "SIGNWITH(CERTAUTH LABEL('Lab CA')) WITHLABEL('r')";
  const extKeyUsage = {
    oid: EXTENSION_OIDS.extKeyUsage,
    critical: false,
    value: Buffer.from('300a06082b06010505070301', 'hex'),
  };
  const policies = {
    oid: EXTENSION_OIDS.certificatePolicies,
    critical: false,
    value: Buffer.from('300430020600', 'hex'),
  };

  const from = async (extensions: readonly Extension[], operands = SIGNED, file = 'p256-c.pem', whose = 'ID(U1)') => {
    const lab = await labWithCa();
    lab.files.set('REQ', requestOf(file, extensions));
    const said = await lab.said(`RACDCERT ${whose} GENCERT('REQ') ${operands}`);
    return { lab, said };
  };

  it('takes name, key and the extensions RACF knows, and keeps no private key', async () => {
    const { lab, said } = await from([
      keyUsageExtension(keyUsageOf('digitalSignature')),
      basicConstraintsExtension(false),
      subjectAltNameExtension([{ kind: 'dns', value: 'r.example.com' }]),
      extKeyUsage,
      policies,
      { oid: EXTENSION_OIDS.subjectKeyIdentifier, critical: false, value: Buffer.from('0403010203', 'hex') },
    ]);
    expect(said).toEqual([0]);
    expect(lab.entry('U1', 'r').keyId).toBeNull();
    const certificate = lab.certificate('U1', 'r');
    expect(listingName(certificate.subject)).toBe('CN=Requested.C=US');
    expect(bitsOf(certificate)).toEqual(['digitalSignature']);
    expect(basicConstraints(certificate)).toEqual({ cA: false, pathLength: null });
    expect(subjectAltNames(certificate)).toEqual([{ kind: 'dns', value: 'r.example.com' }]);
    expect(Array.from(subjectKeyIdentifier(certificate) ?? [])).toEqual([1, 2, 3]);
    const oids = certificate.extensions.map(({ oid }) => oid);
    expect(oids).toContain(EXTENSION_OIDS.extKeyUsage);
    expect(oids).not.toContain(EXTENSION_OIDS.certificatePolicies);
  });

  it('lets SUBJECTSDN, KEYUSAGE and ALTNAME win over the request', async () => {
    const extensions = [
      keyUsageExtension(keyUsageOf('digitalSignature', 'keyEncipherment')),
      subjectAltNameExtension([{ kind: 'dns', value: 'r.example.com' }]),
    ];
    const operands = `${SIGNED} SUBJECTSDN(CN('Mine')) KEYUSAGE(DOCSIGN) ALTNAME(DOMAIN('mine.example.com'))`;
    const { lab, said } = await from(extensions, operands);
    expect(said).toEqual([0]);
    const certificate = lab.certificate('U1', 'r');
    expect(listingName(certificate.subject)).toBe('CN=Mine');
    expect(bitsOf(certificate)).toEqual(['nonRepudiation']);
    expect(subjectAltNames(certificate)).toEqual([{ kind: 'dns', value: 'mine.example.com' }]);
  });

  it.each([
    ['p256-c.pem', keyUsageOf('digitalSignature', 'keyEncipherment'), 'IRRD156I'],
    ['p256-c.pem', keyUsageOf('dataEncipherment'), 'IRRD156I'],
    ['dsa-1024-a.pem', keyUsageOf('keyAgreement'), 'IRRD156I'],
    ['p256-c.pem', keyUsageOf('keyAgreement'), null],
    ['rsa-2048-c.pem', keyUsageOf('keyEncipherment', 'dataEncipherment'), null],
  ])('judges the key usage of a request for %s', async (file, usage, message) => {
    const { said } = await from([keyUsageExtension(usage)], SIGNED, file);
    expect(said).toEqual(message === null ? [0] : [8, message]);
  });

  it('refuses an authority whose request says it is none', async () => {
    const leafUsage = keyUsageExtension(keyUsageOf('digitalSignature'));
    for (const extensions of [[leafUsage], [basicConstraintsExtension(false)]]) {
      const { said } = await from(extensions, SIGNED, 'p256-c.pem', 'CERTAUTH');
      expect(said).toEqual([8, 'RNGT012I']);
    }
    const willing = [
      keyUsageExtension(keyUsageOf('digitalSignature', 'keyCertSign')),
      basicConstraintsExtension(true, 0),
    ];
    const { lab, said } = await from(willing, SIGNED, 'p256-c.pem', 'CERTAUTH');
    expect(said).toEqual([0]);
    expect(bitsOf(lab.certificate('CERTAUTH', 'r'))).toEqual(['digitalSignature', 'keyCertSign']);
    expect(basicConstraints(lab.certificate('CERTAUTH', 'r'))).toEqual({ cA: true, pathLength: 0 });
  });

  it('needs a signer, unless the private key is here', async () => {
    expect((await from([], "WITHLABEL('r')")).said).toEqual([8, 'IRRD130I']);
  });

  it('refuses what is no request, and one whose signature is wrong', async () => {
    const lab = await labWithCa();
    const good = requestOf('p256-c.pem', []);
    const forged = Uint8Array.from(good);
    const at = Buffer.from(forged).indexOf('Requested');
    forged[at] = 'S'.charCodeAt(0);
    const rows: readonly (readonly [string, Uint8Array])[] = [
      ['FORGED', forged],
      ['CERT', lab.entry('CERTAUTH', 'Lab CA').der],
      ['TEXT', Buffer.from('nothing of the kind')],
      ['CUT', good.subarray(0, good.length - 7)],
    ];
    for (const [name, bytes] of rows) {
      lab.files.set(name, bytes);
      expect(await lab.said(`RACDCERT ID(U1) GENCERT('${name}') ${SIGNED}`), name).toEqual([8, 'RNGT011I']);
    }
    expect(await lab.said(`RACDCERT ID(U1) GENCERT('NONE') ${SIGNED}`)).toEqual([8, 'IKJ56228I']);
    expect(lab.labels('U1')).toEqual([]);
  });

  it('refuses a key of a kind that RACF does not have', async () => {
    const lab = await labWithCa();
    const { generateKeyPairSync, sign } = await import('node:crypto');
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const spki = publicKey.export({ format: 'der', type: 'spki' });
    const { derBitString, derContext, derInteger, derOid, derRaw, derSequence } = await import(
      '../../../src/der/writer.ts'
    );
    const subject = buildName([{ type: 'CN', value: 'modern' }]);
    const info = derSequence(derInteger(0), derRaw(subject.der), derRaw(spki), derContext(0, true, new Uint8Array()));
    lab.files.set(
      'ED',
      derSequence(info, derSequence(derOid('1.3.101.112')), derBitString(sign(null, info, privateKey))),
    );
    expect(await lab.said(`RACDCERT ID(U1) GENCERT('ED') ${SIGNED}`)).toEqual([8, 'RNGT032I']);
  });
});

describe('GENCERT: renewal', () => {
  it('replaces the placeholder: key, label and rings stay, the mark of the request goes', async () => {
    const lab = await labWithCa();
    await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('web')) WITHLABEL('Web') NISTECC");
    await lab.done('RACDCERT ID(U1) ADDRING(R)');
    await lab.done("RACDCERT ID(U1) CONNECT(LABEL('Web') RING(R) DEFAULT)");
    await lab.done("RACDCERT ID(U1) GENREQ(LABEL('Web')) DSN('REQ')");
    const before = lab.entry('U1', 'Web');
    expect(before.requested).toBe(true);
    expect(await lab.said("RACDCERT ID(U2) GENCERT('REQ') SIGNWITH(CERTAUTH LABEL('Lab CA'))")).toEqual([
      8,
      'RNGT002I',
    ]);
    await lab.done("RACDCERT ID(U1) GENCERT('REQ') SIGNWITH(CERTAUTH LABEL('Lab CA'))");
    const after = lab.entry('U1', 'Web');
    expect(after).toMatchObject({
      keyId: before.keyId,
      rings: before.rings,
      requested: false,
      sequence: before.sequence,
    });
    expect(lab.certificate('U1', 'Web').serial).toBe('01');
    expect(lab.labels('U1')).toEqual(['Web']);
    // Once more, now with another label: the ring follows.
    await lab.done("RACDCERT ID(U1) GENCERT('REQ') SIGNWITH(CERTAUTH LABEL('Lab CA')) WITHLABEL('Web 2')");
    expect(lab.labels('U1')).toEqual(['Web 2']);
    expect(lab.rings.get('U1/R')?.connections).toEqual([
      { owner: { kind: 'user', id: 'U1' }, label: 'Web 2', usage: 'PERSONAL', default: true },
    ]);
    expect(lab.entry('CERTAUTH', 'Lab CA').lastSerial).toBe('2');
  });

  it('lets an authority renew itself, with the next number of its own counter', async () => {
    const lab = await labWithCa();
    await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) NISTECC SIGNWITH(CERTAUTH LABEL('Lab CA'))");
    await lab.done("RACDCERT CERTAUTH GENREQ(LABEL('Lab CA')) DSN('REQ')");
    for (const [signwith, serial] of [
      ["SIGNWITH(CERTAUTH LABEL('Lab CA'))", '02'],
      ['', '03'],
    ] as const) {
      await lab.done(`RACDCERT CERTAUTH GENCERT('REQ') ${signwith} NOTAFTER(DATE(2035-12-31))`);
      const renewed = lab.certificate('CERTAUTH', 'Lab CA');
      expect([renewed.serial, isSelfSigned(renewed)]).toEqual([serial, 'valid']);
      expect(lab.entry('CERTAUTH', 'Lab CA').lastSerial).toBe(String(Number(serial)));
    }
    expect(lab.labels('CERTAUTH')).toEqual(['Lab CA']);
    expect(lab.privateKeys.size).toBe(2);
  });
});
