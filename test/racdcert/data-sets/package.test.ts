import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPackage } from '../../../src/racdcert/data-sets/package.ts';
import { memoryLab } from '../memory-lab.ts';

it('answers any bytes with a package or a refusal, with and without a password', async () => {
  const lab = memoryLab();
  await lab.done("RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('x')) WITHLABEL('x') NISTECC");
  await lab.done("RACDCERT ID(U1) EXPORT(LABEL('x')) DSN('P12') PASSWORD('p')");
  await lab.done("RACDCERT ID(U1) EXPORT(LABEL('x')) DSN('P7') FORMAT(PKCS7DER)");
  const seeds = [lab.entry('U1', 'x').der, lab.files.get('P12'), lab.files.get('P7')].map(
    (bytes) => bytes ?? new Uint8Array(),
  );
  const spoilt = fc
    .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat({ max: 255 }), fc.nat())
    .map(([bytes, at, value, cut]) => {
      const changed = Uint8Array.from(bytes);
      changed[at % changed.length] = value;
      return cut % 3 === 0 ? changed.subarray(0, cut % changed.length) : changed;
    });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array(), spoilt),
      fc.option(fc.string(), { nil: undefined }),
      async (bytes, password) => {
        const found = await readPackage(bytes, password, '3.2');
        expect('kind' in found ? found.kind : 'package').toMatch(/^(refusal|package)$/);
      },
    ),
    { numRuns: 300 },
  );
});
