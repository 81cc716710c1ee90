/** The commands of an audit, run on the store they came from, leave nothing to find. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runAudit } from '../../src/audit/run.ts';
import type { SessionOptions } from '../../src/session/tso-session.ts';
import { NOW, runOne, testSession } from '../session/test-session.ts';
import { temporaryFolder } from '../peers.ts';

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

/** REKEY and ROLLOVER, which ringtool lacks, done with what it has; labels are common names here. */
function standIn(text: string): readonly string[] {
  const rekey = /^RACDCERT (\S+) REKEY\(LABEL\('(.*?)'\)\) (.*) WITHLABEL\('(.*?)'\)$/.exec(text);
  if (rekey !== null) {
    const [, owner, label, words, successor] = rekey;
    // A second self-signed one of the same name has the same serial number: IRRD109I, and why this is REKEY's work.
    const subject = `SUBJECTSDN(CN('${owner === 'CERTAUTH' ? successor : label}')O('Example')C('US'))`;
    return [`RACDCERT ${owner} GENCERT ${subject} WITHLABEL('${successor}') ${words}`];
  }
  const rollover = /^RACDCERT (\S+) ROLLOVER\(LABEL\('(.*?)'\)\) NEWLABEL\('(.*?)'\)$/.exec(text);
  if (rollover === null) return [text];
  const [, owner, label, successor] = rollover;
  const connect = `RACDCERT ID(TCPCS) CONNECT(${owner} LABEL('${successor}') RING(TLSRING)`;
  // The old private key is gone with the old certificate: nothing later can use it.
  return owner === 'CERTAUTH'
    ? [`${connect})`, `RACDCERT ${owner} DELETE(LABEL('${label}'))`]
    : [`RACDCERT ${owner} DELETE(LABEL('${label}')) FORCE`, `${connect} DEFAULT)`];
}

it('new keys for a CA and its leaf with everything else wrong, typed as printed', async () => {
  const session = await testSession(join(folder, 'new-keys'));
  await type(
    session,
    CA.replace('NISTECC SIZE(256)', 'RSA SIZE(1024)').replace('NOTAFTER(DATE(2040-01-01))', PAST),
    `RACDCERT ID(TCPCS) GENCERT SUBJECTSDN(CN('ds')O('Example')C('US')) WITHLABEL('ds') RSA SIZE(1024) SIGNWITH(CERTAUTH LABEL('Lab CA')) KEYUSAGE(DATAENCRYPT) ${PAST}`,
    ...RING('ds'),
  );
  const source = { kind: 'ring', store: session.store, owner: 'TCPCS', name: 'TLSRING' } as const;
  const before = await runAudit([source], { now: NOW });
  const leaf = before.findings.filter(({ subject }) => subject.what === 'ID(TCPCS) ds').map(({ rule }) => rule);
  expect(leaf).toEqual(['rsa-too-small', 'signature-digest', 'expired', 'leaf-key-usage', 'san-missing']);
  const steps = before.findings.flatMap(({ mend }) => mend).filter(({ kind }) => kind === 'tso');
  await type(session, ...steps.flatMap(({ text }) => standIn(text)));
  const after = await runAudit([source], { now: NOW });
  expect(after.findings).toEqual([]);
  expect(after.examined).toEqual({ certificate: 2, chain: 1, ring: 1, package: 0 });
});
