/** The commands of an audit, run on the store they came from, leave nothing to find. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runAudit, type Source } from '../../src/audit/run.ts';

import type { AuditReport } from '../../src/findings/report.ts';
import { readText } from '../../src/jobs/text.ts';
import { writePkcs12 } from '../../src/pem/pkcs12-writer.ts';
import type { SessionOptions } from '../../src/session/tso-session.ts';
import { fixtureKey } from '../fixtures/keys.ts';
import { NOW, runOne, testSession } from '../session/test-session.ts';
import { temporaryFolder } from '../peers.ts';
import { make } from './certificates.ts';

const folder = temporaryFolder();

async function type(session: SessionOptions, ...commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    const { returnCode, lines } = await runOne(command, session);
    expect(returnCode, `${command}\n${lines.join('\n')}`).toBeLessThanOrEqual(4);
  }
}

const CA =
  "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Lab CA')O('Example')C('US')) WITHLABEL('Lab CA') NISTECC SIZE(256) KEYUSAGE(CERTSIGN) NOTAFTER(DATE(2040-01-01))";
const SERVER = (label: string, more: string) =>
  `RACDCERT ID(TCPCS) GENCERT SUBJECTSDN(CN('${label.replaceAll("'", "''")}')O('Example')C('US')) WITHLABEL('${label.replaceAll("'", "''")}') NISTECC SIZE(256) SIGNWITH(CERTAUTH LABEL('Lab CA')) ALTNAME(DOMAIN('host.example.com')) ${more}`;
const PAST = 'NOTBEFORE(DATE(2010-01-01)) NOTAFTER(DATE(2020-12-31))';
const RING = (label: string, ca = 'Lab CA') => [
  'RACDCERT ID(TCPCS) ADDRING(TLSRING)',
  `RACDCERT ID(TCPCS) CONNECT(ID(TCPCS) LABEL('${label}') RING(TLSRING) DEFAULT)`,
  `RACDCERT ID(TCPCS) CONNECT(CERTAUTH LABEL('${ca}') RING(TLSRING))`,
];

it.each([
  [
    'an expired certificate',
    [SERVER("O'Brien's server", 'KEYUSAGE(HANDSHAKE) NOTBEFORE(DATE(2010-01-01)) NOTAFTER(DATE(2020-12-31))')],
    ['expired'],
  ],
  [
    'a key usage without signatures',
    [SERVER('DATA', 'KEYUSAGE(DATAENCRYPT)').replace('NISTECC SIZE(256)', 'RSA SIZE(2048)')],
    ['leaf-key-usage'],
  ],
  [
    'a ring without its CA and without a default',
    [
      SERVER('TCPSERV', 'KEYUSAGE(HANDSHAKE)'),
      'RACDCERT ID(TCPCS) ADDRING(TLSRING)',
      "RACDCERT ID(TCPCS) CONNECT(ID(TCPCS) LABEL('TCPSERV') RING(TLSRING))",
    ],
    ['ring-no-default', 'ring-no-ca', 'chain-incomplete'],
  ],
  [
    'everything wrong with one certificate but its key',
    [
      `RACDCERT ID(TCPCS) GENCERT SUBJECTSDN(CN('ds')O('Example')C('US')) WITHLABEL('ds') RSA SIZE(2048) KEYUSAGE(DATAENCRYPT) ${PAST}`,
      ...RING('ds'),
    ],
    ['ring-expired', 'expired', 'leaf-key-usage', 'self-signed-leaf', 'san-missing'],
  ],
  [
    'an expired CA, listed after the expired certificate that it signed',
    [
      CA.replaceAll('Lab CA', 'Past CA').replace('NOTAFTER(DATE(2040-01-01))', PAST),
      SERVER('TCPSERV', `KEYUSAGE(HANDSHAKE) ${PAST}`).replace("LABEL('Lab CA')", "LABEL('Past CA')"),
      ...RING('TCPSERV', 'Past CA'),
    ],
    ['ring-expired', 'expired', 'expired'],
  ],
  [
    'no default among an old certificate and a new one',
    [
      SERVER('NEW', 'KEYUSAGE(HANDSHAKE)'),
      SERVER('PAST', `KEYUSAGE(HANDSHAKE) ${PAST}`),
      ...RING('PAST').map((text) => text.replace(' DEFAULT', '')),
      "RACDCERT ID(TCPCS) CONNECT(ID(TCPCS) LABEL('NEW') RING(TLSRING))",
    ],
    ['ring-no-default', 'ring-notrust', 'ring-expired', 'expired'],
  ],
  [
    'a CA that is NOTRUST',
    [
      SERVER('TCPSERV', 'KEYUSAGE(HANDSHAKE)'),
      'RACDCERT ID(TCPCS) ADDRING(TLSRING)',
      "RACDCERT ID(TCPCS) CONNECT(ID(TCPCS) LABEL('TCPSERV') RING(TLSRING) DEFAULT)",
      "RACDCERT ID(TCPCS) CONNECT(CERTAUTH LABEL('Lab CA') RING(TLSRING))",
      "RACDCERT CERTAUTH ALTER(LABEL('Lab CA')) NOTRUST",
    ],
    ['ring-notrust', 'chain-incomplete'],
  ],
] as const)('%s', async (name, commands, expected) => {
  const session = await testSession(join(folder, name.replaceAll(' ', '-')));
  await type(session, CA, ...commands);
  const before = await runAudit([{ kind: 'store', store: session.store }], { now: NOW });
  expect(before.findings.map(({ rule }) => rule)).toEqual(expected);
  const steps = before.findings.flatMap(({ mend }) => mend).filter(({ kind }) => kind === 'tso');
  await type(session, ...steps.map(({ text }) => text.replace('YOUR CA', 'Lab CA')));
  const after = await runAudit([{ kind: 'store', store: session.store }], { now: NOW });
  expect(after.findings).toEqual([]);
  expect(after.notRead).toEqual([]);
});

const RING_SOURCE = (session: SessionOptions): Source => ({
  kind: 'ring',
  store: session.store,
  owner: 'TCPCS',
  name: 'TLSRING',
});

/** Types the commands in their order, and does by hand what is left at the end: the old CA leaves the ring. */
async function mend(session: SessionOptions, oldCa: string): Promise<AuditReport> {
  const before = await runAudit([RING_SOURCE(session)], { now: NOW });
  const steps = before.findings.flatMap(({ mend }) => mend);
  await type(session, ...steps.filter(({ kind }) => kind === 'tso').map(({ text }) => text));
  const byHand = steps.filter(
    ({ kind, text }) => kind === 'by-hand' && text.includes('then remove that from the rings'),
  );
  expect(byHand).toHaveLength(1);
  await type(session, `RACDCERT ID(TCPCS) REMOVE(CERTAUTH LABEL('${oldCa}') RING(TLSRING))`);
  return await runAudit([RING_SOURCE(session)], { now: NOW });
}

