/** Every certificate rule: passes, fails, does not apply. */
import { describe, expect, it } from 'vitest';
import { generateKeyPair } from '../../../src/x509/keys.ts';
import { buildName } from '../../../src/x509/name.ts';
import { CERTIFICATE_RULES } from '../../../src/audit/rules/index.ts';
import type { CertificateSubject } from '../../../src/audit/subject.ts';
import { judge } from '../../../src/findings/judge.ts';
import { fixtureKey } from '../../fixtures/keys.ts';
import {
  CONTEXT,
  FILE_ORIGIN,
  KEYS,
  LAB_CA,
  make,
  makeCa,
  makeLeaf,
  rsaSpki,
  spkiOf,
  STORE_ORIGIN,
  subjectOf,
} from '../certificates.ts';

const RSA_1024 = fixtureKey('rsa-1024-a.pem');
const RSA_2048 = fixtureKey('rsa-2048-a.pem');
const DSA = fixtureKey('dsa-2048-a.pem');

function run(id: string, subject: CertificateSubject) {
  const rule = CERTIFICATE_RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return judge(rule, subject, CONTEXT);
}

function failure(id: string, subject: CertificateSubject) {
  const judgement = run(id, subject);
  if (judgement.kind !== 'finding') throw new Error(`${id} answered ${judgement.kind}`);
  return judgement.finding;
}

const kindOf = (id: string, subject: CertificateSubject) => run(id, subject).kind;
const mendOf = (id: string, subject: CertificateSubject) => failure(id, subject).mend.map(({ text }) => text);

describe('rsa-too-small', () => {
  it('passes 2048 bits', () => expect(kindOf('rsa-too-small', subjectOf(makeLeaf({ key: RSA_2048 })))).toBe('pass'));
  it('does not apply to EC', () => expect(kindOf('rsa-too-small', subjectOf(makeLeaf()))).toBe('does-not-apply'));
  it('fails a leaf of 1024 bits with 528, and shows how to roll over', () => {
    const finding = failure('rsa-too-small', subjectOf(makeLeaf({ key: RSA_1024 })));
    expect(finding).toMatchObject({
      severity: 'error',
      detail: 'the RSA key has 1024 bits; 2048 or more are needed',
      zos: { code: 528, confidence: 'seen' },
    });
    expect(finding.mend.map(({ text }) => text)).toEqual([
      "RACDCERT ID(TCPCS) REKEY(LABEL('TCPSERV')) RSA SIZE(2048) WITHLABEL('TCPSERV NEW')",
      "RACDCERT ID(TCPCS) GENREQ(LABEL('TCPSERV NEW')) DSN(NEWCERT.REQ)",
      "RACDCERT ID(TCPCS) GENCERT(NEWCERT.REQ) SIGNWITH(CERTAUTH LABEL('Lab CA')) NOTAFTER(DATE(2026-12-31))",
      "RACDCERT ID(TCPCS) ROLLOVER(LABEL('TCPSERV')) NEWLABEL('TCPSERV NEW')",
    ]);
  });
  it('says of a CA key only that it may fail', () => {
    const finding = failure('rsa-too-small', subjectOf(makeCa({ key: RSA_1024 })));
    expect(finding.zos).toMatchObject({ code: 528, confidence: 'assumed' });
    expect(finding.detail).toContain('may fail');
    expect(finding.mend.at(-1)?.kind).toBe('by-hand');
  });
  it('sends the request out when the signer is not in the store', () => {
    const mend = mendOf('rsa-too-small', subjectOf(makeLeaf({ key: RSA_1024 }), { ...STORE_ORIGIN, signer: null }));
    expect(mend[2]).toContain('have CN=Lab CA.O=Example.C=US sign the request');
    expect(mend[3]).toBe('RACDCERT ID(TCPCS) ADD(NEWCERT.CER) TRUST');
  });
  it('waits for the new key of a CA that needs one itself, and signs with that', () => {
    const weak = makeCa({ key: fixtureKey('rsa-1024-b.pem') });
    const signer = {
      owner: { kind: 'certauth' } as const,
      label: 'Old CA',
      hasKey: true,
      certificate: weak.certificate,
    };
    const subject = subjectOf(makeLeaf({ key: RSA_1024, issuer: weak }), { ...STORE_ORIGIN, signer });
    expect(mendOf('rsa-too-small', subject)[3]).toContain("SIGNWITH(CERTAUTH LABEL('Old CA NEW'))");
    expect(mendOf('rsa-too-small', subject)[0]).toContain(
      'its issuer, CERTAUTH Old CA, needs its new key under the label Old CA NEW',
    );
    // Asked alone, another rule does not certify the bad key again.
    expect(mendOf('signature-digest', subject)).toEqual(mendOf('rsa-too-small', subject));
  });
  it('asks the owner of a key that RACF does not hold', () => {
    const mend = mendOf('rsa-too-small', subjectOf(makeLeaf({ key: RSA_1024 }), { ...STORE_ORIGIN, hasKey: false }));
    expect(mend).toEqual([expect.stringContaining('RACF holds no private key for TCPSERV')]);
  });
  it('mends a file with openssl', () => {
    expect(mendOf('rsa-too-small', subjectOf(makeLeaf({ key: RSA_1024 }), FILE_ORIGIN)).slice(0, 2)).toEqual([
      'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out new-key.pem',
      'openssl req -new -key new-key.pem -subj /C=US/O=Example/CN=host.example.com -out new-request.pem',
    ]);
  });
});

