/** Declarations are held to what transcripts show: every declared message occurs, and no other. */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/racdcert/catalogue.ts';
import { commonMessages, fidelityOf } from '../../../src/racdcert/fidelity/fidelity.ts';
import { FUNCTIONS } from '../../../src/racdcert/functions/index.ts';
import { MESSAGES } from '../../../src/racdcert/messages.ts';
import { OPERAND_FACTS } from '../../../src/racdcert/fidelity/operand-facts.ts';
import { VALUE_FACTS } from '../../../src/racdcert/fidelity/value-facts.ts';
import { saidByFunction, writtenByFunction } from '../../transcripts/said.ts';

const SAID = saidByFunction();
const WRITTEN = writtenByFunction();

describe.each(FUNCTIONS.map((each) => [each.name, each] as const))('%s', (name, called) => {
  const declared: readonly string[] = called.messages;
  const said = [...(SAID.get(name) ?? [])];

  it('declares every message it gives', () => {
    const common = commonMessages(called);
    expect(said.filter((id) => !declared.includes(id) && !common.includes(id)).toSorted()).toEqual([]);
  });

  it('gives every message it declares', () => {
    expect(declared.filter((id) => !said.includes(id))).toEqual([]);
  });

  it('declares none that all functions have, and none twice', () => {
    expect(declared.filter((id) => commonMessages(called).includes(id))).toEqual([]);
    expect(declared).toEqual([...new Set(declared)].toSorted());
  });

  it('is given every operand in some transcript', () => {
    const written = WRITTEN.get(name);
    const paths = fidelityOf(called).operands.map((operand) => operand.name);
    expect(paths.filter((path) => !written?.has(path))).toEqual([]);
  });

  it('has facts about every operand, and sentences as rules', () => {
    const { operands, rules, synopsis } = fidelityOf(called);
    expect(operands.filter(({ meaning }) => meaning === '')).toEqual([]);
    expect(rules.length).toBeGreaterThan(0);
    for (const { text } of rules) expect(text).toMatch(/^[A-Z*].*\.$/);
    expect(synopsis[0]).toMatch(new RegExp(`^RACDCERT ${name}`));
  });
});

it('what authority is needed is said of every function that somebody may be refused, as sure as its row', () => {
  const said = new Map(FUNCTIONS.map((each) => [each.name, fidelityOf(each).authority]));
  expect([...said].filter(([, rules]) => rules.length === 0).map(([name]) => name)).toEqual(['CHECKCERT']);
  expect(said.get('REMOVE')?.slice(0, 2)).toEqual([
    {
      text: "IRR.DIGTCERT.REMOVE in class FACILITY, for the certificate in parentheses, where the ring is one's own: READ for one's own, UPDATE for another user's and those of CERTAUTH and SITE.",
      confidence: 'assumed',
    },
    {
      text: "IRR.DIGTCERT.REMOVE in class FACILITY, for the certificate in parentheses, where the ring is another user's: CONTROL.",
      confidence: 'documented',
    },
  ]);
});

it('no fact is about an operand that is not there', () => {
  const used = new Set(FUNCTIONS.flatMap((each) => fidelityOf(each).operands.map((operand) => operand.name)));
  expect(Object.keys({ ...OPERAND_FACTS, ...VALUE_FACTS }).filter((path) => !used.has(path))).toEqual([]);
});

it('every message of the catalogue is declared by a function, or may come from all', () => {
  const declared = new Set<string>(FUNCTIONS.flatMap((each) => [...each.messages, ...commonMessages(each)]));
  expect(Object.keys(MESSAGES).filter((id) => !declared.has(id))).toEqual([]);
  expect([...declared].filter((id) => CATALOGUE[id] === undefined)).toEqual([]);
});
