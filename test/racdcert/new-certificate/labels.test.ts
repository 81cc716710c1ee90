import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CERTAUTH, userOwner } from '../../../src/core/owner.ts';
import { defaultLabel } from '../../../src/racdcert/new-certificate/labels.ts';
import { temporaryFolder } from '../../peers.ts';
import { runOne, testSession } from '../../session/test-session.ts';

const root = temporaryFolder();

it('the label made up is the lowest free one, found with one look at the store', async () => {
  const session = await testSession(join(root, 'lowest'));
  // One name makes one serial number: subjects differ.
  const gencert = (cn: string): string => `RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('${cn}')) NISTECC`;
  for (const label of ['LABEL00000001', 'LABEL00000002', 'Label00000003', 'LABEL00000004', 'LABEL00000009']) {
    expect((await runOne(`${gencert(label)} WITHLABEL('${label}')`, session)).returnCode).toBe(0);
  }
  const view = session.store.view();
  expect(await defaultLabel(view, userOwner('U1'))).toBe('LABEL00000003');
  expect(view.reads.seen.size).toBe(1);
  expect(await defaultLabel(view, userOwner('U1'), new Set(['LABEL00000003']))).toBe('LABEL00000005');
  expect(await defaultLabel(view, CERTAUTH)).toBe('LABEL00000001');
  expect((await runOne(gencert('last'), session)).returnCode).toBe(0);
  expect(await session.store.view().certificate(userOwner('U1'), 'LABEL00000003')).not.toBeNull();
});
