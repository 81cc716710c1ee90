import { describe, expect, it } from 'vitest';
import { planExtensions, type ExtensionSources } from '../../../src/racdcert/new-certificate/extensions.ts';
import type { Extension } from '../../../src/x509/certificate.ts';
import { basicConstraints } from '../../../src/x509/extensions/basic-constraints.ts';
import { KEY_USAGE_BITS, keyUsage, keyUsageOf, type KeyUsageBit } from '../../../src/x509/extensions/key-usage.ts';
import { EXTENSION_OIDS } from '../../../src/x509/oids.ts';
import { basicConstraintsExtension, keyUsageExtension } from '../../../src/x509/standard-extensions.ts';
import { fixtureKey } from '../../fixtures/keys.ts';

const { spki } = fixtureKey('rsa-2048-a.pem');
const NOTHING: ExtensionSources = {
  authority: false,
  keyKind: 'RSA',
  request: null,
  keyUsage: null,
  altNames: null,
  signer: null,
};

function planned(sources: Partial<ExtensionSources>): readonly Extension[] | string {
  const plan = planExtensions({ ...NOTHING, ...sources });
  return plan.kind === 'refusal' ? plan.message.id : plan.withKey(spki);
}

function bits(sources: Partial<ExtensionSources>): readonly KeyUsageBit[] | string | null {
  const extensions = planned(sources);
  if (typeof extensions === 'string') return extensions;
  const usage = keyUsage({ extensions });
  return usage && KEY_USAGE_BITS.filter((bit) => usage[bit]);
}

const asking = (...on: readonly KeyUsageBit[]) => ({ extensions: [keyUsageExtension(keyUsageOf(...on))] });
const silent = { extensions: [] };
const SIGN: readonly KeyUsageBit[] = ['keyCertSign', 'cRLSign'];

// The four rows of the manual's table, each with "in the request", "not in the request" and "no request".
describe('keyUsage', () => {
  it('KEYUSAGE for an authority: as it says, and signing; a request that says no is refused', () => {
    const given = { authority: true, keyUsage: ['DOCSIGN'] } as const;
    expect(bits({ ...given, request: asking('digitalSignature') })).toBe('RNGT012I');
    for (const request of [asking('keyCertSign'), silent, null]) {
      expect(bits({ ...given, request })).toEqual(['nonRepudiation', ...SIGN]);
    }
  });

  it('KEYUSAGE for others: as it says, whatever the request asks', () => {
    for (const request of [asking('dataEncipherment', 'keyCertSign'), silent, null]) {
      expect(bits({ keyUsage: ['DOCSIGN'], request })).toEqual(['nonRepudiation']);
    }
  });

  it('nothing for an authority: as requested when that allows signing, else signing', () => {
    expect(bits({ authority: true, request: asking('digitalSignature') })).toBe('RNGT012I');
    expect(bits({ authority: true, request: asking('digitalSignature', 'keyCertSign') })).toEqual([
      'digitalSignature',
      'keyCertSign',
    ]);
    expect(bits({ authority: true, request: silent })).toEqual(SIGN);
    expect(bits({ authority: true })).toEqual(SIGN);
  });

  it('nothing for others: as requested, else no such extension', () => {
    expect(bits({ request: asking('digitalSignature') })).toEqual(['digitalSignature']);
    expect(bits({ request: silent })).toBeNull();
    expect(bits({})).toBeNull();
  });

  it('lets a compatible KEYUSAGE stand in for bits a request should not have', () => {
    const request = asking('keyEncipherment');
    expect(bits({ keyKind: 'NIST ECC', request })).toBe('IRRD156I');
    expect(bits({ keyKind: 'NIST ECC', request, keyUsage: ['HANDSHAKE'] })).toEqual(['digitalSignature']);
    expect(bits({ keyKind: 'NIST ECC', request, keyUsage: ['DATAENCRYPT'] })).toBe('IRRD156I');
  });
});

describe('basicConstraints', () => {
  const constraints = (sources: Partial<ExtensionSources>) => {
    const extensions = planned(sources);
    return typeof extensions === 'string' ? extensions : basicConstraints({ extensions });
  };
  const asked = (cA: boolean) => ({ extensions: [basicConstraintsExtension(cA)] });

  it('makes an authority of what CERTAUTH gets, unless the request says no', () => {
    expect(constraints({ authority: true })).toEqual({ cA: true, pathLength: null });
    expect(constraints({ authority: true, request: asked(true) })).toEqual({ cA: true, pathLength: null });
    expect(constraints({ authority: true, request: asked(false) })).toBe('RNGT012I');
  });

  it('gives others what the request asks, else nothing', () => {
    expect(constraints({ request: asked(true) })).toEqual({ cA: true, pathLength: null });
    expect(constraints({ request: asked(false) })).toEqual({ cA: false, pathLength: null });
    expect(constraints({ request: silent })).toBeNull();
  });
});

describe('identifiers', () => {
  it('points at the signer by its key identifier, and not at all when it has none', () => {
    const oids = (sources: Partial<ExtensionSources>) => {
      const extensions = planned(sources);
      return typeof extensions === 'string' ? [] : extensions.map(({ oid }) => oid);
    };
    expect(oids({ signer: silent })).toEqual([EXTENSION_OIDS.subjectKeyIdentifier]);
    const signer = {
      extensions: [
        { oid: EXTENSION_OIDS.subjectKeyIdentifier, critical: false, value: Buffer.from('04020102', 'hex') },
      ],
    };
    expect(oids({ signer })).toEqual([EXTENSION_OIDS.subjectKeyIdentifier, EXTENSION_OIDS.authorityKeyIdentifier]);
  });
});
