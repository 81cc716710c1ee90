/** Tokens and ICSF keys as the database holds them: copies, links, and no key without an owner. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CertificateEntry } from '../../../src/core/entities.ts';
import { certificatesIn, keysIn } from '../../../src/racdcert/tokens/token-contents.ts';
import { generateKeyPair } from '../../../src/x509/keys.ts';
import { type Lab, type LabOptions, memoryLab } from '../memory-lab.ts';

const EC = { keys: { generate: () => generateKeyPair({ kind: 'NIST ECC', size: 256 }) } };

function lab(options: LabOptions = EC): Lab {
  return memoryLab(options);
}

function bytesOf(of: Lab, keyId: string | null): Uint8Array | undefined {
  return of.privateKeys.get(keyId ?? '')?.pkcs8;
}

describe('BIND', () => {
  it('copies the private key under an id of its own, for PERSONAL only', async () => {
    const db = lab();
    await db.done('RACDCERT ADDTOKEN(T)');
    await db.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC SIZE(256)");
    const { keyId, der } = db.entry('U1', 'a');
    await db.done("RACDCERT ID(U1) BIND(LABEL('a') TOKEN(T) USAGE(SITE))");
    expect(db.privateKeys.size).toBe(1);
    await db.done("RACDCERT BIND(ID(U1) LABEL('a') TOKEN(T))");
    const [bound] = certificatesIn(db.tokens.get('T') ?? expect.unreachable());
    expect(bound).toMatchObject({ number: 1, label: 'a', usage: 'PERSONAL', default: false });
    expect(bound?.der).toEqual(der);
    expect(bound?.keyId).not.toBe(keyId);
    expect(bytesOf(db, bound?.keyId ?? null)).toEqual(bytesOf(db, keyId));

    await db.done("RACDCERT ID(U1) DELETE(LABEL('a'))");
    expect(bytesOf(db, keyId)).toBeUndefined();
    expect(bytesOf(db, bound?.keyId ?? null)).toBeDefined();
    await db.done("RACDCERT IMPORT(TOKEN(T) SEQNUM(1)) ID(U2) WITHLABEL('back')");
    expect(db.entry('U2', 'back')).toMatchObject({ keyId, pkdsLabel: null, tokenKey: null });
    expect(bytesOf(db, keyId)).toEqual(bytesOf(db, bound?.keyId ?? null));
  });

  it('names the user who is not defined, inside the parentheses and outside', async () => {
    const db = lab();
    await db.done('RACDCERT ADDTOKEN(T)');
    const [user] = [...db.users.keys()];
    expect(user).toBeUndefined();
    const known = { kind: 'user', id: 'IBMUSER', name: '', owner: '', defaultGroup: '', groups: [] } as const;
    const made = { attributes: [], installationData: '', created: '2026-01-01T00:00:00.000Z', createdBy: 'IBMUSER' };
    db.commit([{ action: 'put', entity: { ...known, ...made } }]);
    expect(await db.said("RACDCERT BIND(ID(NOBODY) LABEL('a') TOKEN(T))")).toEqual([8, 'IRRD102I']);
    expect(await db.said("RACDCERT ID(NOBODY) BIND(LABEL('a') TOKEN(T))")).toEqual([8, 'IRRD102I']);
    expect(await db.said("RACDCERT ID(NOBODY) UNBIND(LABEL('a') TOKEN(T))")).toEqual([8, 'RNGT046I']);
    expect(await db.said('RACDCERT ID(NOBODY) ADDTOKEN(T2)')).toEqual([0]);
  });
});

describe('IMPORT', () => {
  it('renews, as ADD does, a certificate that has the same key', async () => {
    const db = lab();
    await db.done('RACDCERT ADDTOKEN(T)');
    await db.done("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC SIZE(256)");
    await db.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC SIZE(256)");
    await db.done('RACDCERT ID(U1) ADDRING(R)');
    await db.done("RACDCERT ID(U1) CONNECT(LABEL('a') RING(R))");
    await db.done("RACDCERT ID(U1) GENREQ(LABEL('a')) DSN('A.REQ')");
    await db.done("RACDCERT ID(U1) GENCERT('A.REQ') SIGNWITH(CERTAUTH LABEL('ca'))");
    const renewed = db.entry('U1', 'a');
    await db.done("RACDCERT ID(U1) BIND(LABEL('a') TOKEN(T))");
    await db.done("RACDCERT ID(U1) GENREQ(LABEL('a')) DSN('A.REQ')");
    await db.done("RACDCERT ID(U1) GENCERT('A.REQ') SIGNWITH(CERTAUTH LABEL('ca'))");
    expect(db.entry('U1', 'a').der).not.toEqual(renewed.der);
    expect(await db.said('RACDCERT IMPORT(TOKEN(T) SEQNUM(1)) ID(U2)')).toEqual([8, 'RNGT002I']);
    await db.done('RACDCERT IMPORT(TOKEN(T) SEQNUM(1)) ID(U1)');
    const { der, keyId, rings } = db.entry('U1', 'a');
    expect([der, keyId, rings]).toEqual([renewed.der, renewed.keyId, [{ owner: 'U1', name: 'R' }]]);
  });
});

describe('DELTOKEN', () => {
  it('asks for FORCE where other programs have put objects', async () => {
    const db = lab();
    await db.done('RACDCERT ADDTOKEN(T)');
    const token = db.tokens.get('T') ?? expect.unreachable();
    const objects = [{ type: 'other', description: 'secret key' }] as const;
    db.commit([{ action: 'put', entity: { ...token, objects } }]);
    expect(await db.said('RACDCERT DELTOKEN(T)')).toEqual([8, 'IRRD174I']);
    const listed = await db.done('RACDCERT LISTTOKEN(T)');
    expect(listed.data).toMatchObject({ tokens: [{ name: 'T', certificates: [], otherObjects: ['secret key'] }] });
    await db.done('RACDCERT DELTOKEN(T) FORCE');
    expect(db.tokens.size).toBe(0);
  });
});

describe('LISTTOKEN', () => {
  it('gives certificates and secure keys as data, and no private key', async () => {
    const db = lab();
    await db.done('RACDCERT ADDTOKEN(T)');
    await db.done("RACDCERT SITE GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC(TOKEN(T)) SIZE(256)");
    await db.done("RACDCERT SITE BIND(LABEL('a') TOKEN(T) USAGE(PERSONAL) DEFAULT)");
    const { data } = await db.done('RACDCERT LISTTOKEN');
    const site = { owner: { kind: 'site' }, label: 'a' };
    const { tokenKey } = db.entry('SITE', 'a');
    expect(data).toMatchObject({
      format: 'ringtool-listtoken',
      version: 1,
      tokens: [
        {
          certificates: [
            { sequenceNumber: 1, label: 'a', usage: 'PERSONAL', default: true, privateKey: true, inRacf: site },
          ],
          secureKeys: [{ id: tokenKey?.id, keyType: 'NIST ECC', keySize: 256, usedBy: [site] }],
        },
      ],
    });
    expect(JSON.stringify(data)).not.toMatch(/pkcs8|keyId/i);
    expect((await db.done("RACDCERT SITE LIST(LABEL('a'))")).data).toMatchObject({ certificates: [{ tokenKey }] });
  });
});

describe('keys in tokens', () => {
  it('came with z/OS 2.1; tokens are older', async () => {
    const db = lab({ ...EC, level: '1.13' });
    await db.done('RACDCERT ADDTOKEN(T)');
    const made = await db.run("RACDCERT GENCERT SUBJECTSDN(CN('a')) RSA(TOKEN(T))");
    expect([made.returnCode, ...made.lines]).toEqual([12, 'IKJ56712I INVALID KEYWORD, TOKEN']);
  });
});

describe('keys in the PKDS', () => {
  it('go with their certificate, and never take the entry of another', async () => {
    const db = lab();
    await db.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC(PKDS(KEY)) SIZE(256)");
    const { keyId } = db.entry('U1', 'a');
    expect(db.icsfKeys.get('KEY')).toMatchObject({ keyId, createdBy: 'IBMUSER' });
    // As stores were before the PKDS had entries.
    db.icsfKeys.clear();
    await db.done("RACDCERT ID(U2) GENCERT SUBJECTSDN(CN('b')) WITHLABEL('b') NISTECC(PKDS(KEY)) SIZE(256)");
    await db.done("RACDCERT ID(U1) DELETE(LABEL('a'))");
    expect([...db.icsfKeys.keys()]).toEqual(['KEY']);
    await db.done("RACDCERT ID(U2) DELETE(LABEL('b'))");
    expect([db.icsfKeys.size, db.privateKeys.size]).toEqual([0, 0]);
  });

  it('stay where they are when the certificate is renewed', async () => {
    const db = lab();
    await db.done("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC SIZE(256)");
    await db.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC(PKDS(KEY)) SIZE(256)");
    const before = db.icsfKeys.get('KEY');
    await db.done("RACDCERT ID(U1) GENREQ(LABEL('a')) DSN('A.REQ')");
    await db.done("RACDCERT ID(U1) GENCERT('A.REQ') SIGNWITH(CERTAUTH LABEL('ca'))");
    expect(db.entry('U1', 'a').pkdsLabel).toBe('KEY');
    expect(db.icsfKeys.get('KEY')).toEqual(before);
  });
});

/** What every command must leave behind: nothing dangles, and no key is without an owner. */
function check(db: Lab, certificates: readonly CertificateEntry[]): void {
  const used = new Set<string>();
  for (const { keyId, pkdsLabel, tokenKey } of certificates) {
    if (keyId !== null) used.add(keyId);
    if (pkdsLabel !== null) expect(db.icsfKeys.get(pkdsLabel)?.keyId).toBe(keyId);
    if (tokenKey !== null) {
      const token = db.tokens.get(tokenKey.token) ?? expect.unreachable();
      expect(keysIn(token).find((key) => key.id === tokenKey.id)?.keyId).toBe(keyId);
    }
  }
  for (const { label } of db.icsfKeys.values()) {
    expect(certificates.some((entry) => entry.pkdsLabel === label)).toBe(true);
  }
  for (const token of db.tokens.values()) {
    for (const { keyId } of [...certificatesIn(token), ...keysIn(token)]) if (keyId !== null) used.add(keyId);
    expect(certificatesIn(token).filter((bound) => bound.default).length).toBeLessThanOrEqual(1);
  }
  expect([...db.privateKeys.keys()].sort()).toEqual([...used].sort());
}

