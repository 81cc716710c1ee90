import { expect, it } from 'vitest';
import { memoryLab } from '../memory-lab.ts';

it('a key that ICSF keeps as modulus and exponent is listed as such, generated or added, and when renewed', async () => {
  const lab = memoryLab();
  const keyType = async (label: string): Promise<string | undefined> =>
    (await lab.done(`RACDCERT ID(U1) LIST(LABEL('${label}'))`)).lines.find((line) => line.includes('Key Type'));
  const gencert = (words: string): string => `RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) ${words}`;
  await lab.done(gencert("WITHLABEL('mod-exp') ICSF SIZE(1024)"));
  expect(await keyType('mod-exp')).toBe('  Key Type: RSA Mod-Exp');

  await lab.done("RACDCERT ID(U2) GENCERT SUBJECTSDN(CN('y')) WITHLABEL('crt') RSA");
  const package12 = "RACDCERT ID(U2) EXPORT(LABEL('crt')) DSN('P.PFX') FORMAT(PKCS12DER) PASSWORD('long enough')";
  await lab.done(package12);
  await lab.done("RACDCERT ID(U2) DELETE(LABEL('crt'))");
  await lab.done("RACDCERT ID(U1) ADD('P.PFX') PASSWORD('long enough') WITHLABEL('added') ICSF TRUST");
  expect(await keyType('added')).toBe('  Key Type: RSA Mod-Exp');
  expect(lab.entry('U1', 'added').pkdsLabel).toMatch(/^IRR\.DIGTCERT\.U1\./);

  await lab.done("RACDCERT ID(U1) GENREQ(LABEL('mod-exp')) DSN('U1.REQ')");
  await lab.done("RACDCERT ID(U1) GENCERT('U1.REQ') SIGNWITH(LABEL('mod-exp'))");
  expect(await keyType('mod-exp')).toBe('  Key Type: RSA Mod-Exp');
  const { data } = await lab.done("RACDCERT ID(U1) LIST(LABEL('mod-exp'))");
  expect(data).toMatchObject({ certificates: [{ keyType: 'RSA Mod-Exp' }] });
});

it('other places and other kinds of keys know no such form', async () => {
  const lab = memoryLab();
  await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('a')) WITHLABEL('pkds') RSA(PKDS)");
  await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('b')) WITHLABEL('pcicc') PCICC");
  await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('c')) WITHLABEL('ecc') NISTECC");
  await lab.done("RACDCERT ID(U1) EXPORT(LABEL('ecc')) DSN('E.PFX') FORMAT(PKCS12DER) PASSWORD('long enough')");
  await lab.done("RACDCERT ID(U1) DELETE(LABEL('ecc'))");
  await lab.done("RACDCERT ID(U1) ADD('E.PFX') PASSWORD('long enough') WITHLABEL('ecc') ICSF TRUST");
  for (const label of ['pkds', 'pcicc', 'ecc']) {
    const entry = lab.entry('U1', label);
    expect([entry.pkdsLabel !== null, entry.modulusExponent], label).toEqual([true, false]);
  }
});
