import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { complete } from '../../../src/racdcert/explain/complete.ts';
import { type Lab, memoryLab } from '../memory-lab.ts';

let lab: Lab;
beforeAll(async () => {
  lab = memoryLab();
  await lab.done("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('Lab CA') NISTECC");
  await lab.done("RACDCERT ID(ELM) GENCERT SUBJECTSDN(CN('e')) WITHLABEL('Elm''s own') NISTECC");
  await lab.done('RACDCERT ID(ELM) ADDRING(ElmRing)');
});

const offers = async (text: string): Promise<readonly string[]> =>
  (await complete(text, lab.view(), 'IBMUSER')).candidates;

describe('offers', () => {
  it.each([
    ['RACDCERT GENC', ['GENCERT']],
    ['id(elm) listr', ['LISTRING']],
    ['ID(ELM) GENCERT SUBJ', ['SUBJECTSDN(']],
    ['GENCERT SUBJECTSDN(C', ['CN(', 'C(']],
    ['EXPORT(LABEL(x)) FORMAT(PKCS12', ['PKCS12B64', 'PKCS12DER']],
    ['ID(ELM) LIST(LABEL(', ["'Elm''s own'"]],
    ["CERTAUTH LIST(LABEL('Lab", ["'Lab CA'"]],
    ["ID(ELM) CONNECT(CERTAUTH LABEL('", ["'Lab CA'"]],
    ['ID(ELM) CONNECT(RING(', ['ElmRing']],
    ['ID(ELM) LISTRING(E', ['ElmRing']],
    ['ID(ELM) CONNECT(USAGE(', ['PERSONAL', 'CERTAUTH', 'SITE']],
    ["ID(ELM) GENCERT WITHLABEL('", []],
    ['ID(ELM) NOSUCH(', []],
  ])('%j', async (text, expected) => {
    const offered = await offers(text);
    if (expected.length === 0) expect(offered).toEqual([]);
    else for (const each of expected) expect(offered).toContain(each);
  });

  it('what is replaced is the end of the text', async () => {
    expect((await complete("CERTAUTH LIST(LABEL('Lab", lab.view(), 'IBMUSER')).typed).toBe("'Lab");
    expect((await complete('RACDCERT GENC', lab.view(), 'IBMUSER')).typed).toBe('GENC');
  });

  it('any text has an answer', async () => {
    const piece = fc.constantFrom('LABEL(', 'RING(', "'", '(', ')', ' ', 'ID(', 'CERTAUTH', 'LIST', 'x', '\u2019');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const text = pieces.join('');
        const { typed } = await complete(text, lab.view(), 'IBMUSER');
        return text.endsWith(typed);
      }),
      { numRuns: 300 },
    );
  });
});
