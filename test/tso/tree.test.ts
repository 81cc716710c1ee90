import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import { printOperand } from '../../src/tso/print.ts';
import { parseCommand } from '../../src/tso/tree.ts';
import type { TreeOperand } from '../../src/tso/operand.ts';
import { refusal, tree } from './read.ts';

const printCommand = (command: string, operands: readonly TreeOperand[]): string =>
  [command, ...operands.map(printOperand)].join(' ');

/** One canonical spelling of a command, to compare trees by. */
const canonical = (text: string): string => {
  const { command, operands } = tree(text);
  return printCommand(command, operands);
};

describe('forms in daily use', () => {
  it.each([
    ["racdcert  certauth LIST (LABEL ('Elm CA'))", "RACDCERT certauth LIST(LABEL('Elm CA'))"],
    ['RACDCERT ID( ELMSTC ) LIST', 'RACDCERT ID(ELMSTC) LIST'],
    ["RACDCERT DELETE(LABEL('x'))CERTAUTH", "RACDCERT DELETE(LABEL('x')) CERTAUTH"],
    ["RACDCERT ALTNAME(DOMAIN('d')IP(192.0.2.9))", "RACDCERT ALTNAME(DOMAIN('d') IP(192.0.2.9))"],
    ["RACDCERT WITHLABEL('x'), SIGNWITH(LABEL('y'))", "RACDCERT WITHLABEL('x') SIGNWITH(LABEL('y'))"],
    ['RACDCERT ADDRING (R)', 'RACDCERT ADDRING(R)'],
    ["RACDCERT TRUST WITHLABEL('x')", "RACDCERT TRUST WITHLABEL('x')"],
    ['RACDCERT SITE | ID(userid)', 'RACDCERT SITE | ID(userid)'],
    ['RACDCERT LABEL()', 'RACDCERT LABEL()'],
    ['RACDCERT LISTRING(*)', 'RACDCERT LISTRING(*)'],
    ["RACDCERT SUBJECTSDN(CN('O''Shea'))", "RACDCERT SUBJECTSDN(CN('O''Shea'))"],
    ['%setup arg', '%SETUP arg'],
  ])('%s', (text, expected) => expect(canonical(text)).toBe(expected));
});

describe('parentheses', () => {
  it('missing at the end are supplied without a word', () => {
    const { operands, notes } = tree("RACDCERT connect(ring(ElmRing) label('elm') default");
    expect(operands.map(printOperand)).toEqual(["connect(ring(ElmRing) label('elm') default)"]);
    expect(notes).toEqual([]);
  });
  it('one too many is dropped with IKJ56716I', () => {
    const { operands, notes } = tree("RACDCERT LIST(LABEL('x'))) ID(U)");
    expect(operands.map(printOperand)).toEqual(["LIST(LABEL('x'))", 'ID(U)']);
    expect(notes).toEqual([{ id: 'IKJ56716I', inserts: { text: ')' } }]);
  });
  it.each([
    ['RACDCERT CONNECT(RING((ElmRing) LABEL(X))', 23],
    ['RACDCERT ID((user) LIST', 13],
    ["RACDCERT LABEL('x')('y')", 20],
    ["RACDCERT 'x'(y)", 13],
    ['RACDCERT LIST(A) (B)', 18],
    ['RACDCERT ((A))', 11],
  ])('that follow no keyword are refused: %s', (text, column) => {
    expect(refusal(text)).toBe(`RNGT904I The parenthesis in column ${column} does not follow a keyword.`);
  });
  it('may stand directly behind the command, as a list without a name', () => {
    expect(tree('ADDUSER (A B) NAME(C)').operands.map(printOperand)).toEqual(['(A B)', 'NAME(C)']);
  });
  it('are bounded in depth', () => {
    const nested = (depth: number): string => `C ${'A('.repeat(depth)}`;
    expect(parseCommand(nested(LIMITS.commandDepth)).kind).toBe('command');
    expect(refusal(nested(LIMITS.commandDepth + 1))).toContain(`RNGT907I Parentheses are nested more than 32 deep`);
  });
});

describe('command names', () => {
  it.each(["'RACDCERT' LIST", 'RACDCERT(LIST)', '1LIST', 'RACDCERTS LIST', '| x', '(x)', '*'])('%s', (text) => {
    expect(refusal(text)).toBe('IKJ56621I INVALID COMMAND NAME SYNTAX');
  });
  it.each(['', '  ', '/* only a comment', ',,'])('%j is empty', (text) => {
    expect(refusal(text)).toBe('RNGT909I The command is empty.');
  });
});

/** Without the places, which differ between two spellings. */
const shape = (operands: readonly TreeOperand[]): unknown =>
  operands.map(({ text, quoted, sub }) => ({ text, quoted, sub: sub === null ? null : shape(sub) }));

describe('properties', () => {
  const word = fc
    .string({ unit: fc.constantFrom(...'ABCxyz019.-*/&=:#@$%|é'), minLength: 1, maxLength: 12 })
    .filter((text) => !text.includes('/*'));
  const { operand } = fc.letrec<{ operand: TreeOperand; list: TreeOperand[] }>((tie) => ({
    list: fc.array(tie('operand'), { maxLength: 4 }),
    operand: fc.oneof(
      { depthSize: 'small' },
      fc.record({
        text: fc.string({ unit: 'grapheme' }),
        quoted: fc.constant(true),
        at: fc.constant(0),
        sub: fc.constant(null),
      }),
      fc.record({ text: word, quoted: fc.constant(false), at: fc.constant(0), sub: fc.option(tie('list')) }),
    ),
  }));

  it('what is printed is read back as the same tree', () => {
    fc.assert(
      fc.property(fc.array(operand, { maxLength: 5 }), (operands) => {
        const read = tree(printCommand('RACDCERT', operands));
        expect(shape(read.operands)).toEqual(shape(operands));
      }),
    );
  });

  it('any text is a command or a problem', () => {
    const hostile = fc.string({ unit: fc.constantFrom(..."AB()',/*+- \t’\u00a0\u0000\ud800"), maxLength: 200 });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        expect(['command', 'problem']).toContain(parseCommand(text).kind);
        expect(['command', 'problem']).toContain(parseCommand(`RACDCERT ${text}`).kind);
      }),
    );
  });
});
