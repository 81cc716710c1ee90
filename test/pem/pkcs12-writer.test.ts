/** What we write: strict DER, stable under a fixed source of randomness, and accepted by every reader at hand. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { Crypto } from '@peculiar/webcrypto';
import forge from 'node-forge';
import * as pkijs from 'pkijs';
import { describe, expect, it } from 'vitest';
import { leafOf, readPkcs12 } from '../../src/pem/pkcs12.ts';
import { writePkcs12, type Pkcs12Input, type Pkcs12Profile } from '../../src/pem/pkcs12-writer.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';
import { checkStrictDer, countingRandom, PKI, SERVER_CHAIN } from './pki.ts';

const PROFILES: readonly Pkcs12Profile[] = ['modern', 'zos'];
const folder = temporaryFolder();

const rsa: Omit<Pkcs12Input, 'profile'> = {
  certificates: SERVER_CHAIN,
  pkcs8: PKI.serverKey,
  password: 'secret',
  friendlyName: 'Elm One',
};
const ec: Omit<Pkcs12Input, 'profile'> = { ...rsa, certificates: [PKI.client, PKI.ca], pkcs8: PKI.clientKey };

async function fileOf(input: Pkcs12Input, name: string): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await writePkcs12(input), { mode: 0o600 });
  return path;
}

describe.each(PROFILES)('profile %s', (profile) => {
  it('is read back whole, with label and link on leaf and key alone', async () => {
    const contents = await readPkcs12(await writePkcs12({ ...rsa, profile }), 'secret');
    expect(contents.certificates.map(({ der }) => Buffer.from(der))).toEqual(
      SERVER_CHAIN.map((der) => Buffer.from(der)),
    );
    expect(contents.certificates.map(({ friendlyName }) => friendlyName)).toEqual(['Elm One', null, null]);
    expect(contents.certificates[0]?.localKeyId).toEqual(contents.keys[0]?.localKeyId);
    expect(contents.certificates[0]?.localKeyId).toHaveLength(20);
    expect(contents.keys[0]?.friendlyName).toBe('Elm One');
    expect(leafOf(contents)?.certificate).toBe(contents.certificates[0]);
  });

  it('names the algorithms that the profile promises', async () => {
    const { encryption, mac } = await readPkcs12(await writePkcs12({ ...ec, profile }), 'secret');
    const promised = {
      modern: [['PBES2 AES-256-CBC, PBKDF2 HMAC-SHA256, 10000 iterations'], 'HMAC-SHA256, 10000 iterations'],
      zos: [['PBE-SHA1-3DES, 2048 iterations'], 'HMAC-SHA1, 2048 iterations'],
    };
    expect([encryption, mac]).toEqual(promised[profile]);
  });

  it('is strict DER, down to the parts that are encrypted', async () => {
    const bytes = await writePkcs12({ ...rsa, profile, iterations: 1 });
    expect(() => checkStrictDer(bytes)).not.toThrow();
  });

  it('is the same bytes again for the same randomness, and other bytes for none given', async () => {
    const make = () => writePkcs12({ ...rsa, profile, random: countingRandom() });
    expect(Buffer.compare(await make(), await make())).toBe(0);
    expect(Buffer.compare(await writePkcs12({ ...rsa, profile }), await writePkcs12({ ...rsa, profile }))).not.toBe(0);
  });

  it('takes iterations, a password beyond ASCII, and no key', async () => {
    const password = 'grün€𝄞';
    const bytes = await writePkcs12({ ...rsa, profile, password, pkcs8: null, iterations: 3 });
    const { certificates, keys, mac } = await readPkcs12(bytes, password);
    expect([certificates.length, keys.length, certificates[0]?.localKeyId]).toEqual([3, 0, null]);
    expect(mac).toContain('3 iterations');
  });

  it.each([0, 1.5, 1_000_001, Number.NaN])('refuses %d iterations', async (iterations) => {
    await expect(writePkcs12({ ...rsa, profile, iterations })).rejects.toMatchObject({
      code: 'pkcs12/too-many-iterations',
    });
  });

  it('refuses to be empty', async () => {
    await expect(writePkcs12({ ...rsa, profile, certificates: [] })).rejects.toMatchObject({ code: 'pkcs12/bad' });
  });

  it('loads in the TLS of Node', async () => {
    const pfx = Buffer.from(await writePkcs12({ ...rsa, profile }));
    expect(() => createSecureContext({ pfx, passphrase: 'secret' })).not.toThrow();
    expect(() => createSecureContext({ pfx, passphrase: 'wrong' })).toThrow(/mac verify failure/);
  });

  it('opens in node-forge', async () => {
    const bytes = await writePkcs12({ ...rsa, profile, certificates: [PKI.root] });
    const pfx = forge.asn1.fromDer(Buffer.from(bytes).toString('latin1'));
    // node-forge opens PBES2 with UTF-8 and a classic MAC with SHA-256, as we write it.
    const p12 = forge.pkcs12.pkcs12FromAsn1(pfx, 'secret');
    expect(p12.getBags({ friendlyName: 'Elm One' }).friendlyName).toHaveLength(2);
  });

  itWith(['openssl'], 'opens in openssl, without its legacy provider', async () => {
    for (const [name, input] of Object.entries({ rsa, ec })) {
      const path = await fileOf({ ...input, profile }, `${name}-${profile}.p12`);
      const shown = run('openssl', ['pkcs12', '-in', path, '-passin', 'pass:secret', '-nodes']);
      expect(shown.status, shown.stderr).toBe(0);
      expect(shown.stdout.match(/BEGIN CERTIFICATE/g)).toHaveLength(input.certificates.length);
      expect(shown.stdout.match(/friendlyName: Elm One/g)).toHaveLength(2);
      expect(shown.stdout).toContain('BEGIN PRIVATE KEY');
      expect(run('openssl', ['pkcs12', '-in', path, '-passin', 'pass:wrong', '-nodes']).status).not.toBe(0);
    }
  });

  itWith(['openssl'], 'opens in openssl with a password beyond ASCII and with an empty one', async () => {
    for (const password of ['grün€', '']) {
      const path = await fileOf({ ...rsa, profile, password }, `password-${profile}.p12`);
      const shown = run('openssl', ['pkcs12', '-in', path, '-passin', `pass:${password}`, '-nodes'], {
        env: { LC_ALL: 'C.UTF-8' },
      });
      expect(shown.status, shown.stderr).toBe(0);
    }
  });

  itWith(['keytool'], 'lists in keytool as a key with its chain', async () => {
    const path = await fileOf({ ...rsa, profile }, `keytool-${profile}.p12`);
    const shown = run('keytool', ['-list', '-v', '-keystore', path, '-storetype', 'PKCS12', '-storepass', 'secret']);
    expect(shown.status, shown.stdout).toBe(0);
    expect(shown.stdout).toContain('Entry type: PrivateKeyEntry');
    expect(shown.stdout).toContain('Certificate chain length: 3');
    expect(shown.stdout).toMatch(/Alias name: elm one/i);
  });

  itWith(['certtool'], 'opens in certtool', async () => {
    const path = await fileOf({ ...rsa, profile }, `certtool-${profile}.p12`);
    const shown = run('certtool', ['--p12-info', '--inder', '--infile', path, '--password', 'secret']);
    expect(shown.status, shown.stderr).toBe(0);
    expect(shown.stdout.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    expect(shown.stdout).toContain('Elm One');
  });

  itWith(['pk12util', 'certutil'], 'imports with pk12util', async () => {
    const path = await fileOf({ ...rsa, profile }, `nss-${profile}.p12`);
    const database = ['-d', `sql:${temporaryFolder()}`];
    run('certutil', ['-N', ...database, '--empty-password']);
    const imported = run('pk12util', ['-i', path, ...database, '-W', 'secret']);
    expect(imported.status, imported.stderr).toBe(0);
    expect(run('certutil', ['-L', ...database]).stdout).toContain('Elm One');
    expect(run('certutil', ['-K', ...database]).stdout).toContain('Elm One');
  });
});

it('opens in pkijs (which has no 3DES, so the modern profile only)', async () => {
  const crypto = new Crypto();
  pkijs.setEngine('test', new pkijs.CryptoEngine({ name: 'test', crypto, subtle: crypto.subtle }));
  const bytes = await writePkcs12({ ...rsa, profile: 'modern' });
  const pfx = pkijs.PFX.fromBER(Uint8Array.from(bytes).buffer);
  const password = Uint8Array.from(Buffer.from('secret')).buffer;
  await pfx.parseInternalValues({ password, checkIntegrity: true });
  const safe = pfx.parsedValue?.authenticatedSafe;
  await safe?.parseInternalValues({ safeContents: [{ password }, {}] });
  const parts: readonly { readonly value: pkijs.SafeContents }[] = safe?.parsedValue.safeContents ?? [];
  expect(parts.map(({ value }) => value.safeBags.length)).toEqual([3, 1]);
});
