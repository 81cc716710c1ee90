/** Every ring rule: passes, fails, does not apply. */
import { describe, expect, it } from 'vitest';
import type { CertificateEntry, Connection } from '../../../src/core/entities.ts';
import { RING_RULES } from '../../../src/audit/rules/index.ts';
import type { RingMember, RingSubject } from '../../../src/audit/subject.ts';
import { judge } from '../../../src/findings/judge.ts';
import { fixtureKey } from '../../fixtures/keys.ts';
import { CONTEXT, LAB_CA, type Made, makeLeaf } from '../certificates.ts';
import { CERTAUTH, connection, entry, user } from '../fake-store.ts';

const TCPCS = user('TCPCS');
const LEAF = makeLeaf();
const OLD = makeLeaf({ to: '2026-02-01T00:00:00Z' });

function member(made: Made, link: Connection, more: Parameters<typeof entry>[3] = {}): RingMember {
  const found: CertificateEntry = entry(link.owner, link.label, made.der, more);
  return { connection: link, entry: found, certificate: made.certificate };
}

function ring(members: readonly RingMember[], virtual = false): RingSubject {
  return {
    kind: 'ring',
    what: 'ring TCPCS/TLSRING',
    where: 'store /lab',
    owner: 'TCPCS',
    name: virtual ? '*' : 'TLSRING',
    virtual,
    members,
  };
}

const CA = member(LAB_CA, connection(CERTAUTH, 'Lab CA'));
const SERVER = member(LEAF, connection(TCPCS, 'TCPSERV', 'PERSONAL', true));
const PLAIN = member(LEAF, connection(TCPCS, "O'Brien", 'PERSONAL', false));
const KEYLESS = member(LEAF, connection(TCPCS, 'KEYLESS', 'PERSONAL', true), { key: false });
const GONE: RingMember = { connection: connection(TCPCS, 'GONE', 'PERSONAL', true), entry: null, certificate: null };

function run(id: string, subject: RingSubject) {
  const rule = RING_RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return judge(rule, subject, CONTEXT);
}

function failure(id: string, subject: RingSubject) {
  const judgement = run(id, subject);
  if (judgement.kind !== 'finding') throw new Error(`${id} answered ${judgement.kind}`);
  return judgement.finding;
}

const kindOf = (id: string, members: readonly RingMember[], virtual = false) => run(id, ring(members, virtual)).kind;
const mendOf = (id: string, members: readonly RingMember[]) => failure(id, ring(members)).mend.map(({ text }) => text);

it('a good ring passes everything that applies', () => {
  const kinds = RING_RULES.map((rule) => judge(rule, ring([CA, SERVER]), CONTEXT).kind);
  expect(new Set(kinds)).toEqual(new Set(['pass']));
});

describe('ring-empty', () => {
  it('passes a ring with something in it', () => expect(kindOf('ring-empty', [CA])).toBe('pass'));
  it('fails an empty one', () => expect(failure('ring-empty', ring([])).zos?.code).toBe(7));
  it('says of a virtual ring that its owner has none', () =>
    expect(failure('ring-empty', ring([], true)).detail).toBe('the owner has no certificates'));
  it.each(['ring-notrust', 'ring-expired', 'ring-no-ca', 'ring-no-default', 'ring-dangling'])(
    'leaves nothing to %s',
    (id) => expect(kindOf(id, [])).toBe('does-not-apply'),
  );
});

describe('ring-no-default', () => {
  it('passes with a default', () => expect(kindOf('ring-no-default', [CA, SERVER])).toBe('pass'));
  it('warns without, and makes the one with a key the default', () => {
    expect(failure('ring-no-default', ring([CA, PLAIN]))).toMatchObject({
      severity: 'warning',
      zos: { confidence: 'assumed' },
    });
    expect(mendOf('ring-no-default', [CA, PLAIN])).toEqual([
      "RACDCERT ID(TCPCS) CONNECT(ID(TCPCS) LABEL('O''Brien') RING(TLSRING) USAGE(PERSONAL) DEFAULT)",
    ]);
  });
  it('prefers what is in its time, trusted, with a good key, and the newest of those', () => {
    const names = (label: string) => connection(TCPCS, label, 'PERSONAL', false);
    const candidates = [
      member(OLD, names('OLD')),
      member(makeLeaf({ from: '2026-12-01T00:00:00Z', to: '2040-01-01T00:00:00Z' }), names('TO COME')),
      member(makeLeaf({ from: '2026-11-01T00:00:00Z' }), names('KEYLESS'), { key: false }),
      member(makeLeaf({ from: '2026-11-02T00:00:00Z' }), names('NOTRUST'), { status: 'NOTRUST' }),
      member(makeLeaf({ from: '2026-11-03T00:00:00Z', key: fixtureKey('rsa-1024-a.pem') }), names('WEAK')),
      member(makeLeaf({ from: '2026-01-01T00:00:00Z' }), names('GOOD')),
      member(makeLeaf({ from: '2026-06-01T00:00:00Z' }), names('NEWEST')),
      member(makeLeaf({ from: '2026-05-01T00:00:00Z' }), names('NEWER')),
    ];
    const chosen = (members: readonly RingMember[]) =>
      /LABEL\('([^']*)'/.exec(mendOf('ring-no-default', members)[0] ?? '')?.[1];
    expect(chosen(candidates)).toBe('NEWEST');
    expect(chosen(candidates.toReversed())).toBe('NEWEST');
    // Taken away one by one, the best that is left.
    expect(chosen(candidates.slice(0, 5))).toBe('WEAK');
    expect(chosen(candidates.slice(0, 4))).toBe('NOTRUST');
    expect(chosen(candidates.slice(0, 3))).toBe('TO COME');
  });
  it('does not apply to a ring of CAs', () => expect(kindOf('ring-no-default', [CA])).toBe('does-not-apply'));
  it('does not apply to a virtual ring', () => expect(kindOf('ring-no-default', [PLAIN], true)).toBe('does-not-apply'));
});