describe('rsa-too-big', () => {
  it('passes 4096 bits', () =>
    expect(kindOf('rsa-too-big', subjectOf(makeLeaf({ spki: rsaSpki(4096) })))).toBe('pass'));
  it('fails 8192 bits', () =>
    expect(failure('rsa-too-big', subjectOf(makeLeaf({ spki: rsaSpki(8192) })))).toMatchObject({
      severity: 'warning',
      zos: null,
    }));
  it('does not apply to EC', () => expect(kindOf('rsa-too-big', subjectOf(makeLeaf()))).toBe('does-not-apply'));
});

describe('ec-curve', () => {
  it.each(['p256-b.pem', 'p384-a.pem', 'p521-a.pem'])('passes %s', (file) =>
    expect(kindOf('ec-curve', subjectOf(makeLeaf({ key: fixtureKey(file) })))).toBe('pass'),
  );
  it('fails Brainpool, never naming a code as certain', async () => {
    const finding = failure(
      'ec-curve',
      subjectOf(makeLeaf({ key: await generateKeyPair({ kind: 'Brainpool ECC', size: 256 }) })),
    );
    expect(finding.detail).toContain('brainpoolP256r1');
    expect(finding.zos?.confidence).toBe('assumed');
  });
  it('fails P-224', async () => {
    const key = await generateKeyPair({ kind: 'NIST ECC', size: 224 });
    expect(failure('ec-curve', subjectOf(makeLeaf({ key }))).detail).toContain('secp224r1');
  });
  it('does not apply to RSA', () =>
    expect(kindOf('ec-curve', subjectOf(makeLeaf({ key: RSA_2048 })))).toBe('does-not-apply'));
});

describe('dsa-key', () => {
  it('passes EC', () => expect(kindOf('dsa-key', subjectOf(makeLeaf()))).toBe('pass'));
  it('fails DSA', () =>
    expect(failure('dsa-key', subjectOf(makeLeaf({ key: DSA }))).detail).toContain('DSA (2048 bits)'));
  it('offers an EC key instead', () =>
    expect(mendOf('dsa-key', subjectOf(makeLeaf({ key: DSA })))[0]).toContain('NISTECC SIZE(256)'));
});

