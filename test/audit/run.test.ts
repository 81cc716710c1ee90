/** Whole audits: the textbook old pair, rings, files of every kind, hostile names, broken rules, exit codes. */
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/audit/rules/index.ts';
import { auditEvents, runAudit, type Source } from '../../src/audit/run.ts';
import { RingtoolError } from '../../src/core/errors.ts';
import { exitCodeOf } from '../../src/findings/report.ts';
import { textReport } from '../../src/findings/reports/text.ts';
import { writePem } from '../../src/pem/armor.ts';
import { buildName } from '../../src/x509/name.ts';
import { fixtureKey } from '../fixtures/keys.ts';
import { itWith, run as peer, temporaryFolder } from '../peers.ts';
import { KEYS, LAB_CA, make, makeCa, makeLeaf, NOW } from './certificates.ts';
import { CERTAUTH, connection, entry, fakeStore, ring, user } from './fake-store.ts';

const TCPCS = user('TCPCS');
const folder = temporaryFolder();

function file(name: string, content: string | Uint8Array): Source {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { kind: 'file', path };
}

const pem = (...ders: readonly Uint8Array[]) => ders.map((der) => writePem('CERTIFICATE', der)).join('');
const audit = (sources: readonly Source[], more: Partial<Parameters<typeof runAudit>[1]> = {}) =>
  runAudit(sources, { now: NOW, ...more });
const idsOf = (report: Awaited<ReturnType<typeof runAudit>>) => report.findings.map(({ rule }) => rule);

/** What a 2010 handbook has its readers make: 1024 bits for ten years. */
const DATES = { from: '2010-01-01T05:00:00Z', to: '2020-12-31T04:59:59Z' };
const OLD_CA = makeCa({ cn: 'ABCTLS CA', key: fixtureKey('rsa-1024-a.pem'), serial: 0n, ...DATES });
const OLD_SERVER = make({ cn: 'TCPSERV', key: fixtureKey('rsa-1024-b.pem'), issuer: OLD_CA, host: null, ...DATES });
const OLD_STORE = fakeStore(
  [entry(CERTAUTH, 'ABCTLS CA', OLD_CA.der), entry(TCPCS, 'ABCTLS TCPSERV', OLD_SERVER.der)],
  [
    ring('TCPCS', 'TLSRING', [
      connection(CERTAUTH, 'ABCTLS CA'),
      connection(TCPCS, 'ABCTLS TCPSERV', 'PERSONAL', true),
    ]),
  ],
);

describe('the textbook old pair', () => {
  it('is refused for its key, its digest and its age', async () => {
    const report = await audit([{ kind: 'ring', store: OLD_STORE, owner: 'TCPCS', name: 'TLSRING' }]);
    const server = report.findings.filter(
      ({ subject, severity }) => subject.what === 'ID(TCPCS) ABCTLS TCPSERV' && severity === 'error',
    );
    expect(server.map(({ rule, zos }) => [rule, zos?.code])).toEqual([
      ['rsa-too-small', 528],
      ['signature-digest', 414],
      ['expired', 401],
    ]);
    expect(exitCodeOf(report)).toBe(1);
  });

  it('reads so to a person', async () => {
    const report = await audit([{ kind: 'store', store: OLD_STORE }]);
    expect(textReport(report)).toMatchSnapshot();
  });

  it('is whole as a chain', async () => {
    const report = await audit([{ kind: 'store', store: OLD_STORE }], {
      only: ['chain-incomplete', 'chain-signature'],
    });
    expect(report).toMatchObject({ examined: { chain: 1 }, answers: { pass: 2, fail: 0 } });
  });
});

