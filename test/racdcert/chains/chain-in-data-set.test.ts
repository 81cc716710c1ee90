import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/core/limits.ts';
import { chainInDataSet } from '../../../src/racdcert/chains/chain-in-data-set.ts';
import type { PackageMembers } from '../../../src/racdcert/data-sets/package-members.ts';
import { listingName } from '../../../src/x509/name.ts';
import { fixtureKey, issued } from '../../x509/issued.ts';

const ROOT = issued('Root', fixtureKey('p256-a'), { ca: true });
const SUB = issued('Sub', fixtureKey('p256-b'), { ca: true, issuer: ROOT, serial: 1n });
const LEAF = issued('leaf', fixtureKey('p256-c'), { issuer: SUB, serial: 2n });
const OTHER = issued('Other', fixtureKey('p384-a'), { ca: true });

function members(...ders: readonly Uint8Array[]): PackageMembers {
  return { ders, leaf: null, keyWithoutCertificate: false, passedOver: 0 };
}

const der = (one: typeof ROOT): Uint8Array => one.certificate.der;

async function names(of: PackageMembers): Promise<readonly string[]> {
  const { certificates } = await chainInDataSet(of);
  return certificates.map(({ subject }) => /^CN=([^.]+)/.exec(listingName(subject))?.[1] ?? '');
}

describe('the chain of a data set', () => {
  it('is the same in whatever order its members come', async () => {
    const all = [ROOT, SUB, LEAF].map(der);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: 3 }), async (shuffled) => {
        expect(await names(members(...shuffled))).toEqual(['leaf', 'Sub', 'Root']);
      }),
      { numRuns: 6 },
    );
    const whole = { complete: true, problem: null, others: 0 };
    expect(await chainInDataSet(members(...all))).toMatchObject(whole);
  });

  it('ends where an issuer is missing, and counts what does not belong', async () => {
    const found = await chainInDataSet(members(der(LEAF), der(SUB), der(OTHER)));
    expect(found).toMatchObject({ complete: false, problem: null, others: 1 });
    expect(found.certificates).toHaveLength(2);
    expect(await names(members(der(LEAF), der(ROOT)))).toEqual(['leaf']);
  });

  it('begins with the certificate that has the key', async () => {
    const pkcs8 = SUB.key.pkcs8;
    const keyed = { ...members(der(LEAF), der(SUB), der(ROOT)), leaf: { der: der(SUB), pkcs8 } };
    expect(await names(keyed)).toEqual(['Sub', 'Root']);
    expect((await chainInDataSet(keyed)).others).toBe(1);
  });

  it('names the member that cannot be read, and lists the others up to it', async () => {
    const broken = Uint8Array.from(der(SUB));
    broken[4] = 0x31;
    const found = await chainInDataSet(members(der(LEAF), broken, der(ROOT)));
    expect(found.certificates).toHaveLength(1);
    expect(found.problem).toMatchObject({ id: 'RNGT058I', inserts: { number: '2' } });
    expect(await chainInDataSet(members(broken))).toMatchObject({ certificates: [], problem: { id: 'RNGT058I' } });
    const keyed = { ...members(broken, der(ROOT)), leaf: { der: broken, pkcs8: SUB.key.pkcs8 } };
    expect(await chainInDataSet(keyed)).toMatchObject({ certificates: [], problem: { id: 'RNGT058I' }, others: 1 });
  });

  it('ends at a signature that is not that of the issuer beside it', async () => {
    const tampered = Uint8Array.from(der(SUB));
    const last = tampered.length - 1;
    tampered[last] = (tampered[last] ?? 0) ^ 1;
    const found = await chainInDataSet(members(der(LEAF), tampered, der(ROOT)));
    expect(found.certificates).toHaveLength(2);
    expect(found).toMatchObject({ complete: false, problem: { id: 'RNGT059I', inserts: { number: '2' } } });
    const alone = Uint8Array.from(der(ROOT));
    alone[alone.length - 1] = (alone.at(-1) ?? 0) ^ 1;
    expect(await chainInDataSet(members(alone))).toMatchObject({
      problem: { id: 'RNGT059I', inserts: { number: '1' } },
    });
  });

  it('comes to an end with a crowd of one name, and with two that signed one another', async () => {
    const key = fixtureKey('p256-a');
    const crowd = Array.from({ length: 4 * LIMITS.chainLength }, (_, at) =>
      der(issued('Sub', key, { issuer: ROOT, serial: BigInt(100 + at) })),
    );
    expect((await chainInDataSet(members(der(LEAF), ...crowd))).certificates).toHaveLength(1);
    const a = issued('A', fixtureKey('p256-b'), {
      issuer: { ...OTHER, certificate: issued('B', OTHER.key).certificate },
    });
    const b = issued('B', OTHER.key, { issuer: { ...a, certificate: issued('A', a.key).certificate } });
    expect(await chainInDataSet(members(der(a), der(b)))).toMatchObject({ complete: false, others: 0 });
  });

  it('answers any bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .nat({ max: der(SUB).length - 1 })
        .chain((at) =>
          fc
            .nat({ max: 255 })
            .map((value) => Uint8Array.from(der(SUB), (byte, index) => (index === at ? value : byte))),
        ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { minLength: 1, maxLength: 4 }), async (some) => {
        const found = await chainInDataSet(members(...some, der(LEAF)));
        expect(found.certificates.length + found.others).toBeLessThanOrEqual(some.length + 1);
        if (found.problem !== null) expect(['RNGT058I', 'RNGT059I']).toContain(found.problem.id);
      }),
    );
  });
});
