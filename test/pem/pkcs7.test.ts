import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asn1js from 'asn1js';
import fc from 'fast-check';
import * as pkijs from 'pkijs';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { writePem } from '../../src/pem/armor.ts';
import { readPkcs7, writePkcs7 } from '../../src/pem/pkcs7.ts';
import { derContext, derInteger, derOid, derSequence, derSet } from '../../src/der/writer.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';
import { checkStrictDer, PKI, SERVER_CHAIN } from './pki.ts';

const folder = temporaryFolder();
const hexes = (ders: readonly Uint8Array[]): string[] => ders.map((der) => Buffer.from(der).toString('hex')).sort();
const written = await writePkcs7(SERVER_CHAIN);

describe('writePkcs7', () => {
  it('is strict DER and read back, binary and in PEM', async () => {
    expect(() => checkStrictDer(written)).not.toThrow();
    expect(hexes(await readPkcs7(written))).toEqual(hexes(SERVER_CHAIN));
    expect(hexes(await readPkcs7(Buffer.from(writePem('PKCS7', written))))).toEqual(hexes(SERVER_CHAIN));
  });

  it('does not depend on the order it was given', async () => {
    expect(Buffer.compare(await writePkcs7([...SERVER_CHAIN].reverse()), written)).toBe(0);
  });

  it('refuses to be empty', async () => {
    await expect(writePkcs7([])).rejects.toMatchObject({ code: 'pkcs7/bad' });
  });

  it('reads in pkijs', () => {
    const info = pkijs.ContentInfo.fromBER(Uint8Array.from(written).buffer);
    const signed = new pkijs.SignedData({ schema: info.content });
    expect(signed.certificates).toHaveLength(3);
    expect(signed.signerInfos).toHaveLength(0);
  });

  itWith(['openssl', 'keytool', 'certtool'], 'reads in openssl, keytool and certtool', () => {
    const path = join(folder, 'ours.p7b');
    writeFileSync(path, written);
    const openssl = run('openssl', ['pkcs7', '-inform', 'DER', '-in', path, '-print_certs']);
    expect(openssl.stdout.match(/BEGIN CERTIFICATE/g), openssl.stderr).toHaveLength(3);
    expect(run('keytool', ['-printcert', '-file', path]).stdout.match(/^Owner:/gm)).toHaveLength(3);
    const certtool = run('certtool', ['--p7-info', '--inder', '--infile', path]);
    expect(certtool.stdout.match(/BEGIN CERTIFICATE/g), certtool.stderr).toHaveLength(3);
  });
});

describe('readPkcs7', () => {
  itWith(['openssl'], 'reads what openssl writes', async () => {
    const pem = join(folder, 'chain.pem');
    const out = join(folder, 'openssl.p7b');
    writeFileSync(pem, SERVER_CHAIN.map((der) => writePem('CERTIFICATE', der)).join(''));
    for (const form of ['DER', 'PEM']) {
      expect(run('openssl', ['crl2pkcs7', '-nocrl', '-certfile', pem, '-outform', form, '-out', out]).status).toBe(0);
      expect(hexes(await readPkcs7(readFileSync(out)))).toEqual(hexes(SERVER_CHAIN));
    }
  });

  it('reads indefinite lengths, as Java and Windows write them', async () => {
    const ber = indefinite(written);
    expect(ber.length).toBeGreaterThan(written.length);
    expect(asn1js.fromBER(Uint8Array.from(ber).buffer).offset).toBe(ber.length);
    expect(hexes(await readPkcs7(ber))).toEqual(hexes(SERVER_CHAIN));
  });

  const signedData = (...parts: readonly Uint8Array[]): Uint8Array =>
    derSequence(derOid('1.2.840.113549.1.7.2'), derContext(0, true, derSequence(...parts)));
  const data = derSequence(derOid('1.2.840.113549.1.7.1'));

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['a certificate', PKI.server],
    ['a cut package', written.subarray(0, 400)],
    ['a package without certificates', signedData(derInteger(1), derSet(), data, derSet())],
    ['a package without anything', signedData()],
    [
      'a certificate set that is primitive',
      signedData(derInteger(1), derSet(), data, derContext(0, false, PKI.ca), derSet()),
    ],
    [
      'more certificates than the limit',
      signedData(derInteger(1), derSet(), data, derContext(0, true, Buffer.alloc(2002 * 1, '3000', 'hex')), derSet()),
    ],
    ['enveloped data', derSequence(derOid('1.2.840.113549.1.7.3'), derContext(0, true, derSequence()))],
    ['values nested a thousand deep', Buffer.concat([Buffer.from('3080'.repeat(1000), 'hex'), Buffer.alloc(2000)])],
    ['a length of four gigabytes', Buffer.from('3084ffffffff', 'hex')],
    ['an endless indefinite value', Buffer.from('30800609', 'hex')],
  ])('refuses %s', async (_, bytes) => {
    await expect(readPkcs7(bytes)).rejects.toMatchObject({ code: 'pkcs7/bad' });
  });

  it('answers any alteration with certificates or an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(written.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), async (at, noise) => {
        const altered = Buffer.from(written);
        altered.set(noise.subarray(0, altered.length - at), at);
        const outcome = await readPkcs7(altered).catch((error: unknown) => error);
        expect(Array.isArray(outcome) || isRingtoolError(outcome, 'pkcs7/bad')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** The outer layers of a package again, with indefinite lengths: ContentInfo, [0], SignedData, certificates. */
function indefinite(der: Uint8Array): Uint8Array {
  const end = Buffer.from([0, 0]);
  const inner = Buffer.concat([
    derInteger(1),
    derSet(),
    Buffer.from('3080', 'hex'),
    derOid('1.2.840.113549.1.7.1'),
    end,
    Buffer.from('a080', 'hex'),
    ...SERVER_CHAIN,
    end,
    derSet(),
  ]);
  const outer = Buffer.concat([
    Buffer.from('3080', 'hex'),
    derOid('1.2.840.113549.1.7.2'),
    Buffer.from('a0803080', 'hex'),
  ]);
  return der.length === 0 ? der : Buffer.concat([outer, inner, end, end, end]);
}