describe('stores and rings', () => {
  const leaf = makeLeaf();
  const certificates = [entry(CERTAUTH, 'Lab CA', LAB_CA.der), entry(TCPCS, 'SERVER', leaf.der)];

  it('a good store is clean', async () => {
    const store = fakeStore(certificates, [
      ring('TCPCS', 'GOOD', [connection(CERTAUTH, 'Lab CA'), connection(TCPCS, 'SERVER', 'PERSONAL', true)]),
    ]);
    const report = await audit([{ kind: 'store', store }]);
    expect(report.findings).toEqual([]);
    expect(report.examined).toEqual({ certificate: 2, chain: 1, ring: 1, package: 0 });
    expect(exitCodeOf(report)).toBe(0);
    expect(textReport(report)).toMatchSnapshot();
  });

  it('judges a certificate in two rings once, and its chain in each', async () => {
    const both = [connection(CERTAUTH, 'Lab CA'), connection(TCPCS, 'SERVER', 'PERSONAL', true)];
    const store = fakeStore(certificates, [ring('TCPCS', 'A', both), ring('WEBSRV', 'B', both)]);
    expect((await audit([{ kind: 'store', store }])).examined).toMatchObject({ certificate: 2, chain: 2, ring: 2 });
  });

  it('judges the chain of a certificate in no ring against the store', async () => {
    const report = await audit([{ kind: 'store', store: fakeStore(certificates) }]);
    expect(report).toMatchObject({ examined: { chain: 1, ring: 0 }, findings: [] });
  });

  it('finds the CA that the ring lacks in the store', async () => {
    const store = fakeStore(certificates, [ring('TCPCS', 'R', [connection(TCPCS, 'SERVER', 'PERSONAL', true)])]);
    const report = await audit([{ kind: 'ring', store, owner: 'TCPCS', name: 'R' }]);
    expect(idsOf(report)).toEqual(['ring-no-ca', 'chain-incomplete']);
    expect(report.findings[1]?.mend[0]?.text).toBe(
      "RACDCERT ID(TCPCS) CONNECT(CERTAUTH LABEL('Lab CA') RING(R) USAGE(CERTAUTH))",
    );
  });

  it('does not see a NOTRUST CA', async () => {
    const store = fakeStore(
      [entry(CERTAUTH, 'Lab CA', LAB_CA.der, { status: 'NOTRUST' }), entry(TCPCS, 'SERVER', leaf.der)],
      [ring('TCPCS', 'R', [connection(CERTAUTH, 'Lab CA'), connection(TCPCS, 'SERVER', 'PERSONAL', true)])],
    );
    const report = await audit([{ kind: 'ring', store, owner: 'TCPCS', name: 'R' }]);
    expect(idsOf(report)).toEqual(['ring-notrust', 'chain-incomplete']);
    expect(report.findings[1]?.detail).toContain('NOTRUST');
  });

  it('tells a CA of the right name with another key from a missing one', async () => {
    const impostor = makeCa({ key: KEYS.other });
    const store = fakeStore([entry(CERTAUTH, 'Lab CA', impostor.der), entry(TCPCS, 'SERVER', leaf.der)]);
    expect(idsOf(await audit([{ kind: 'store', store }]))).toEqual(['chain-signature']);
  });

  it('takes a self-signed certificate for a CA where it is connected as one', async () => {
    const store = fakeStore(
      [entry(TCPCS, 'OWN', make().der)],
      [ring('TCPCS', 'TRUSTED', [connection(TCPCS, 'OWN', 'CERTAUTH')])],
    );
    expect(idsOf(await audit([{ kind: 'store', store }]))).toEqual([]);
    expect(idsOf(await audit([{ kind: 'store', store: fakeStore([entry(TCPCS, 'OWN', make().der)]) }]))).toEqual([
      'self-signed-leaf',
    ]);
  });

  it('knows the virtual rings', async () => {
    const store = fakeStore(certificates);
    const report = await audit([
      { kind: 'ring', store, owner: '*AUTH*', name: '*' },
      { kind: 'ring', store, owner: 'TCPCS', name: '*' },
    ]);
    expect(report).toMatchObject({ examined: { certificate: 2, ring: 2, chain: 1 }, findings: [] });
    expect(idsOf(await audit([{ kind: 'ring', store, owner: '*SITE*', name: '*' }]))).toEqual(['ring-empty']);
  });

  it('a ring that is not there could not be examined', async () => {
    const report = await audit([{ kind: 'ring', store: fakeStore([]), owner: 'TCPCS', name: 'NONE' }]);
    expect(report.notRead).toEqual([{ where: 'ring TCPCS/NONE', why: 'the store /lab has no such ring', named: true }]);
    expect(exitCodeOf(report)).toBe(2);
  });

  it('finds the empty ring of somebody without certificates', async () => {
    const report = await audit([{ kind: 'store', store: fakeStore(certificates, [ring('NOBODY', 'BARE', [])]) }]);
    expect(idsOf(report)).toEqual(['ring-empty']);
    expect(report.findings[0]?.subject.what).toBe('ring NOBODY/BARE');
  });

  it('lists a ring that cannot be read and goes on', async () => {
    const store = fakeStore(certificates, [ring('NOBODY', 'BAD', []), ring('NOBODY', 'BARE', [])]);
    const view = store.view();
    const broken = {
      ...store,
      view: () => ({
        ...view,
        ring: async (owner: string, name: string) => {
          if (name === 'BAD') throw new RingtoolError('store/corrupt', 'the ring is damaged');
          return view.ring(owner, name);
        },
      }),
    };
    const report = await audit([{ kind: 'store', store: broken }]);
    expect(report.notRead).toMatchObject([{ where: 'ring NOBODY/BAD', why: 'the ring is damaged' }]);
    expect(idsOf(report)).toEqual(['ring-empty']);
  });

  it('lists an entry that is no certificate and goes on', async () => {
    const report = await audit([
      { kind: 'store', store: fakeStore([entry(TCPCS, 'BAD', Uint8Array.of(1, 2)), ...certificates]) },
    ]);
    expect(report.notRead).toMatchObject([{ where: 'store /lab, ID(TCPCS) BAD' }]);
    expect(report.examined.certificate).toBe(2);
  });

  it('a store that breaks is listed, and the next source is read', async () => {
    const broken = {
      ...fakeStore([]),
      // biome-ignore lint/correctness/useYield: a list that fails before its first row
      async *list(): AsyncGenerator<never> {
        throw new RingtoolError('store/corrupt', 'the index is damaged');
      },
    };
    const report = await audit([
      { kind: 'store', store: broken },
      { kind: 'store', store: fakeStore(certificates) },
    ]);
    expect(report.notRead).toEqual([{ where: 'store /lab', why: 'the index is damaged', named: true }]);
    expect(report.examined.certificate).toBe(2);
    expect(exitCodeOf(report)).toBe(2);
  });
});

