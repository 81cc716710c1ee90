/**
 * Mends typed from the top of a report to its bottom, whatever is wrong together: no label before it is made, no
 * key after its ROLLOVER, one new certificate for each old one.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAudit } from '../../src/audit/run.ts';
import type { AuditReport } from '../../src/findings/report.ts';
import { fixtureKey } from '../fixtures/keys.ts';
import { make, makeCa, NOW } from './certificates.ts';
import { CERTAUTH, connection, entry, fakeStore, ring, user } from './fake-store.ts';

const TCPCS = user('TCPCS');
const DAY = { old: { from: '2020-01-01T00:00:00Z', to: '2021-01-01T00:00:00Z' }, good: {} };
const KEYS = {
  p256: fixtureKey('p256-b.pem'),
  dsa: fixtureKey('dsa-2048-a.pem'),
  rsa1024: fixtureKey('rsa-1024-a.pem'),
};
const CAS = {
  good: makeCa({ to: '2040-01-01T00:00:00Z' }),
  weak: makeCa({ to: '2040-01-01T00:00:00Z', key: fixtureKey('rsa-1024-b.pem') }),
  expired: makeCa(DAY.old),
  weakExpired: makeCa({ ...DAY.old, key: fixtureKey('rsa-1024-b.pem') }),
};

interface Case {
  readonly key: keyof typeof KEYS;
  readonly ca: keyof typeof CAS;
  readonly expired: boolean;
  readonly selfSigned: boolean;
  readonly noHost: boolean;
  readonly wrongUsage: boolean;
  readonly scope: 'store' | 'ring' | 'ring without CA';
  readonly isDefault: boolean;
}

const CASES: fc.Arbitrary<Case> = fc.record({
  key: fc.constantFrom('p256', 'dsa', 'rsa1024'),
  ca: fc.constantFrom('good', 'weak', 'expired', 'weakExpired'),
  expired: fc.boolean(),
  selfSigned: fc.boolean(),
  noHost: fc.boolean(),
  wrongUsage: fc.boolean(),
  scope: fc.constantFrom('store', 'ring', 'ring without CA'),
  isDefault: fc.boolean(),
});

function audited(one: Case, only?: readonly string[]): Promise<AuditReport> {
  const ca = CAS[one.ca];
  const leaf = make({
    key: KEYS[one.key],
    serial: 7n,
    ...(one.selfSigned ? {} : { issuer: ca }),
    ...(one.expired ? DAY.old : {}),
    ...(one.noHost ? { host: null } : {}),
    ...(one.wrongUsage ? { usage: ['keyEncipherment'] as const } : {}),
  });
  // The leaf first, where its issuer would otherwise come too late.
  const links = [
    connection(TCPCS, 'ds', 'PERSONAL', one.isDefault),
    ...(one.scope === 'ring without CA' ? [] : [connection(CERTAUTH, 'Old CA')]),
  ];
  const store = fakeStore(
    [entry(TCPCS, 'ds', leaf.der), entry(CERTAUTH, 'Old CA', ca.der)],
    [ring('TCPCS', 'TLSRING', links)],
  );
  return runAudit(
    [one.scope === 'store' ? { kind: 'store', store } : { kind: 'ring', store, owner: 'TCPCS', name: 'TLSRING' }],
    {
      now: NOW,
      only,
    },
  );
}

/** What RACF would know while the steps are typed; throws at the step that it would refuse. */
function typed(report: AuditReport, { scope }: Case): { readonly gencerts: ReadonlyMap<string, number> } {
  const keys = new Set(['ds', 'Old CA']);
  const made = new Set(keys);
  const certified = new Set<string>();
  const gencerts = new Map<string, number>();
  let requested: string | null = null;
  const withKey = (label: string, text: string) => expect(keys.has(label), `key of ${label}: ${text}`).toBe(true);
  for (const { kind, text } of report.findings.flatMap(({ mend }) => mend)) {
    const label = (word: string) => new RegExp(`${word}\\([^']*'([^']*)'`).exec(text)?.[1] ?? `none in ${text}`;
    if (kind === 'by-hand') {
      const awaited = /needs its new key under the label (.*?):/.exec(text)?.[1];
      // Only where the issuer is no part of the report may somebody else have to make it.
      if (awaited !== undefined && scope === 'ring without CA') keys.add(awaited);
      if (text.includes('YOUR CA')) keys.add('YOUR CA');
      continue;
    }
    switch (/^RACDCERT \S+ ([A-Z]+)/.exec(text)?.[1]) {
      case 'REKEY':
        withKey(label('REKEY'), text);
        expect(made, text).not.toContain(label('WITHLABEL'));
        made.add(label('WITHLABEL'));
        keys.add(label('WITHLABEL'));
        break;
      case 'GENREQ':
        requested = label('GENREQ');
        withKey(requested, text);
        break;
      case 'GENCERT': {
        withKey(label('SIGNWITH'), text);
        expect(requested, text).not.toBeNull();
        const old = (requested ?? '').replace(/ NEW$/, '');
        gencerts.set(old, (gencerts.get(old) ?? 0) + 1);
        certified.add(requested ?? '');
        requested = null;
        break;
      }
      case 'ROLLOVER':
        withKey(label('ROLLOVER'), text);
        withKey(label('NEWLABEL'), text);
        if (label('ROLLOVER') === 'ds') expect([...certified], text).toContain(label('NEWLABEL'));
        keys.delete(label('ROLLOVER'));
        break;
      case 'CONNECT':
        withKey(label('CONNECT'), text);
        break;
      default:
        throw new Error(`not expected: ${text}`);
    }
  }
  return { gencerts };
}

