/** Every chain rule: passes, fails, does not apply. */
import { describe, expect, it } from 'vitest';
import { CHAIN_RULES } from '../../../src/audit/rules/index.ts';
import type { ChainSubject } from '../../../src/audit/subject.ts';
import { judge } from '../../../src/findings/judge.ts';
import { CONTEXT, KEYS, LAB_CA, makeCa, makeLeaf, make, STORE_ORIGIN } from '../certificates.ts';

const LEAF = makeLeaf();
const MIDDLE = makeCa({ cn: 'Lab Middle', key: KEYS.other, issuer: LAB_CA });
const BELOW = make({ issuer: MIDDLE });

function chain(more: Partial<ChainSubject> = {}): ChainSubject {
  return {
    kind: 'chain',
    what: 'ID(TCPCS) TCPSERV',
    where: 'ring TCPCS/TLSRING',
    scope: { kind: 'ring', owner: 'TCPCS', name: 'TLSRING', virtual: false },
    certificates: [LEAF.certificate, LAB_CA.certificate],
    complete: true,
    signatures: ['valid'],
    wrongKey: false,
    origin: STORE_ORIGIN,
    elsewhere: null,
    ...more,
  };
}

const ALONE = { certificates: [LEAF.certificate], complete: false, signatures: [] } as const;
const CA_ADDRESS = { owner: { kind: 'certauth' }, label: "O'Brien CA", hasKey: true, trusted: true } as const;

function run(id: string, subject: ChainSubject) {
  const rule = CHAIN_RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return judge(rule, subject, CONTEXT);
}

function failure(id: string, subject: ChainSubject) {
  const judgement = run(id, subject);
  if (judgement.kind !== 'finding') throw new Error(`${id} answered ${judgement.kind}`);
  return judgement.finding;
}

describe('chain-incomplete', () => {
  it('passes a whole chain', () => expect(run('chain-incomplete', chain()).kind).toBe('pass'));
  it('fails with 435 when the issuer is nowhere', () => {
    const finding = failure('chain-incomplete', chain(ALONE));
    expect(finding).toMatchObject({ severity: 'error', zos: { code: 435, also: [8], confidence: 'documented' } });
    expect(finding.detail).toBe('its issuer (CN=Lab CA.O=Example.C=US) is not in ring TCPCS/TLSRING');
  });
  it('connects an issuer that the store has', () => {
    const finding = failure(
      'chain-incomplete',
      chain({ ...ALONE, elsewhere: { ...CA_ADDRESS, reason: 'not-connected' } }),
    );
    expect(finding.mend.map(({ text }) => text)).toEqual([
      "RACDCERT ID(TCPCS) CONNECT(CERTAUTH LABEL('O''Brien CA') RING(TLSRING) USAGE(CERTAUTH))",
    ]);
  });
  it('trusts and connects one that is neither', () => {
    const finding = failure(
      'chain-incomplete',
      chain({ ...ALONE, elsewhere: { ...CA_ADDRESS, trusted: false, reason: 'not-connected' } }),
    );
    expect(finding.mend.map(({ text }) => text.split('(')[0])).toEqual(['RACDCERT CERTAUTH ALTER', 'RACDCERT ID']);
  });
  it('only trusts one that is connected but NOTRUST', () => {
    const finding = failure(
      'chain-incomplete',
      chain({ ...ALONE, elsewhere: { ...CA_ADDRESS, trusted: false, reason: 'not-trusted' } }),
    );
    expect(finding.detail).toContain('NOTRUST');
    expect(finding.mend.map(({ text }) => text)).toEqual(["RACDCERT CERTAUTH ALTER(LABEL('O''Brien CA')) TRUST"]);
  });
  it('is not sure of the code when the issuer is connected PERSONAL', () =>
    expect(
      failure('chain-incomplete', chain({ ...ALONE, elsewhere: { ...CA_ADDRESS, reason: 'connected-personal' } })).zos
        ?.confidence,
    ).toBe('assumed'));
  it('warns when only the root is missing', () => {
    const subject = chain({ certificates: [BELOW.certificate, MIDDLE.certificate], complete: false });
    expect(failure('chain-incomplete', subject)).toMatchObject({ severity: 'warning', zos: { confidence: 'assumed' } });
  });
  it('warns without a code for files, which need not hold everything', () =>
    expect(failure('chain-incomplete', chain({ ...ALONE, scope: { kind: 'files' } }))).toMatchObject({
      severity: 'warning',
      zos: null,
    }));
  it('leaves a wrong key to its own rule', () =>
    expect(run('chain-incomplete', chain({ ...ALONE, wrongKey: true })).kind).toBe('does-not-apply'));
});

describe('chain-signature', () => {
  it('passes good signatures', () => expect(run('chain-signature', chain()).kind).toBe('pass'));
  it('fails a wrong one', () => {
    const finding = failure('chain-signature', chain({ signatures: ['invalid'] }));
    expect(finding).toMatchObject({
      detail: 'the signature of the certificate is wrong',
      zos: { code: 8, also: [414, 413], confidence: 'assumed' },
    });
  });
  it('fails when the issuer here has another key', () =>
    expect(failure('chain-signature', chain({ ...ALONE, wrongKey: true })).detail).toContain('another key'));
  it('does not know what it cannot check', () =>
    expect(run('chain-signature', chain({ signatures: ['unknown'] })).kind).toBe('unknown'));
  it('does not apply to a leaf alone', () => expect(run('chain-signature', chain(ALONE)).kind).toBe('does-not-apply'));
});

describe('path-length', () => {
  const under = (root: ReturnType<typeof makeCa>) =>
    chain({ certificates: [BELOW.certificate, MIDDLE.certificate, root.certificate], signatures: ['valid', 'valid'] });
  it('passes within the limit', () => expect(run('path-length', under(makeCa({ ca: 1 }))).kind).toBe('pass'));
  it('fails beyond it', () =>
    expect(failure('path-length', under(makeCa({ ca: 0 }))).detail).toBe(
      'certificate 3 of its chain allows 0 CAs below it, and has 1',
    ));
  it('does not count a self-issued CA', () => {
    const rolled = makeCa({ key: KEYS.other, issuer: LAB_CA });
    const subject = chain({
      certificates: [LEAF.certificate, rolled.certificate, makeCa({ ca: 0 }).certificate],
      signatures: ['valid', 'valid'],
    });
    expect(run('path-length', subject).kind).toBe('pass');
  });
  it('does not apply to a leaf alone', () => expect(run('path-length', chain(ALONE)).kind).toBe('does-not-apply'));
});