describe('files', () => {
  it('find each other as issuers', async () => {
    const report = await audit([file('leaf.pem', pem(makeLeaf().der)), file('ca.der', LAB_CA.der)]);
    expect(report).toMatchObject({ examined: { certificate: 2, chain: 1 }, findings: [], notRead: [] });
  });

  it('a leaf alone draws a warning, not an error', async () => {
    const report = await audit([file('alone.pem', pem(makeLeaf().der))]);
    expect(report.findings).toMatchObject([{ rule: 'chain-incomplete', severity: 'warning' }]);
    expect(exitCodeOf(report)).toBe(0);
    expect(exitCodeOf({ ...report, failOn: 'warning' })).toBe(1);
  });

  it('judges a certificate that stands in two of them once', async () => {
    const report = await audit([file('one.pem', pem(LAB_CA.der)), file('two.pem', pem(LAB_CA.der, makeLeaf().der))]);
    expect(report.examined.certificate).toBe(2);
  });

  it('a CA is one when others name it, whatever it says itself', async () => {
    const mute = make({ cn: 'Mute CA', key: KEYS.ca, usage: null, host: null });
    const report = await audit([file('mute.pem', pem(make({ issuer: mute }).der, mute.der))]);
    expect(idsOf(report)).toEqual(['ca-basic-constraints']);
  });

  it('lists the damaged certificate of a bundle and judges the others', async () => {
    const report = await audit([file('mixed.pem', pem(LAB_CA.der, Uint8Array.of(0x30, 0x01, 0x00), makeLeaf().der))]);
    expect(report.notRead).toMatchObject([{ where: join(folder, 'mixed.pem, certificate 2'), named: false }]);
    expect(report.examined.certificate).toBe(2);
    expect(exitCodeOf(report)).toBe(0);
  });

  it('keeps what stood before a torn block', async () => {
    const report = await audit([file('torn.pem', `${pem(LAB_CA.der)}-----BEGIN CERTIFICATE-----\nMIIB`)]);
    expect(report.examined.certificate).toBe(1);
    expect(report.notRead).toMatchObject([{ why: expect.stringContaining('nothing after it was read') }]);
  });

  it.each([
    ['empty', ''],
    ['words', 'nothing of the kind'],
    ['noise', Uint8Array.from({ length: 4096 }, (_, i) => (i * 31) & 0xff)],
    ['half a certificate', LAB_CA.der.subarray(0, 100)],
  ])('cannot read %s, and says so', async (name, content) => {
    const report = await audit([file(`${name}.bin`, content)]);
    expect(report.notRead).toHaveLength(1);
    expect(report.notRead[0]?.why).not.toBe('');
    expect(exitCodeOf(report)).toBe(2);
    expect(textReport(report)).toContain('Verdict: nothing could be examined');
  });

  it.skipIf(process.platform === 'win32')('reads nothing from a device, however it is named', async () => {
    symlinkSync('/dev/zero', join(folder, 'zero'));
    const report = await audit([{ kind: 'file', path: join(folder, 'zero') }]);
    expect(report.notRead.map(({ why }) => why)).toEqual(['it is not a regular file']);
  });

  it('a private key is no evidence, and never shown', async () => {
    const key = writePem('PRIVATE KEY', KEYS.leaf.pkcs8);
    const report = await audit([file('key.pem', key)]);
    expect(report.notRead[0]?.why).toContain('private key');
    expect(textReport(report)).not.toContain(key.split('\n')[1]);
  });

  it('says why a path cannot be read', async () => {
    const report = await audit([
      { kind: 'file', path: join(folder, 'absent.pem') },
      { kind: 'file', path: folder },
    ]);
    expect(report.notRead.map(({ why }) => why)).toEqual([
      'there is no such file',
      'it is a folder; name the files in it',
    ]);
  });

  it('an unreadable input given by name makes the exit code 2, unless something was found', async () => {
    const good = file('good.pem', pem(makeLeaf().der, LAB_CA.der));
    const absent: Source = { kind: 'file', path: join(folder, 'absent.pem') };
    expect(exitCodeOf(await audit([good, absent]))).toBe(2);
    expect(exitCodeOf(await audit([good, { ...absent, named: false }]))).toBe(0);
    expect(exitCodeOf(await audit([good, absent, file('old.pem', pem(OLD_SERVER.der))]))).toBe(1);
  });
});

