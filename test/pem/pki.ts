/** One small PKI for the container tests: a root, a CA under it, a server and a client leaf. Real keys, fixed dates. */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { childrenOf, contentOf, isConstructed, readDer } from '../../src/der/reader.ts';
import { signatureFor } from '../../src/x509/algorithms.ts';
import type { Extension } from '../../src/x509/certificate.ts';
import { keyUsageOf } from '../../src/x509/extensions/key-usage.ts';
import { issueCertificate } from '../../src/x509/issue.ts';
import { publicKeyOf } from '../../src/x509/keys.ts';
import { buildName } from '../../src/x509/name.ts';
import { parsePublicKey } from '../../src/x509/public-key.ts';
import { buildRequest } from '../../src/x509/request.ts';
import {
  basicConstraintsExtension,
  keyUsageExtension,
  subjectAltNameExtension,
} from '../../src/x509/standard-extensions.ts';

/** A private key of the fixtures as PKCS #8 DER. */
export function fixtureKey(name: string): Uint8Array {
  const file = fileURLToPath(new URL(`../fixtures/keys/${name}.pem`, import.meta.url));
  return createPrivateKey(readFileSync(file)).export({ type: 'pkcs8', format: 'der' });
}

interface Party {
  readonly cn: string;
  readonly pkcs8: Uint8Array;
}

const nameOf = (cn: string) =>
  buildName([
    { type: 'C', value: 'US' },
    { type: 'O', value: 'Lab' },
    { type: 'CN', value: cn },
  ]);

function issue(subject: Party, issuer: Party, serial: bigint, extensions: readonly Extension[]): Uint8Array {
  const algorithm = signatureFor(parsePublicKey(publicKeyOf(issuer.pkcs8)));
  return issueCertificate({
    subject: nameOf(subject.cn),
    issuer: nameOf(issuer.cn),
    serial,
    notBefore: new Date('2020-01-01T00:00:00Z'),
    notAfter: new Date('2049-12-31T00:00:00Z'),
    spki: publicKeyOf(subject.pkcs8),
    extensions,
    signWith: { pkcs8: issuer.pkcs8, algorithm },
  });
}

const CA = [basicConstraintsExtension(true), keyUsageExtension(keyUsageOf('keyCertSign', 'cRLSign'))];
const LEAF = [
  keyUsageExtension(keyUsageOf('digitalSignature', 'keyEncipherment')),
  subjectAltNameExtension([
    { kind: 'dns', value: 'localhost' },
    { kind: 'ip', address: '127.0.0.1' },
  ]),
];

const root: Party = { cn: 'Lab Root', pkcs8: fixtureKey('rsa-2048-a') };
const ca: Party = { cn: 'Lab CA', pkcs8: fixtureKey('p256-b') };
const server: Party = { cn: 'localhost', pkcs8: fixtureKey('rsa-2048-b') };
const client: Party = { cn: 'Lab Client', pkcs8: fixtureKey('p256-a') };

export const PKI = {
  root: issue(root, root, 1n, CA),
  ca: issue(ca, root, 2n, CA),
  server: issue(server, ca, 3n, LEAF),
  client: issue(client, ca, 4n, LEAF),
  serverKey: server.pkcs8,
  clientKey: client.pkcs8,
  request: buildRequest({
    subject: nameOf('localhost'),
    pkcs8: server.pkcs8,
    spki: publicKeyOf(server.pkcs8),
    extensions: [],
    algorithm: 'sha256RSA',
  }),
};

/** Leaf first, as packages have it. */
export const SERVER_CHAIN: readonly Uint8Array[] = [PKI.server, PKI.ca, PKI.root];

/** Bytes that look random and are the same each time. */
export function countingRandom(): (length: number) => Uint8Array {
  let next = 1;
  return (length) => Uint8Array.from({ length }, () => (next = (next * 73 + 41) % 256));
}

/** Reads `bytes` to the innermost value with the strict reader, also what lies in an OCTET STRING as a SEQUENCE; throws. */
export function checkStrictDer(bytes: Uint8Array): void {
  const open = [readDer(bytes)];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isConstructed(value)) open.push(...childrenOf(value));
    else if (value.tag === 0x04 && contentOf(value)[0] === 0x30) open.push(readDer(contentOf(value)));
  }
}