describe('key-type', () => {
  it('does not apply to ordinary keys', () => expect(kindOf('key-type', subjectOf(makeLeaf()))).toBe('does-not-apply'));
  it('warns of Ed25519', () =>
    expect(failure('key-type', subjectOf(makeLeaf({ spki: spkiOf('1.3.101.112') })))).toMatchObject({
      severity: 'warning',
      zos: { confidence: 'assumed' },
    }));
  it('does not know a type it has no name for', () =>
    expect(kindOf('key-type', subjectOf(makeLeaf({ spki: spkiOf('1.2.3.4.5') })))).toBe('unknown'));
});

describe('signature-digest', () => {
  const old = makeCa({ key: RSA_2048 });
  const signed = (algorithm: string) => subjectOf(make({ issuer: old, algorithm }));
  it.each(['sha256RSA', 'sha384RSA', 'sha512RSA'])('passes %s', (algorithm) =>
    expect(kindOf('signature-digest', signed(algorithm))).toBe('pass'),
  );
  it('fails SHA-1 with 414', () =>
    expect(failure('signature-digest', signed('sha1RSA'))).toMatchObject({ zos: { code: 414, confidence: 'seen' } }));
  it('fails MD5', () => expect(failure('signature-digest', signed('md5RSA')).detail).toContain('MD5'));
  it('fails SHA-224, perhaps with 467', () =>
    expect(failure('signature-digest', signed('sha224RSA'))).toMatchObject({
      zos: { code: 467, confidence: 'assumed' },
    }));
  it('fails a DSA signature', () => {
    const dsaCa = makeCa({ key: DSA });
    expect(failure('signature-digest', subjectOf(make({ issuer: dsaCa }))).detail).toContain('DSA');
  });
  it("does not judge an anchor's own digest", () =>
    expect(kindOf('signature-digest', subjectOf(makeCa({ key: RSA_2048, algorithm: 'sha1RSA' })))).toBe(
      'does-not-apply',
    ));
});

describe('not-version-3', () => {
  it('passes version 3', () => expect(kindOf('not-version-3', subjectOf(makeLeaf()))).toBe('pass'));
  it('fails a leaf of version 1', () =>
    expect(failure('not-version-3', subjectOf(makeLeaf({ version1: true }))).detail).toContain('version 1'));
  it('does not apply to a root', () =>
    expect(kindOf('not-version-3', subjectOf(makeCa({ version1: true }), STORE_ORIGIN, true))).toBe('does-not-apply'));
});

describe('expired', () => {
  it('passes within its time', () => expect(kindOf('expired', subjectOf(makeLeaf()))).toBe('pass'));
  it('passes in its last second', () =>
    expect(kindOf('expired', subjectOf(makeLeaf({ to: '2026-11-20T00:00:00Z' })))).toBe('pass'));
  it('fails one second later, with 401 and a renewal', () => {
    const finding = failure('expired', subjectOf(makeLeaf({ to: '2026-11-19T23:59:59Z' })));
    expect(finding.zos).toMatchObject({ code: 401, confidence: 'documented' });
    expect(finding.mend.map(({ text }) => text)).toEqual([
      "RACDCERT ID(TCPCS) GENREQ(LABEL('TCPSERV')) DSN(NEWCERT.REQ)",
      "RACDCERT ID(TCPCS) GENCERT(NEWCERT.REQ) SIGNWITH(CERTAUTH LABEL('Lab CA')) NOTAFTER(DATE(2026-12-31))",
    ]);
  });
  it('renews a root by its own key, for ten years', () => {
    const origin = { ...STORE_ORIGIN, owner: { kind: 'certauth' } as const, label: 'Lab CA', signer: null };
    expect(mendOf('expired', subjectOf(makeCa({ to: '2026-06-01T00:00:00Z' }), origin))[1]).toBe(
      "RACDCERT CERTAUTH GENCERT(NEWCERT.REQ) SIGNWITH(CERTAUTH LABEL('Lab CA')) NOTAFTER(DATE(2036-11-20))",
    );
  });
});