describe('packages', () => {
  const leaf = join(folder, 'leaf.pem');
  const key = join(folder, 'leaf-key.pem');
  const make12 = (name: string, ...more: readonly string[]) => {
    writeFileSync(leaf, pem(makeLeaf().der, LAB_CA.der));
    writeFileSync(key, writePem('PRIVATE KEY', KEYS.leaf.pkcs8));
    chmodSync(key, 0o600);
    const out = join(folder, name);
    expect(
      peer('openssl', ['pkcs12', '-export', '-in', leaf, '-inkey', key, '-name', 'SERVER', '-out', out, ...more])
        .status,
    ).toBe(0);
    return out;
  };

  itWith(['openssl'], 'PKCS #12 with its password', async () => {
    const report = await audit([
      { kind: 'file', path: make12('a.p12', '-passout', 'pass:secret'), password: 'secret' },
    ]);
    expect(report).toMatchObject({ examined: { certificate: 2, chain: 1, package: 1 }, findings: [] });
  });

  itWith(['openssl'], 'PKCS #12 without it, or with a wrong one', async () => {
    const path = make12('b.p12', '-passout', 'pass:secret');
    expect((await audit([{ kind: 'file', path }])).notRead[0]?.why).toBe(
      'it is a PKCS #12 package and needs its password',
    );
    const report = await audit([{ kind: 'file', path, password: 'wrong' }]);
    expect(report.notRead[0]?.why).toBe('the password does not open it');
    expect(JSON.stringify(report)).not.toContain('wrong');
  });

  itWith(['openssl'], 'PKCS #12 with the empty password and old encryption', async () => {
    const path = make12(
      'c.p12',
      '-passout',
      'pass:',
      '-certpbe',
      'PBE-SHA1-3DES',
      '-keypbe',
      'PBE-SHA1-3DES',
      '-macalg',
      'sha1',
    );
    expect((await audit([{ kind: 'file', path }])).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['package-encryption', 'note'],
      ['package-password', 'warning'],
    ]);
  });

  itWith(['openssl'], 'PKCS #7', async () => {
    writeFileSync(leaf, pem(makeLeaf().der, LAB_CA.der));
    const out = join(folder, 'both.p7b');
    peer('openssl', ['crl2pkcs7', '-nocrl', '-certfile', leaf, '-out', out]);
    expect(await audit([{ kind: 'file', path: out }])).toMatchObject({
      examined: { certificate: 2, chain: 1 },
      findings: [],
    });
  });

  itWith(['openssl'], 'the commands that mend a file are commands', async () => {
    const subject = buildName([
      { type: 'C', value: 'US' },
      { type: 'SP', value: 'New York' },
      { type: 'O', value: "O'Brien / Sons + Co = $(id)" },
      { type: 'CN', value: 'back\\slash' },
    ]);
    const report = await audit([file('odd.pem', pem(makeLeaf({ subject, key: fixtureKey('dsa-2048-a.pem') }).der))], {
      only: ['dsa-key'],
    });
    for (const { text } of report.findings[0]?.mend.filter(({ kind }) => kind === 'shell') ?? []) {
      const result = peer('sh', ['-c', text], { cwd: folder });
      expect(result.status, `${text}\n${result.stderr}`).toBe(0);
    }
    const shown = peer(
      'openssl',
      ['req', '-in', 'new-request.pem', '-noout', '-subject', '-nameopt', 'multiline,-esc_msb'],
      { cwd: folder },
    ).stdout;
    expect(shown).toContain("O'Brien / Sons + Co = $(id)");
    // openssl shows a backslash as two.
    expect(shown).toContain('back\\\\slash');
    expect(shown).toContain('stateOrProvinceName       = New York');
  });
});

