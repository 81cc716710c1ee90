import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../src/racdcert/functions/index.ts';
import { OPERANDS } from '../../src/racdcert/operands.ts';
import { understand, type Understanding } from '../../src/racdcert/understand.ts';
import { parseCommand } from '../../src/tso/tree.ts';

function read(text: string): Understanding {
  const tree = parseCommand(`RACDCERT ${text}`);
  if (tree.kind === 'problem') throw new Error(`not parsed: ${text}`);
  return understand(tree, 'ISSUER', 'ISSUER');
}

function asked(text: string) {
  const understood = read(text);
  if (understood.kind !== 'request') throw new Error(`not understood: ${text}`);
  return { name: understood.function.name, ...understood.request };
}

describe('the keyword list', () => {
  it('has all 26 functions, and no operand of the same name', () => {
    const names = FUNCTIONS.map((each) => each.name);
    expect(new Set(names).size).toBe(26);
    expect(names.filter((name) => name in OPERANDS)).toEqual([]);
  });
});

describe('understanding', () => {
  it('takes the last function named, and LIST when there is none', () => {
    expect(asked('ADDRING(A) DELRING(B)')).toMatchObject({ name: 'DELRING', value: 'B' });
    expect(asked('DELRING(B) ADDRING(A)')).toMatchObject({ name: 'ADDRING', value: 'A' });
    expect(asked('ID(U)')).toMatchObject({ name: 'LIST', value: null, owner: { kind: 'user', id: 'U' } });
  });

  it('takes the issuing user for the owner, else the last one named', () => {
    expect(asked('LIST').owner).toEqual({ kind: 'user', id: 'ISSUER' });
    expect(asked('CERTAUTH LIST ID(u)').owner).toEqual({ kind: 'user', id: 'U' });
    expect(asked('ID(U) LIST CERTAUTH SITE').owner).toEqual({ kind: 'site' });
  });

  it('gives a mapping to a user or to MULTIID, the last one named, and never to a pool', () => {
    expect(asked('LISTMAP').owner).toEqual({ kind: 'user', id: 'ISSUER' });
    expect(asked('ID(U) LISTMAP MULTIID').owner).toEqual({ kind: 'multiid' });
    expect(asked('MULTIID LISTMAP ID(U)').owner).toEqual({ kind: 'user', id: 'U' });
    for (const pool of ['CERTAUTH', 'SITE']) {
      const refused = { kind: 'refused', message: { id: 'RNGT055I', inserts: { keyword: pool } } };
      for (const name of ['MAP', 'ALTMAP', 'DELMAP', 'LISTMAP']) expect(read(`${name} ${pool}`)).toMatchObject(refused);
    }
    const others = FUNCTIONS.filter((each) => each.owner !== 'mapping' && each.value.takes === 'optional');
    for (const { name } of others) {
      expect(read(`${name} MULTIID`)).toMatchObject({ kind: 'refused', message: { id: 'IRRD136I' } });
    }
  });

  it('gives a function its own operands only, and of alternatives the last', () => {
    const request = asked("ALTER(LABEL('x')) TRUST FORMAT(CERTDER) NOTRUST SIZE(5) NEWLABEL('y')");
    expect(request.operands).toEqual({ NOTRUST: true, NEWLABEL: 'y' });
    expect(asked("GENCERT SUBJECTSDN(CN('a')) RSA NISTECC").operands).toEqual({
      SUBJECTSDN: { CN: 'a' },
      NISTECC: null,
    });
  });

  it('refuses a bad operand even where it does not belong', () => {
    expect(read('ADDRING(R) SIZE(big)')).toMatchObject({ kind: 'problem', command: 'ADDRING' });
    expect(read('ADDRING(R) UACC(NONE)')).toMatchObject({ kind: 'problem' });
    expect(read("CONNECT(LABEL('x')) RING(R)")).toMatchObject({ kind: 'problem' });
  });

  it('does not care for the order of operands', () => {
    const parts = ["CONNECT(LABEL('x') RING(R.1) DEFAULT)", 'ID(U1)', 'TRUST', "WITHLABEL('w')"];
    const expected = asked(parts.join(' '));
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        expect(asked(shuffled.join(', '))).toEqual(expected);
      }),
    );
  });

  it('takes every keyword shortened as far as it stays unique, and full names always', () => {
    const names = [...FUNCTIONS.map((each) => each.name), ...Object.keys(OPERANDS)];
    for (const name of names) {
      for (let length = 1; length <= name.length; length++) {
        const word = name.slice(0, length);
        const matching = names.filter((each) => each.startsWith(word));
        const ambiguous = matching.length > 1 && !names.includes(word);
        const tree = parseCommand(`RACDCERT ${word}`);
        const understood = tree.kind === 'command' ? understand(tree, 'U', 'U') : null;
        const id = understood?.kind === 'problem' ? understood.problem.message.id : null;
        expect(id === 'RNGT901I', word).toBe(ambiguous);
        expect(id === 'IKJ56712I', word).toBe(false);
      }
    }
  });
});