describe('not-yet-valid', () => {
  it('passes once begun', () =>
    expect(kindOf('not-yet-valid', subjectOf(makeLeaf({ from: '2026-11-20T00:00:00Z' })))).toBe('pass'));
  it('fails before', () =>
    expect(failure('not-yet-valid', subjectOf(makeLeaf({ from: '2026-11-20T00:00:01Z' })))).toMatchObject({
      detail: 'it is not valid before 2026-11-20 00:00:01 UTC',
      zos: { code: 401 },
    }));
  it('speaks of an expired one as well only through its own rule', () =>
    expect(kindOf('not-yet-valid', subjectOf(makeLeaf({ to: '2026-02-01T00:00:00Z' })))).toBe('pass'));
});

describe('leaf-key-usage', () => {
  it('passes digitalSignature', () => expect(kindOf('leaf-key-usage', subjectOf(makeLeaf()))).toBe('pass'));
  it('fails keyEncipherment alone with 440', () => {
    const finding = failure('leaf-key-usage', subjectOf(makeLeaf({ usage: ['keyEncipherment'] })));
    expect(finding.zos).toMatchObject({ code: 440, confidence: 'deduced' });
    expect(finding.mend.at(-1)?.text).toContain('KEYUSAGE(HANDSHAKE)');
  });
  it('adds the usage to the certificate of a new key, where one is needed anyway', () =>
    expect(mendOf('leaf-key-usage', subjectOf(makeLeaf({ key: RSA_1024, usage: ['keyEncipherment'] })))[2]).toBe(
      "RACDCERT ID(TCPCS) GENCERT(NEWCERT.REQ) SIGNWITH(CERTAUTH LABEL('Lab CA')) KEYUSAGE(HANDSHAKE) NOTAFTER(DATE(2026-12-31))",
    ));
  it('does not apply without the extension', () =>
    expect(kindOf('leaf-key-usage', subjectOf(makeLeaf({ usage: null })))).toBe('does-not-apply'));
  it('does not apply to a CA', () => expect(kindOf('leaf-key-usage', subjectOf(LAB_CA))).toBe('does-not-apply'));
});

describe('self-signed-leaf', () => {
  it('passes a leaf of a CA', () => expect(kindOf('self-signed-leaf', subjectOf(makeLeaf()))).toBe('pass'));
  it('fails one that signed itself with 417', () =>
    expect(failure('self-signed-leaf', subjectOf(make()))).toMatchObject({
      zos: { code: 417, confidence: 'documented' },
    }));
  it('passes when it is connected as a CA', () =>
    expect(kindOf('self-signed-leaf', subjectOf(make(), { ...STORE_ORIGIN, usages: ['CERTAUTH'] }))).toBe('pass'));
  it('does not apply to a root', () => expect(kindOf('self-signed-leaf', subjectOf(LAB_CA))).toBe('does-not-apply'));
});

describe('ca-basic-constraints', () => {
  it('passes a CA that says so', () => expect(kindOf('ca-basic-constraints', subjectOf(LAB_CA))).toBe('pass'));
  it('fails an intermediate without', () => {
    const bare = make({ cn: 'Bare CA', issuer: LAB_CA, usage: ['keyCertSign'], host: null });
    expect(failure('ca-basic-constraints', subjectOf(bare))).toMatchObject({
      severity: 'error',
      zos: { code: 8, confidence: 'assumed' },
    });
  });
  it('warns only of a root without', () =>
    expect(
      failure('ca-basic-constraints', subjectOf(make({ usage: null, host: null }), STORE_ORIGIN, true)).severity,
    ).toBe('warning'));
  it('does not apply to a leaf', () =>
    expect(kindOf('ca-basic-constraints', subjectOf(makeLeaf()))).toBe('does-not-apply'));
});