describe('any order of commands', () => {
  const label = fc.constantFrom('a', 'b', 'c');
  const token = fc.constantFrom('T1', 'T2');
  const number = fc.integer({ min: 1, max: 3 });
  const force = fc.constantFrom('', ' FORCE');
  const command = fc.oneof(
    fc
      .tuple(
        label,
        fc.constantFrom('NISTECC', 'NISTECC(PKDS(*))', 'NISTECC(PKDS)', 'NISTECC(TOKEN(T1))', 'NISTECC(TOKEN(T2))'),
      )
      .map(([l, key]) => `GENCERT SUBJECTSDN(CN('${l}')) WITHLABEL('${l}') ${key} SIZE(256)`),
    fc
      .tuple(label, token, fc.constantFrom('', ' USAGE(CERTAUTH)', ' DEFAULT'))
      .map(([l, t, how]) => `BIND(LABEL('${l}') TOKEN(${t})${how})`),
    fc.tuple(label, token, force).map(([l, t, f]) => `UNBIND(LABEL('${l}') TOKEN(${t}))${f}`),
    fc.tuple(number, token, force).map(([n, t, f]) => `UNBIND(SEQNUM(${n}) TOKEN(${t}))${f}`),
    fc
      .tuple(number, token, label, fc.constantFrom('', ' PKDS(*)'))
      .map(([n, t, l, key]) => `IMPORT(TOKEN(${t}) SEQNUM(${n})) WITHLABEL('${l}')${key}`),
    label.map((l) => `DELETE(LABEL('${l}'))`),
    fc.tuple(label, label).map(([l, to]) => `REKEY(LABEL('${l}')) WITHLABEL('${to}')`),
    fc.tuple(label, label, force).map(([l, to, f]) => `ROLLOVER(LABEL('${l}')) NEWLABEL('${to}')${f}`),
    token.map((t) => `ADDTOKEN(${t})`),
    fc.tuple(token, force).map(([t, f]) => `DELTOKEN(${t})${f}`),
  );

  it('leaves no key without an owner, and no certificate without its key', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), async (commands) => {
        const db = lab();
        await db.done('RACDCERT ADDTOKEN(T1)');
        await db.done('RACDCERT ADDTOKEN(T2)');
        await db.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC(TOKEN(T1)) SIZE(256)");
        await db.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('b')) WITHLABEL('b') NISTECC SIZE(256)");
        for (const each of commands) {
          await db.run(`RACDCERT ID(U1) ${each}`);
          check(
            db,
            db.labels('U1').map((name) => db.entry('U1', name)),
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});