describe('the run', () => {
  const boom = {
    ...RULES,
    certificate: RULES.certificate.map((rule) =>
      rule.id === 'dsa-key'
        ? {
            ...rule,
            check: () => {
              throw new TypeError('secret value 42');
            },
          }
        : rule,
    ),
  };

  it('goes on past a rule that throws, and says so', async () => {
    const report = await audit([file('fine.pem', pem(LAB_CA.der))], { rules: boom });
    expect(report.findings).toMatchObject([{ rule: 'dsa-key', severity: 'fatal', zos: null }]);
    expect(report.findings[0]?.detail).toBe(
      'the rule dsa-key broke on this certificate, so it was not judged (TypeError)',
    );
    expect(report.answers).toMatchObject({ broken: 1, fail: 0 });
    expect(report.answers.pass).toBeGreaterThan(3);
    expect(exitCodeOf(report)).toBe(1);
    expect(textReport(report)).toContain('1 broken rule');
  });

  it('runs only what is asked for', async () => {
    const source = [file('old2.pem', pem(OLD_SERVER.der))];
    expect(idsOf(await audit(source, { only: ['expired'] }))).toEqual(['expired']);
    expect(idsOf(await audit(source, { skip: ['expired'] }))).not.toContain('expired');
    await expect(audit(source, { only: ['expierd'] })).rejects.toMatchObject({ code: 'findings/unknown-rule' });
    await expect(audit(source, { profile: 'tls12' })).rejects.toMatchObject({ code: 'findings/unknown-profile' });
  });

  it('takes an asynchronous list of sources, and yields as it goes', async () => {
    async function* sources(): AsyncGenerator<Source> {
      yield { kind: 'not-read', where: 'lab.kdb', why: 'key databases cannot be read yet' };
      yield { kind: 'store', store: OLD_STORE };
    }
    const kinds: string[] = [];
    for await (const event of auditEvents(sources(), { now: NOW }))
      kinds.push(event.kind === 'subject' ? event.subject.kind : event.kind);
    expect(kinds).toEqual(['not-read', 'certificate', 'certificate', 'ring', 'chain']);
  });

  it('shows what it does not know', async () => {
    const odd = makeLeaf({
      usage: null,
      extensions: [{ oid: '2.5.29.15', critical: true, value: Uint8Array.of(5, 0) }],
    });
    const report = await audit([file('odd-usage.pem', pem(odd.der, LAB_CA.der))]);
    expect(report.unknown).toMatchObject([{ rule: 'leaf-key-usage' }]);
    expect(report.answers.unknown).toBe(1);
    expect(textReport(report)).toContain(
      'Could not be judged: 1\n  leaf-key-usage: CN=host.example.com.O=Example.C=US',
    );
  });
});

describe('hostile names', () => {
  const hostile = [
    '\u001b[2J\u001b[31m',
    '\u202egnp.exe',
    'a\nVerdict: ready',
    '\u0007bell',
    '\u2066iso\u2069',
    '\u{e0041}tag',
  ];
  it.each(hostile)('case %#: no control or direction character reaches the screen', async (text) => {
    const bad = make({ subject: buildName([{ type: 'CN', value: `x${text}` }]), key: fixtureKey('rsa-1024-a.pem') });
    const label = `L${text}'; DELETE`;
    const store = fakeStore([entry(TCPCS, label, bad.der)], [ring('TCPCS', 'R', [connection(TCPCS, label)])]);
    const report = await audit([
      { kind: 'store', store },
      file('hostile.pem', pem(bad.der)),
      { kind: 'file', path: `/no${text}` },
    ]);
    const shown = textReport(report);
    expect(shown).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u,
    );
    expect(shown.split('\n').filter((line) => line.startsWith('Verdict:'))).toHaveLength(1);
    const commands = report.findings.flatMap(({ mend }) => mend).filter(({ kind }) => kind !== 'by-hand');
    for (const command of commands) expect(command.text).not.toContain(text);
  });
});