describe('the mend of a CA that does not say so', () => {
  const place = { ...STORE_ORIGIN, owner: { kind: 'certauth' } as const, label: 'Bare CA' };
  it('is GENCERT under CERTAUTH, which adds what the request does not speak of', () => {
    const bare = make({ cn: 'Bare CA', usage: null, host: null });
    expect(mendOf('ca-basic-constraints', subjectOf(bare, { ...place, signer: null }, true))).toEqual([
      "RACDCERT CERTAUTH GENREQ(LABEL('Bare CA')) DSN(NEWCERT.REQ)",
      "RACDCERT CERTAUTH GENCERT(NEWCERT.REQ) SIGNWITH(CERTAUTH LABEL('Bare CA')) KEYUSAGE(CERTSIGN) NOTAFTER(DATE(2036-11-20))",
    ]);
  });
  it.each([
    ['denies it', { ca: false, usage: ['keyCertSign'] }],
    ['may not sign', { ca: true, usage: ['digitalSignature'] }],
  ] as const)('is by hand where GENCERT refuses the request, which %s', (_, wish) => {
    const id = wish.ca ? 'ca-key-usage' : 'ca-basic-constraints';
    const { mend } = failure(id, subjectOf(make({ cn: 'Bare CA', host: null, ...wish }), place, true));
    expect(mend.map(({ kind }) => kind)).toEqual(['by-hand', 'by-hand']);
  });
});

describe('ca-key-usage', () => {
  it('passes keyCertSign', () => expect(kindOf('ca-key-usage', subjectOf(LAB_CA))).toBe('pass'));
  it('fails a CA that may not sign certificates', () =>
    expect(failure('ca-key-usage', subjectOf(makeCa({ usage: ['digitalSignature'] }))).detail).toContain(
      'keyCertSign',
    ));
  it('does not apply to a CA without the extension', () =>
    expect(kindOf('ca-key-usage', subjectOf(makeCa({ usage: null })))).toBe('does-not-apply'));
});

describe('san-missing', () => {
  const clientOnly = {
    oid: '2.5.29.37',
    critical: false,
    value: Uint8Array.from(Buffer.from('300a06082b06010505070302', 'hex')),
  };
  it('passes with a host name', () => expect(kindOf('san-missing', subjectOf(makeLeaf()))).toBe('pass'));
  it('warns without one', () =>
    expect(failure('san-missing', subjectOf(makeLeaf({ host: null })))).toMatchObject({
      severity: 'warning',
      zos: null,
    }));
  it('does not apply to a certificate for clients only', () =>
    expect(kindOf('san-missing', subjectOf(makeLeaf({ host: null, extensions: [clientOnly] })))).toBe(
      'does-not-apply',
    ));
});

describe('extensions-unreadable', () => {
  const broken = { oid: '2.5.29.15', critical: true, value: Uint8Array.of(0x05, 0x00) };
  it('passes sound ones', () => expect(kindOf('extensions-unreadable', subjectOf(makeLeaf()))).toBe('pass'));
  it('fails a damaged one', () =>
    expect(
      failure('extensions-unreadable', subjectOf(makeLeaf({ usage: null, extensions: [broken] }))).detail,
    ).toContain('keyUsage'));
  it('does not apply without any', () =>
    expect(kindOf('extensions-unreadable', subjectOf(makeLeaf({ version1: true })))).toBe('does-not-apply'));
  it('leaves the rule that wanted the damaged one without an answer', () =>
    expect(kindOf('leaf-key-usage', subjectOf(makeLeaf({ usage: null, extensions: [broken] })))).toBe('unknown'));
});

it('an empty name is no obstacle', () => {
  const nameless = subjectOf(make({ subject: buildName([]), issuer: LAB_CA, key: KEYS.other }), FILE_ORIGIN);
  expect(
    mendOf('san-missing', subjectOf(make({ subject: buildName([]), issuer: LAB_CA, host: null }), FILE_ORIGIN))[2],
  ).toContain('-subj /');
  expect(kindOf('expired', nameless)).toBe('pass');
});