describe('ring-default-key', () => {
  it('passes a default with its key', () => expect(kindOf('ring-default-key', [SERVER])).toBe('pass'));
  it('passes a key in the PKDS', () => {
    const found = { ...entry(TCPCS, 'TCPSERV', LEAF.der, { key: false }), pkdsLabel: 'LAB.KEY' };
    expect(kindOf('ring-default-key', [{ ...SERVER, entry: found }])).toBe('pass');
  });
  it('fails one without, with 428', () => {
    expect(failure('ring-default-key', ring([KEYLESS])).zos).toMatchObject({ code: 428, confidence: 'documented' });
    expect(mendOf('ring-default-key', [KEYLESS, PLAIN])[0]).toContain("LABEL('O''Brien')");
  });
  it('is not sure when it is connected as CERTAUTH', () => {
    const promoted = { ...SERVER, connection: connection(TCPCS, 'TCPSERV', 'CERTAUTH', true) };
    expect(failure('ring-default-key', ring([promoted])).zos?.confidence).toBe('assumed');
  });
  it('does not know when the certificate is gone', () => expect(kindOf('ring-default-key', [GONE])).toBe('unknown'));
  it('does not apply without a default', () => expect(kindOf('ring-default-key', [PLAIN])).toBe('does-not-apply'));
});

describe('ring-notrust', () => {
  const hidden = member(LAB_CA, connection(CERTAUTH, 'Hidden CA'), { status: 'NOTRUST' });
  it('passes TRUST and HIGHTRUST', () =>
    expect(kindOf('ring-notrust', [member(LAB_CA, connection(CERTAUTH, 'Lab CA'), { status: 'HIGHTRUST' })])).toBe(
      'pass',
    ));
  it('fails NOTRUST and trusts it', () => {
    expect(failure('ring-notrust', ring([SERVER, hidden]))).toMatchObject({
      detail: 'NOTRUST, and so invisible to handshakes: CERTAUTH Hidden CA',
      zos: { code: 6, also: [7, 8, 435] },
    });
    expect(mendOf('ring-notrust', [hidden])).toEqual(["RACDCERT CERTAUTH ALTER(LABEL('Hidden CA')) TRUST"]);
  });
  it('names eight of many', () =>
    expect(failure('ring-notrust', ring(Array.from({ length: 10 }, () => hidden))).detail).toContain('and 2 more'));
});

describe('ring-expired', () => {
  const old = member(OLD, connection(TCPCS, 'OLD'));
  it('passes what is in date', () => expect(kindOf('ring-expired', [SERVER])).toBe('pass'));
  it('warns of what is not, and takes out what is not our own', () => {
    expect(failure('ring-expired', ring([SERVER, old])).severity).toBe('warning');
    const foreign = member(OLD, connection(TCPCS, 'OLD'), { key: false });
    expect(mendOf('ring-expired', [foreign, old])).toEqual([
      'renew, do not remove: ID(TCPCS) OLD',
      "RACDCERT ID(TCPCS) REMOVE(ID(TCPCS) LABEL('OLD') RING(TLSRING))",
    ]);
  });
  it('does not apply to a virtual ring, which nothing can be taken out of', () =>
    expect(kindOf('ring-expired', [old], true)).toBe('does-not-apply'));
});

describe('ring-no-ca', () => {
  it('passes with a CA', () => expect(kindOf('ring-no-ca', [CA, SERVER])).toBe('pass'));
  it('fails without', () => expect(failure('ring-no-ca', ring([SERVER])).zos?.code).toBe(109));
  it('does not apply to a virtual ring', () => expect(kindOf('ring-no-ca', [SERVER], true)).toBe('does-not-apply'));
});

describe('ring-dangling', () => {
  it('passes sound connections', () => expect(kindOf('ring-dangling', [CA, SERVER])).toBe('pass'));
  it('fails one that leads nowhere', () =>
    expect(failure('ring-dangling', ring([GONE])).detail).toBe('no readable certificate behind: ID(TCPCS) GONE'));
  it('makes a command for the hand when the label cannot be typed', () => {
    const hostile = { ...GONE, connection: connection(TCPCS, 'A\u001b[2JB') };
    expect(failure('ring-dangling', ring([hostile])).mend).toEqual([
      { kind: 'by-hand', text: expect.stringContaining('SERIALNUMBER') },
    ]);
  });
});