it('new keys for a CA and its leaf with everything else wrong, typed as printed', async () => {
  const session = await testSession(join(folder, 'new-keys'));
  await type(
    session,
    CA.replace('NISTECC SIZE(256)', 'RSA SIZE(1024)').replace('NOTAFTER(DATE(2040-01-01))', PAST),
    `RACDCERT ID(TCPCS) GENCERT SUBJECTSDN(CN('ds')O('Example')C('US')) WITHLABEL('ds') RSA SIZE(1024) SIGNWITH(CERTAUTH LABEL('Lab CA')) KEYUSAGE(DATAENCRYPT) ${PAST}`,
    ...RING('ds'),
  );
  const before = await runAudit([RING_SOURCE(session)], { now: NOW });
  const leaf = before.findings.filter(({ subject }) => subject.what === 'ID(TCPCS) ds').map(({ rule }) => rule);
  expect(leaf).toEqual(['rsa-too-small', 'signature-digest', 'expired', 'leaf-key-usage', 'san-missing']);
  const after = await mend(session, 'Lab CA');
  expect(after.findings).toEqual([]);
  expect(after.examined).toEqual({ certificate: 2, chain: 1, ring: 1, package: 0 });
  const ring = await session.store.view().ring('TCPCS', 'TLSRING');
  expect(ring?.connections).toEqual([
    { owner: { kind: 'user', id: 'TCPCS' }, label: 'ds NEW', usage: 'PERSONAL', default: true },
    { owner: { kind: 'certauth' }, label: 'Lab CA NEW', usage: 'CERTAUTH', default: false },
  ]);
});

it('the ring of 2010 as the example makes it, typed as printed', async () => {
  const session = await testSession(join(folder, 'example'));
  const text = readFileSync(join(import.meta.dirname, '../../examples/abctls-1024.tso'), 'utf8');
  const { commands } = readText(text, 'abctls-1024.tso');
  await type({ ...session, now: () => new Date('2010-03-01T00:00:00Z') }, ...commands.map((each) => each.text));
  const after = await mend(session, 'ABCTLS CA');
  expect(after.findings).toEqual([]);
  expect(after.examined).toEqual({ certificate: 2, chain: 1, ring: 1, package: 0 });
});

it('an EC certificate that asks for encipherment, which no request may repeat', async () => {
  const session = await testSession(join(folder, 'encipherment'));
  const made = make({ usage: ['digitalSignature', 'keyEncipherment'], to: '2026-02-01T00:00:00Z', serial: 7n });
  const dsa = make({ usage: ['keyEncipherment'], key: fixtureKey('dsa-2048-a.pem'), cn: 'dsa' });
  await type(session, CA);
  const password = 'open sesame';
  for (const [label, { der, key }] of Object.entries({ ec: made, dsa })) {
    const options = { certificates: [der], pkcs8: key.pkcs8, password, friendlyName: label, profile: 'zos' } as const;
    const bytes = await writePkcs12({ ...options, random: (length) => new Uint8Array(length).fill(7) });
    await session.dataSets.write({ name: 'IBMUSER.P12', bytes, secret: true });
    await type(session, `RACDCERT ID(TCPCS) ADD(P12) PASSWORD('${password}') WITHLABEL('${label}') TRUST`);
  }
  const source = { kind: 'store', store: session.store } as const;
  const { findings } = await runAudit([source], { now: NOW, only: ['expired', 'dsa-key'] });
  expect(findings.map(({ rule }) => rule).toSorted()).toEqual(['dsa-key', 'expired']);
  const steps = findings.flatMap(({ mend }) => mend).filter(({ kind }) => kind === 'tso');
  await type(session, ...steps.map(({ text }) => text));
  // The old DSA certificate is still there, without its key and in no ring.
  await type(session, "RACDCERT ID(TCPCS) DELETE(LABEL('dsa'))");
  expect((await runAudit([source], { now: NOW, only: ['expired', 'dsa-key'] })).findings).toEqual([]);
});
