import { expect, it } from 'vitest';
import { chainOf } from '../../src/racdcert/chain.ts';
import { listingName } from '../../src/x509/name.ts';
import { memoryLab } from './memory-lab.ts';

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
