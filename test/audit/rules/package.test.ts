/** Every package rule: passes, fails, does not apply. */
import { describe, expect, it } from 'vitest';
import { buildName } from '../../../src/x509/name.ts';
import { PACKAGE_RULES } from '../../../src/audit/rules/index.ts';
import type { PackageSubject } from '../../../src/audit/subject.ts';
import { judge } from '../../../src/findings/judge.ts';
import { CONTEXT, LAB_CA, make, makeLeaf } from '../certificates.ts';

function pack(more: Partial<PackageSubject> = {}): PackageSubject {
  return {
    kind: 'package',
    what: 'package server.p12',
    where: 'server.p12',
    path: 'server.p12',
    encryption: ['PBES2 AES-256-CBC, PBKDF2 HMAC-SHA256, 2048 iterations'],
    mac: 'HMAC-SHA256, 2048 iterations',
    emptyPassword: false,
    keys: 1,
    certificates: [{ friendlyName: 'SERVER', certificate: makeLeaf().certificate }],
    hasLeaf: true,
    ...more,
  };
}

function run(id: string, more: Partial<PackageSubject> = {}) {
  const rule = PACKAGE_RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return judge(rule, pack(more), CONTEXT);
}

const severityOf = (id: string, more: Partial<PackageSubject>) => {
  const judgement = run(id, more);
  return judgement.kind === 'finding' ? judgement.finding.severity : judgement.kind;
};

it('a good package passes everything', () =>
  expect(new Set(PACKAGE_RULES.map((rule) => judge(rule, pack(), CONTEXT).kind))).toEqual(new Set(['pass'])));

describe('package-encryption', () => {
  it('notes 3DES, which older z/OS needs', () =>
    expect(severityOf('package-encryption', { encryption: ['PBE-SHA1-3DES, 2048 iterations'] })).toBe('note'));
  it.each(['PBE-SHA1-RC2-40, 2048 iterations', 'PBES1 MD5 DES, 1 iterations', 'PBE-SHA1-RC4-128, 1 iterations'])(
    'warns of %s',
    (name) =>
      expect(severityOf('package-encryption', { encryption: ['PBE-SHA1-3DES, 2048 iterations', name] })).toBe(
        'warning',
      ),
  );
  it('warns of keys in the clear', () => expect(severityOf('package-encryption', { encryption: [] })).toBe('warning'));
  it('does not know whether a package without MAC was altered', () =>
    expect(run('package-encryption', { mac: null }).kind).toBe('unknown'));
  it('does not apply without keys', () => expect(run('package-encryption', { keys: 0 }).kind).toBe('does-not-apply'));
});

describe('package-password', () => {
  it('passes a password', () => expect(run('package-password').kind).toBe('pass'));
  it('warns of an empty one', () => expect(severityOf('package-password', { emptyPassword: true })).toBe('warning'));
  it('does not apply without keys', () =>
    expect(run('package-password', { keys: 0, emptyPassword: true }).kind).toBe('does-not-apply'));
});

describe('package-key', () => {
  it('warns of certificates alone', () =>
    expect(severityOf('package-key', { keys: 0, hasLeaf: false })).toBe('warning'));
  it('fails a key that fits none of them', () => expect(severityOf('package-key', { hasLeaf: false })).toBe('error'));
  it('does not apply to an empty package', () =>
    expect(run('package-key', { keys: 0, hasLeaf: false, certificates: [] }).kind).toBe('does-not-apply'));
});

describe('package-names', () => {
  const nameless = make({ subject: buildName([]), issuer: LAB_CA }).certificate;
  it('passes a friendlyName on an empty subject', () =>
    expect(run('package-names', { certificates: [{ friendlyName: 'A', certificate: nameless }] }).kind).toBe('pass'));
  it('fails neither name', () =>
    expect(severityOf('package-names', { certificates: [{ friendlyName: null, certificate: nameless }] })).toBe(
      'warning',
    ));
  it('does not apply without certificates', () =>
    expect(run('package-names', { certificates: [] }).kind).toBe('does-not-apply'));
});
