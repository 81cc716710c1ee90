import { createPrivateKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEbcdic } from '../../src/core/ebcdic.ts';
import { writePem } from '../../src/pem/armor.ts';
import { recognise, type Content } from '../../src/pem/content.ts';
import { writePkcs12 } from '../../src/pem/pkcs12-writer.ts';
import { writePkcs7 } from '../../src/pem/pkcs7.ts';
import { publicKeyOf } from '../../src/x509/keys.ts';
import { fixtureKey, PKI, SERVER_CHAIN } from './pki.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n');
const summary = (content: Content): string =>
  content.kind === 'unknown'
    ? `unknown: ${content.reason}`
    : `${content.kind} ${content.encoding} ${content.charset ?? 'binary'}`;

const certificate = writePem('CERTIFICATE', PKI.server);
const pkcs7 = await writePkcs7(SERVER_CHAIN);
const pkcs12 = await writePkcs12({
  certificates: SERVER_CHAIN,
  pkcs8: PKI.serverKey,
  password: 'secret',
  friendlyName: 'Elm',
  profile: 'zos',
  iterations: 1,
});

describe('recognise', () => {
  it.each<[string, Uint8Array, string]>([
    ['a certificate', PKI.server, 'certificates der binary'],
    ['a certificate padded to a record', Buffer.concat([PKI.server, new Uint8Array(20)]), 'certificates der binary'],
    ['a PEM certificate', bytesOf(certificate), 'certificates pem utf-8'],
    ['text around it', bytesOf(`Certificate:\n  Data: x\n${certificate}\nend`), 'certificates pem utf-8'],
    ['CR LF and a byte order mark', bytesOf(`\uFEFF${certificate.replaceAll('\n', '\r\n')}`), 'certificates pem utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${certificate}`, 'utf16le'), 'certificates pem utf-16'],
    ['UTF-16 without one', Buffer.from(certificate, 'utf16le'), 'certificates pem utf-16'],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${certificate}`, 'utf16le').swap16(), 'certificates pem utf-16'],
    ['EBCDIC', toEbcdic(certificate), 'certificates pem ebcdic'],
    [
      'EBCDIC with other line ends',
      toEbcdic(certificate).map((b) => (b === 0x15 ? 0x25 : b)),
      'certificates pem ebcdic',
    ],
    ['EBCDIC without markers', toEbcdic(base64(PKI.server)), 'certificates base64 ebcdic'],
    ['Base64 without markers', bytesOf(base64(PKI.server)), 'certificates base64 utf-8'],
    ['a PKCS #7', pkcs7, 'pkcs7 der binary'],
    ['a PEM PKCS #7', bytesOf(writePem('PKCS7', pkcs7)), 'pkcs7 pem utf-8'],
    ['a PKCS #7 marked as certificate', bytesOf(writePem('CERTIFICATE', pkcs7)), 'pkcs7 pem utf-8'],
    ['a PKCS #7 in Base64', bytesOf(base64(pkcs7)), 'pkcs7 base64 utf-8'],
    ['a PKCS #12', pkcs12, 'pkcs12 der binary'],
    ['a PKCS #12 in Base64', bytesOf(base64(pkcs12)), 'pkcs12 base64 utf-8'],
    ['a PKCS #12 between markers', bytesOf(writePem('PKCS12', pkcs12)), 'pkcs12 pem utf-8'],
    ['a PKCS #12 marked as certificate', bytesOf(writePem('CERTIFICATE', pkcs12)), 'pkcs12 pem utf-8'],
    ['a request', PKI.request, 'request der binary'],
    ['a PEM request', bytesOf(writePem('CERTIFICATE REQUEST', PKI.request)), 'request pem utf-8'],
    ['a NEW request', bytesOf(writePem('NEW CERTIFICATE REQUEST', PKI.request)), 'request pem utf-8'],
    ['a key', PKI.serverKey, 'private-key der binary'],
    ['nothing', new Uint8Array(0), 'unknown: empty'],
    ['blanks', bytesOf(' \n '), 'unknown: nothing but blanks'],
    ['words', bytesOf('My dear certificate'), 'unknown: text without a PEM block'],
    ['a cut certificate', PKI.server.subarray(0, 300), 'unknown: binary data that is truncated or damaged'],
    ['a cut block', bytesOf(certificate.slice(0, 200)), 'unknown: BEGIN CERTIFICATE without its END'],
    [
      'a damaged block',
      bytesOf(certificate.replace('\nMI', '\n!I')),
      'unknown: the text between the markers is not Base64',
    ],
    ['two values in a row', Buffer.concat([PKI.server, PKI.ca]), 'unknown: binary data with more bytes behind it'],
    [
      'a Java key store',
      Buffer.from('feedfeed00000002', 'hex'),
      expect.stringContaining('unknown: a Java key store (JKS)'),
    ],
    ['a ZIP file', Buffer.from('504b03040a00', 'hex'), 'unknown: a ZIP archive'],
    ['zeros', new Uint8Array(64), 'unknown: binary data of another kind'],
  ])('says what %s is', (_, bytes, expected) => {
    expect(summary(recognise(bytes))).toEqual(expected);
  });

  it('keeps every certificate of a file, in order, and the key beside them', () => {
    const text = [
      writePem('PRIVATE KEY', PKI.serverKey),
      ...SERVER_CHAIN.map((der) => writePem('CERTIFICATE', der)),
    ].join('');
    const content = recognise(bytesOf(text));
    expect(content.kind === 'certificates' && content.ders.map((der) => Buffer.from(der))).toEqual(
      SERVER_CHAIN.map((der) => Buffer.from(der)),
    );
    expect(content.kind === 'certificates' && content.keys.map(({ format }) => format)).toEqual(['pkcs8']);
  });

  it('gives back the exact certificate without its padding', () => {
    const content = recognise(Buffer.concat([PKI.server, Buffer.alloc(8, 0x40)]));
    expect(content.kind === 'certificates' && Buffer.compare(content.ders[0] ?? new Uint8Array(), PKI.server)).toBe(0);
  });

  it('tells the formats of private keys apart', () => {
    const format = (bytes: Uint8Array): string | null => {
      const content = recognise(bytes);
      return content.kind === 'private-key' ? content.key.format : null;
    };
    const rsa = createPrivateKey({ key: Buffer.from(fixtureKey('rsa-2048-a')), format: 'der', type: 'pkcs8' });
    const ec = createPrivateKey({ key: Buffer.from(fixtureKey('p256-a')), format: 'der', type: 'pkcs8' });
    const lock = { cipher: 'aes-128-cbc', passphrase: 'secret' };
    expect(format(rsa.export({ type: 'pkcs1', format: 'der' }))).toBe('pkcs1');
    expect(format(bytesOf(rsa.export({ type: 'pkcs1', format: 'pem', ...lock }).toString()))).toBe('pem-encrypted');
    expect(format(rsa.export({ type: 'pkcs8', format: 'der', ...lock }))).toBe('pkcs8-encrypted');
    expect(format(ec.export({ type: 'sec1', format: 'der' }))).toBe('sec1');
    expect(format(fixtureKey('dsa-1024-a'))).toBe('pkcs8');
    expect(format(bytesOf(writePem('OPENSSH PRIVATE KEY', Uint8Array.of(1))))).toBe('openssh');
  });

  it('names a public key', () => {
    const content = recognise(publicKeyOf(PKI.serverKey));
    expect(summary(content)).toBe('unknown: a public key');
  });

  it('answers any bytes, also ones that begin as a certificate does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(PKI.server.length), (noise, at) => {
        expect(recognise(noise).kind).toBeTypeOf('string');
        const altered = Buffer.from(PKI.server);
        altered.set(noise.subarray(0, altered.length - at), at);
        expect(recognise(altered).kind).toBeTypeOf('string');
      }),
    );
  });
});
