/**
 * Makes a store of N certificates for the benchmarks: one CA under CERTAUTH, leaves of P-256 spread over users of ten
 * certificates each, a ring for each user. `node bench/fill-store.mjs FOLDER N`; needs `npm run build` first.
 */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const PER_USER = 10;
const BATCH = 5_000;
const NOW = '2026-01-01T00:00:00.000Z';

const der = (key, type) => new Uint8Array(key.export({ format: 'der', type }));

/** The user who owns leaf `n`. */
export const userOf = (n) => `U${String(Math.floor(n / PER_USER)).padStart(7, '0')}`;
/** The label of leaf `n`. */
export const labelOf = (n) => `Leaf ${n}`;

export async function fillStore(folder, count) {
  const { openStore } = await import('../dist/lib/store/open-store.js');
  const { issueCertificate } = await import('../dist/lib/x509/issue.js');
  const { buildName } = await import('../dist/lib/x509/name.js');
  const { put } = await import('../dist/lib/core/change.js');
  const { CERTAUTH, userOwner } = await import('../dist/lib/core/owner.js');
  const store = await openStore(folder, { create: true });
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const caName = buildName([
    { type: 'C', value: 'US' },
    { type: 'O', value: 'Bench' },
    { type: 'CN', value: 'Bench CA' },
  ]);
  const pkcs8 = der(ca.privateKey, 'pkcs8');
  const signWith = { pkcs8, algorithm: 'sha256ECDSA' };
  const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') };
  const certificate = (owner, label, bytes, keyId, rings, lastSerial) =>
    put({
      kind: 'certificate',
      owner,
      label,
      der: bytes,
      status: 'TRUST',
      keyId,
      pkdsLabel: null,
      rings,
      lastSerial,
      requested: false,
      created: NOW,
      createdBy: 'BENCH',
      sequence: 0,
    });
  const caDer = issueCertificate({
    subject: caName,
    issuer: caName,
    serial: 0n,
    ...validity,
    spki: der(ca.publicKey, 'spki'),
    extensions: [],
    signWith,
  });
  let changes = [
    put({ kind: 'key', id: 'bench-ca', pkcs8 }),
    certificate(CERTAUTH, 'Bench CA', caDer, 'bench-ca', [], String(count)),
  ];
  const flush = async () => {
    await store.commit(changes, store.view(), { when: NOW, user: 'BENCH', command: 'fill' });
    changes = [];
  };
  for (let n = 0; n < count; n++) {
    const owner = userOwner(userOf(n));
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const leaf = issueCertificate({
      subject: buildName([
        { type: 'O', value: 'Bench' },
        { type: 'CN', value: `leaf-${n}.bench.example.com` },
      ]),
      issuer: caName,
      serial: BigInt(n + 1),
      ...validity,
      spki: der(pair.publicKey, 'spki'),
      extensions: [],
      signWith,
    });
    const inRing = n % PER_USER === 0;
    changes.push(put({ kind: 'key', id: `bench-${n}`, pkcs8: der(pair.privateKey, 'pkcs8') }));
    changes.push(
      certificate(owner, labelOf(n), leaf, `bench-${n}`, inRing ? [{ owner: owner.id, name: 'RING' }] : [], '0'),
    );
    if (inRing) {
      changes.push(
        put({
          kind: 'ring',
          owner: owner.id,
          name: 'RING',
          connections: [{ owner, label: labelOf(n), usage: 'PERSONAL', default: true }],
          created: NOW,
          createdBy: 'BENCH',
          sequence: 0,
        }),
      );
    }
    if (changes.length >= BATCH) await flush();
  }
  await flush();
  await store.close();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, count] = process.argv.slice(2);
  if (!folder || !count || existsSync(folder)) {
    console.error('usage: node bench/fill-store.mjs NEW-FOLDER COUNT');
    process.exit(2);
  }
  await fillStore(folder, Number(count));
}