describe('mends typed from top to bottom', () => {
  it('hold together, whatever is wrong with one certificate and its CA', () =>
    fc.assert(
      fc.asyncProperty(CASES, async (one) => {
        const { gencerts } = typed(await audited(one), one);
        expect([...gencerts.values()].every((count) => count === 1)).toBe(true);
        // A CA of 1024 bits has signed with SHA-1.
        const badSigner = one.ca.startsWith('weak') || one.selfSigned;
        expect(gencerts.has('ds')).toBe(badSigner || one.expired || one.noHost || one.wrongUsage || one.key !== 'p256');
      }),
      { numRuns: 300 },
    ));

  it.each(['dsa-key', 'self-signed-leaf', 'san-missing', 'expired', 'leaf-key-usage'])(
    '%s alone never certifies a key that cannot stay',
    async (rule) => {
      const all = { ca: 'good', expired: true, selfSigned: true, noHost: true, wrongUsage: true } as const;
      const report = await audited({ ...all, key: 'dsa', scope: 'ring', isDefault: true }, [rule]);
      const commands = report.findings.flatMap(({ mend }) => mend).map(({ text }) => text);
      expect(commands.filter((text) => text.includes("GENREQ(LABEL('ds'))"))).toEqual([]);
      expect(commands.some((text) => text.includes("REKEY(LABEL('ds'))"))).toBe(true);
    },
  );
});

it('four findings make one certificate, and three of them name the fourth', async () => {
  const one = { key: 'p256', ca: 'good', scope: 'ring', isDefault: true } as const;
  const report = await audited({ ...one, expired: true, selfSigned: true, noHost: true, wrongUsage: true });
  expect(report.findings.map(({ rule, mend }) => [rule, ...mend.map(({ text }) => text)])).toEqual([
    ['ring-expired', 'renew, do not remove: ID(TCPCS) ds'],
    [
      'expired',
      expect.stringContaining('in the place of YOUR CA'),
      'in the next commands, put the host name of the server in the place of host.example.com',
      "RACDCERT ID(TCPCS) GENREQ(LABEL('ds')) DSN(NEWCERT.REQ)",
      "RACDCERT ID(TCPCS) GENCERT(NEWCERT.REQ) SIGNWITH(CERTAUTH LABEL('YOUR CA')) KEYUSAGE(HANDSHAKE) ALTNAME(DOMAIN('host.example.com')) NOTAFTER(DATE(2027-11-20))",
    ],
    ['leaf-key-usage', 'mended by the same commands as expired'],
    ['self-signed-leaf', 'mended by the same commands as expired'],
    ['san-missing', 'mended by the same commands as expired'],
  ]);
});

