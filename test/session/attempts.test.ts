import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CERTAUTH, userOwner } from '../../src/core/owner.ts';
import { openStore } from '../../src/store/open-store.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { generateKeyPair } from '../../src/x509/keys.ts';
import { temporaryFolder } from '../peers.ts';
import { runOne, testSession } from './test-session.ts';

describe('commands at the same time', () => {
  const root = temporaryFolder();

  it('sign with one key and never give a serial number twice', async () => {
    const keys = { generate: generateKeyPair };
    const first = await testSession(join(root, 'busy'), { keys });
    await runOne("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC", first);
    const users = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
    const work = users.map(async (user) => {
      const session = { ...first, store: await openStore(join(root, 'busy', 'store')) };
      for (let count = 1; count <= 4; count++) {
        const text = `RACDCERT ID(${user}) GENCERT SUBJECTSDN(CN('c${count}')) NISTECC SIGNWITH(CERTAUTH LABEL('ca'))`;
        expect((await runOne(text, session)).returnCode).toBe(0);
      }
      await session.store.close();
    });
    await Promise.all(work);
    const view = first.store.view();
    const made = (await Promise.all(users.map((user) => view.certificatesOf(userOwner(user))))).flat();
    const serials = made
      .map((entry) => Number.parseInt(parseCertificate(entry.der).serial, 16))
      .toSorted((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    expect((await view.certificate(CERTAUTH, 'ca'))?.lastSerial).toBe('24');
  });
});
