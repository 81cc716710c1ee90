import { expect, it } from 'vitest';
import { LIMITS } from '../../../src/core/limits.ts';
import { CERTAUTH } from '../../../src/core/owner.ts';
import { chainOf } from '../../../src/racdcert/chains/chain.ts';
import { parseCertificate } from '../../../src/x509/certificate.ts';
import { listingName } from '../../../src/x509/name.ts';
import { fixtureKey, issued, type Issued } from '../../x509/issued.ts';
import { memoryLab } from '../memory-lab.ts';

it('looks for the first issuer under the same owner, and for the others under CERTAUTH', async () => {
  const lab = memoryLab();
  const until = 'NOTAFTER(DATE(2035-01-01)) NISTECC';
  await lab.done(`RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Root')) WITHLABEL('Root') ${until}`);
  await lab.done(
    `RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('Sub')) WITHLABEL('Sub') SIGNWITH(CERTAUTH LABEL('Root')) NOTAFTER(DATE(2034-01-01)) NISTECC`,
  );
  await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('own')) WITHLABEL('own') SIGNWITH(LABEL('Sub')) NISTECC");
  await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('other')) WITHLABEL('other') SIGNWITH(LABEL('Sub')) NISTECC");
  const own = await chainOf(lab.view(), lab.entry('U1', 'own'));
  expect([own.complete, own.certificates.map(({ subject }) => listingName(subject))]).toEqual([
    true,
    ['CN=own', 'CN=Sub', 'CN=Root'],
  ]);
  // The same certificate in other hands: its issuer belongs to somebody else, and so does not count.
  await lab.done("RACDCERT ID(U1) EXPORT(LABEL('other')) DSN('OTHER')");
  await lab.done("RACDCERT ID(U1) DELETE(LABEL('other'))");
  await lab.run("RACDCERT ID(U2) ADD('OTHER') WITHLABEL('other')");
  const lonely = await chainOf(lab.view(), lab.entry('U2', 'other'));
  expect([lonely.complete, lonely.certificates.length]).toEqual([false, 1]);
});

/** A lab with these certificates, each under the name of its owner. */
async function labWith(...those: readonly (readonly [whose: string, Issued])[]) {
  const lab = memoryLab();
  for (const [at, [whose, { certificate }]] of those.entries()) {
    lab.files.set(`CERT${at}`, certificate.der);
    const owner = whose === 'CERTAUTH' ? whose : `ID(${whose})`;
    const { returnCode, lines } = await lab.run(`RACDCERT ${owner} ADD('CERT${at}') WITHLABEL('c${at}') TRUST`);
    if (returnCode !== 0) throw new Error(lines.join('\n'));
  }
  return lab;
}

it('takes an issuer of the same owner before one of CERTAUTH, though CERTAUTH has the better fit', async () => {
  const key = fixtureKey('p256-a');
  const root = issued('Root', key, { ca: true });
  const crossed = issued('Root', key, {
    ca: true,
    issuer: issued('Old', fixtureKey('p256-b'), { ca: true }),
    serial: 9n,
  });
  const leaf = issued('leaf', fixtureKey('p256-c'), { issuer: root, serial: 1n });
  // Two certificates of one key: the second one in the database would renew the first, so it is put there by hand.
  const lab = await labWith(['U1', leaf], ['U1', crossed]);
  const view = lab.view();
  const authority = { ...lab.entry('U1', 'c1'), owner: CERTAUTH, label: 'root', der: root.certificate.der };
  const both = { ...view, bySubject: async (name: Uint8Array) => [authority, ...(await view.bySubject(name))] };
  const chain = await chainOf(both, lab.entry('U1', 'c0'));
  expect([chain.complete, chain.entries.map(({ label }) => label)]).toEqual([false, ['c0', 'c1']]);
  const others = { ...view, bySubject: async () => [authority] };
  const fallback = await chainOf(others, lab.entry('U1', 'c0'));
  expect([fallback.complete, fallback.entries.map(({ label }) => label)]).toEqual([true, ['c0', 'root']]);
});

it('ends with two authorities that signed one another, and with more than a chain may have', async () => {
  const [a, b] = [fixtureKey('p256-a'), fixtureKey('p256-b')];
  const first = issued('A', a, { ca: true, issuer: issued('B', b), serial: 1n });
  const second = issued('B', b, { ca: true, issuer: issued('A', a), serial: 2n });
  const lab = await labWith(['CERTAUTH', first], ['CERTAUTH', second]);
  const loop = await chainOf(lab.view(), lab.entry('CERTAUTH', 'c0'));
  expect([loop.complete, loop.entries.length]).toEqual([false, 2]);

  const entry = lab.entry('CERTAUTH', 'c0');
  const base = issued('0', a, { ca: true });
  const tower = [base];
  for (let at = 1; at < 2 * LIMITS.chainLength; at++) {
    tower.push(issued(String(at), a, { ca: true, issuer: tower[at - 1] ?? base, serial: BigInt(at) }));
  }
  const entries = tower.map(({ certificate: { der } }, at) => ({ ...entry, der, label: String(at) }));
  const bySubject = async (name: Uint8Array) =>
    entries.filter(({ der }) => Buffer.compare(parseCertificate(der).subject.der, name) === 0);
  const high = await chainOf({ ...lab.view(), bySubject }, entries.at(-1) ?? entry);
  expect([high.complete, high.entries.length]).toEqual([false, LIMITS.chainLength + 1]);
});