it('names the issuer that is to be renewed first where the report is not about it', async () => {
  const one = { key: 'p256', expired: true, selfSigned: false, noHost: false, wrongUsage: false } as const;
  const first = async (ca: Case['ca']) => {
    const report = await audited({ ...one, ca, scope: 'ring without CA', isDefault: true });
    return report.findings.filter(({ subject }) => subject.kind === 'certificate')[0]?.mend[0];
  };
  expect(await first('weak')).toEqual({
    kind: 'by-hand',
    text: "first its issuer, CERTAUTH Old CA, needs its new key under the label Old CA NEW: by its own mend, above or in ringtool audit '*AUTH*/*'",
  });
  expect((await first('expired'))?.text).toContain('first renew its issuer, CERTAUTH Old CA, which has expired');
  expect((await first('good'))?.kind).toBe('tso');
});

it('an issuer comes before what it signed, two levels down', async () => {
  const root = makeCa({ key: fixtureKey('rsa-1024-b.pem') });
  const middle = makeCa({ cn: 'Middle CA', key: KEYS.rsa1024, issuer: root, serial: 2n });
  const leaf = make({ key: KEYS.dsa, issuer: middle, serial: 3n });
  const store = fakeStore([
    entry(TCPCS, 'A', leaf.der),
    entry(CERTAUTH, 'M', middle.der),
    entry(CERTAUTH, 'R', root.der),
  ]);
  const report = await runAudit([{ kind: 'store', store }], { now: NOW });
  expect([
    ...new Set(
      report.findings.filter(({ subject }) => subject.kind === 'certificate').map(({ subject }) => subject.what),
    ),
  ]).toEqual(['CERTAUTH R', 'CERTAUTH M', 'ID(TCPCS) A']);
});

it('labels for new keys are free in the store, and differ', async () => {
  const weak = make({ key: KEYS.dsa });
  const long = 'X'.repeat(30);
  const labels = ['ds', 'ds NEW', 'ds NEW2', `${long}A`, `${long}B`];
  const store = fakeStore(labels.map((label) => entry(TCPCS, label, weak.der)));
  const report = await runAudit([{ kind: 'store', store }], { now: NOW, only: ['dsa-key'] });
  const made = report.findings.map(({ mend }) => /WITHLABEL\('(.*?)'\)/.exec(mend[0]?.text ?? '')?.[1] ?? '');
  expect(made).toEqual(['ds NEW3', 'ds NEW NEW', 'ds NEW2 NEW', `${'X'.repeat(28)} NEW`, `${'X'.repeat(27)} NEW2`]);
});

it('a leaf waits for the very label that its CA gets', async () => {
  const leaf = make({ key: KEYS.dsa, issuer: CAS.weak });
  const store = fakeStore([
    entry(TCPCS, 'ds', leaf.der),
    entry(CERTAUTH, 'Old CA', CAS.weak.der),
    entry(CERTAUTH, 'Old CA NEW', makeCa({ cn: 'Another' }).der),
  ]);
  const report = await runAudit([{ kind: 'store', store }], { now: NOW });
  const texts = report.findings.flatMap(({ mend }) => mend).map(({ text }) => text);
  expect(texts.filter((text) => text.includes("WITHLABEL('Old CA NEW2')"))).toHaveLength(1);
  expect(texts.filter((text) => text.includes("SIGNWITH(CERTAUTH LABEL('Old CA NEW2'))"))).toHaveLength(1);
});

it('two CAs that signed each other do not stop the order', async () => {
  const a = makeCa({ cn: 'A', key: KEYS.rsa1024, issuer: makeCa({ cn: 'B', key: KEYS.p256 }) });
  const b = makeCa({ cn: 'B', key: KEYS.p256, issuer: a, ...DAY.old });
  const store = fakeStore([entry(CERTAUTH, 'A', a.der), entry(CERTAUTH, 'B', b.der)]);
  expect((await runAudit([{ kind: 'store', store }], { now: NOW })).findings.length).toBeGreaterThan(1);
});
