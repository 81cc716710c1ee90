import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import type { Certificate } from '../../src/x509/certificate.ts';
import { buildChain } from '../../src/x509/chain.ts';
import { listingName } from '../../src/x509/name.ts';
import { fixtureKey, issued, type Issued } from './issued.ts';

const keyA = fixtureKey('p256-a');
const keyB = fixtureKey('p256-b');
const keyC = fixtureKey('p256-c');
const root = issued('Root', keyA, { ca: true });
const middle = issued('Middle', keyB, { ca: true, issuer: root, serial: 1n });
const leaf = issued('Leaf', keyC, { issuer: middle, serial: 1n });

const among =
  (...all: readonly Issued[]) =>
  async (): Promise<readonly Certificate[]> =>
    all.map(({ certificate }) => certificate);

async function chainOf(from: Issued, ...all: readonly Issued[]): Promise<[string[], boolean]> {
  const { certificates, complete } = await buildChain(from.certificate, among(...all));
  return [certificates.map((one) => `${listingName(one.subject).split('.')[0]} ${one.serial}`), complete];
}

describe('a chain', () => {
  it('goes from the leaf to a self-signed certificate, whatever the order of the candidates', async () => {
    expect(await chainOf(leaf, root, leaf, middle)).toEqual([['CN=Leaf 01', 'CN=Middle 01', 'CN=Root 00'], true]);
  });

  it('of a self-signed certificate is that alone', async () => {
    expect(await chainOf(root, root, middle)).toEqual([['CN=Root 00'], true]);
  });

  it('is incomplete where an issuer is missing', async () => {
    expect(await chainOf(leaf, root)).toEqual([['CN=Leaf 01'], false]);
    expect(await chainOf(leaf, middle)).toEqual([['CN=Leaf 01', 'CN=Middle 01'], false]);
  });

  it('passes over an issuer of the right name with the wrong key', async () => {
    const impostor = issued('Middle', keyA, { ca: true, serial: 9n });
    expect(await chainOf(leaf, impostor, middle, root)).toEqual([['CN=Leaf 01', 'CN=Middle 01', 'CN=Root 00'], true]);
    expect(await chainOf(leaf, impostor)).toEqual([['CN=Leaf 01'], false]);
  });

  it('prefers the way that ends in a self-signed certificate', async () => {
    const far = issued('Far', fixtureKey('p384-a'), { ca: true });
    const crossed = issued('Middle', keyB, { ca: true, issuer: far, serial: 7n });
    expect(await chainOf(leaf, crossed, middle, root)).toEqual([['CN=Leaf 01', 'CN=Middle 01', 'CN=Root 00'], true]);
  });

  it('ends where authorities sign each other', async () => {
    const one = issued('One', keyA, { ca: true });
    const two = issued('Two', keyB, { ca: true });
    const oneByTwo = issued('One', keyA, { ca: true, issuer: two, serial: 1n });
    const twoByOne = issued('Two', keyB, { ca: true, issuer: one, serial: 2n });
    const under = issued('Leaf', keyC, { issuer: one, serial: 3n });
    expect(await chainOf(under, oneByTwo, twoByOne)).toEqual([['CN=Leaf 03', 'CN=One 01', 'CN=Two 02'], false]);
  });

  it('ends at the limit when somebody keeps inventing issuers', async () => {
    let asked = 0;
    const chain = await buildChain(leaf.certificate, async (certificate) => {
      asked++;
      const cn = listingName(certificate.issuer).split('.')[0]?.slice(3) ?? '';
      // Signed by keyB under ever new names: each fits the one before.
      const above = issued(`Above ${asked}`, keyB, { ca: true });
      return [issued(cn, keyB, { ca: true, issuer: above, serial: BigInt(asked) }).certificate];
    });
    expect(chain.complete).toBe(false);
    expect(chain.certificates.length).toBe(LIMITS.chainLength + 1);
  });

  it('does not walk every path of a dense net', async () => {
    const net: Issued[] = [];
    for (let i = 0; i < 12; i++) {
      for (let j = 0; j < 12; j++) {
        const above = issued(`Net ${j}`, keyB, { ca: true });
        if (i !== j) net.push(issued(`Net ${i}`, keyB, { ca: true, issuer: above, serial: BigInt(i * 12 + j) }));
      }
    }
    const start = issued('Leaf', keyC, { issuer: issued('Net 0', keyB, { ca: true }), serial: 1n });
    let asked = 0;
    const chain = await buildChain(start.certificate, async (certificate) => {
      asked++;
      return net
        .map((one) => one.certificate)
        .filter((one) => listingName(one.subject) === listingName(certificate.issuer));
    });
    expect(chain.complete).toBe(false);
    expect(asked).toBeLessThanOrEqual(4 * LIMITS.chainLength);
  });
});
