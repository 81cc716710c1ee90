import { describe, expect, it } from 'vitest';
import { bindOperands, lastWritten } from '../../src/tso/bind.ts';
import { flag, group, label, list, number, oneOf, text } from '../../src/tso/declare.ts';
import { said, tree } from './read.ts';

const TABLE = {
  LIST: flag(),
  LISTRING: text({ max: 237, what: 'ring name', fold: 'never' }),
  LISTCHAIN: flag(),
  LABEL: label(),
  TRUST: flag(),
  SIZE: number({ min: 1, max: 9999, what: 'size' }),
  PASSWORD: text({ max: 255, what: 'password', secret: true }),
  KEYUSAGE: list(oneOf('HANDSHAKE', 'DOCSIGN'), { max: 5 }),
  SUBJECTSDN: group({
    CN: text({ max: 64, what: 'CN' }),
    OU: list(text({ max: 64, what: 'OU' }), { max: 3, adds: true }),
  }),
};

const bind = (operands: string) => bindOperands(tree(`C ${operands}`).operands, TABLE, { prefix: 'ELM' });
const problems = (operands: string): string[] => bind(operands).problems.map(said);

describe('abbreviations', () => {
  it.each([
    ['LISTR(x)', { LISTRING: 'x' }],
    ['listring(x)', { LISTRING: 'x' }],
    ['LIST', { LIST: true }],
    ['T', { TRUST: true }],
    ["PASS('p')", { PASSWORD: 'p' }],
    ['KEYU(H,DOC)', { KEYUSAGE: ['HANDSHAKE', 'DOCSIGN'] }],
  ])('%s', (operands, values) => expect(bind(operands)).toMatchObject({ values, problems: [] }));

  it('one that may stand for several names them', () => {
    expect(problems('LI')).toEqual([
      'RNGT901I The keyword LI is ambiguous: it may stand for LIST, LISTRING, or LISTCHAIN.',
    ]);
    expect(problems('S(5)')).toEqual(['RNGT901I The keyword S is ambiguous: it may stand for SIZE or SUBJECTSDN.']);
  });
});

describe('unknown keywords', () => {
  it.each([
    ["LABLE('x')", 'LABLE', 'LABEL'],
    ['TRSUT', 'TRSUT', 'TRUST'],
    ["PASSWRD('secret')", 'PASSWRD', 'PASSWORD'],
    ['UACC(NONE)', 'UACC', null],
    ['|', '|', null],
    ['__proto__', '__PROTO__', null],
    ['constructor', 'CONSTRUCTOR', null],
  ])('%s', (operands, keyword, suggestion) => {
    const { problems: found } = bind(operands);
    expect(found.map(said)).toEqual([`IKJ56712I INVALID KEYWORD, ${keyword}`]);
    expect(found[0]?.suggestion).toBe(suggestion);
  });
  it('never repeat a quoted string: it may be a password', () => {
    expect(problems("PASSWORD 'secret'")).toEqual(['IKJ56701I MISSING PASSWORD', "IKJ56712I INVALID KEYWORD, '...'"]);
  });
  it('are shown without what would steer a terminal, and not at any length', () => {
    expect(problems('\u202eX')).toEqual(['IKJ56712I INVALID KEYWORD, ?X']);
    expect(problems('X'.repeat(5000))[0]).toHaveLength('IKJ56712I INVALID KEYWORD, '.length + 83);
  });
});

describe('double quotes', () => {
  it.each([['LABEL("a")'], ['LABEL("Lab CA")'], ['SUBJECTSDN(CN(a"))']])('are noted: %s', (operands) => {
    const keyword = operands.replace(/\(.*/, '');
    expect(bind(operands).notes).toEqual([{ id: 'RNGT911I', inserts: { keyword } }]);
  });
  it.each([['LABEL(\'"a"\')'], ['LABEL(a"b)'], ["SUBJECTSDN(CN('a'))"]])('are no quotes there: %s', (operands) => {
    expect(bind(operands).notes).toEqual([]);
  });
});

describe('repeated keywords', () => {
  it('the last one counts, and that is noted', () => {
    const bound = bind("LABEL('a') LABEL('b')");
    expect(bound.values).toEqual({ LABEL: 'b' });
    expect(bound.notes).toEqual([{ id: 'RNGT910I', inserts: { keyword: 'LABEL' } }]);
    expect(bound.keywords).toEqual(['LABEL', 'LABEL']);
  });
  it('of a list that adds, all count', () => {
    const bound = bind("SUBJECTSDN(OU('a') CN('x') OU('b','c'))");
    expect(bound.values).toEqual({ SUBJECTSDN: { CN: 'x', OU: ['a', 'b', 'c'] } });
    expect(bound.notes).toEqual([]);
    expect(problems("SUBJECTSDN(OU('a','b') OU('c','d'))")).toEqual(['IKJ56702I INVALID OU, OU']);
  });
});

it('keywords are told in the order written', () => {
  expect(bind('TRUST SIZE(5) LIST').keywords).toEqual(['TRUST', 'SIZE', 'LIST']);
});

it('problems come in the order of the text, inside groups the first', () => {
  expect(problems("SIZE(x) SUBJECTSDN(DN('x') CN()) NOPE")).toEqual([
    'IKJ56702I INVALID SIZE, x',
    'IKJ56712I INVALID KEYWORD, DN',
    'IKJ56712I INVALID KEYWORD, NOPE',
  ]);
});

describe('keywords that exclude each other', () => {
  const last = (text: string) => lastWritten(bind(text).values, ['LIST', 'TRUST']);

  it.each([
    ['LIST TRUST', 'TRUST'],
    ['TRUST LIST', 'LIST'],
    ['TRUST LIST TRUST', 'TRUST'],
    ["TRUST LABEL('x')", 'TRUST'],
    ['LISTCHAIN', null],
  ])('%s: %s', (text, name) => expect(last(text)).toBe(name));
});
