import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CertificateEntry, RingEntry } from '../../../src/core/entities.ts';
import { CERTAUTH, SITE, userOwner } from '../../../src/core/owner.ts';
import { connect, disconnect, naturalUsage } from '../../../src/racdcert/rings/connections.ts';
import { temporaryFolder } from '../../peers.ts';
import { runOne, testSession } from '../../session/test-session.ts';

const root = temporaryFolder();

describe('connections', () => {
  it('take the usage of their owner when nobody says', () => {
    expect([userOwner('U'), CERTAUTH, SITE].map(naturalUsage)).toEqual(['PERSONAL', 'CERTAUTH', 'SITE']);
  });

  it('leave nothing to remove from a ring that lacks the certificate', () => {
    const common = { created: '', createdBy: 'U', sequence: 1 };
    const ring: RingEntry = { kind: 'ring', owner: 'U', name: 'R', connections: [], ...common };
    const certificate: CertificateEntry = {
      kind: 'certificate',
      owner: CERTAUTH,
      label: 'a',
      der: new Uint8Array(),
      status: 'TRUST',
      keyId: null,
      pkdsLabel: null,
      tokenKey: null,
      modulusExponent: false,
      rings: [],
      lastSerial: '0',
      requested: false,
      ...common,
    };
    expect(disconnect(ring, certificate)).toBeNull();
    expect(connect(ring, certificate, { usage: 'SITE', default: true })).toMatchObject([
      { entity: { connections: [{ label: 'a', usage: 'SITE', default: true }] } },
      { entity: { rings: [{ owner: 'U', name: 'R' }] } },
    ]);
  });
});

describe('rings and certificates after any commands', () => {
  const label = fc.constantFrom('a', 'b', 'c');
  const ring = fc.constantFrom('R1', 'R2');
  const command = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(label, ring, fc.boolean())
        .map(([l, r, d]) => `CONNECT(LABEL('${l}') RING(${r})${d ? ' DEFAULT' : ''})`),
    },
    { weight: 2, arbitrary: fc.tuple(label, ring).map(([l, r]) => `REMOVE(LABEL('${l}') RING(${r}))`) },
    { weight: 1, arbitrary: ring.map((r) => `DELRING(${r})`) },
    { weight: 2, arbitrary: ring.map((r) => `ADDRING(${r})`) },
    { weight: 2, arbitrary: fc.tuple(label, label).map(([from, to]) => `ALTER(LABEL('${from}')) NEWLABEL('${to}')`) },
    { weight: 1, arbitrary: label.map((l) => `DELETE(LABEL('${l}'))`) },
  );

  it('mirror each other, with one default a ring at the most', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
        const session = await testSession(join(root, `run-${run++}`));
        const start = ['a', 'b', 'c'].map((l) => `GENCERT SUBJECTSDN(CN('${l}')) WITHLABEL('${l}') NISTECC`);
        for (const each of [...start, 'ADDRING(R1)', ...commands]) await runOne(`RACDCERT ID(U) ${each}`, session);
        const view = session.store.view();
        const rings = await view.ringsOf('U');
        const certificates = await view.certificatesOf(userOwner('U'));
        const fromRings = rings.flatMap(({ name, connections }) => connections.map((each) => `${name} ${each.label}`));
        const fromCertificates = certificates.flatMap((each) => each.rings.map(({ name }) => `${name} ${each.label}`));
        expect(fromRings.toSorted()).toEqual(fromCertificates.toSorted());
        for (const each of rings) expect(each.connections.filter((one) => one.default).length).toBeLessThanOrEqual(1);
        // The index is the store's own matter; keys, duplicates and mirrors are ours.
        expect((await session.store.check()).problems.filter(({ kind }) => kind !== 'index')).toEqual([]);
        await session.store.close();
      }),
      { numRuns: 12 },
    );
  });
});
