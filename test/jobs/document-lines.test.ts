import fc from 'fast-check';
import { expect, it } from 'vitest';
import { terminalLines } from '../../src/jobs/document-lines.ts';

const linesOf = (text: string): string[] => terminalLines(text).text.split('\n');

it.each([
  ['a parenthesis left open', ['RACDCERT LIST(', "LABEL('x'))"], ['RACDCERT LIST( +', "LABEL('x'))"]],
  ['operands below', ['RACDCERT ID(ELM)', ' DELRING(R)'], ['RACDCERT ID(ELM) +', ' DELRING(R)']],
  [
    'a function that is a command elsewhere',
    ['RACDCERT ID(ELM)', 'CONNECT(RING(R)', "LABEL('x'))"],
    ['RACDCERT ID(ELM) +', 'CONNECT(RING(R) +', "LABEL('x'))"],
  ],
  [
    'a placeholder with an apostrophe',
    ['RACDCERT MAP', "SDNFILTER('<elm's name>')", 'ID(ELM)'],
    ['RACDCERT MAP +', "SDNFILTER('<elm's name>') +", 'ID(ELM)'],
  ],
  ['some signs', ['RACDCERT ID(ELM) -', 'LIST(', "LABEL('x'))"], ['RACDCERT ID(ELM) -', 'LIST( +', "LABEL('x'))"]],
])('%s: the signs are added', (_name, lines, expected) => {
  expect(linesOf(lines.join('\n'))).toEqual(expected);
  expect(terminalLines(lines.join('\n')).wrapped).toEqual([1]);
});

it('leaves remarks of the document out', () => {
  const text = '# first\nRACDCERT LIST   # mine\n  # then\n#ASH LIST';
  expect(linesOf(text)).toEqual(['', 'RACDCERT LIST', '', '#ASH LIST']);
});

it.each([
  ['a parenthesis left out at the end', ["RACDCERT LIST(LABEL('x')", 'SETROPTS LIST']],
  ['a group below', ['RACDCERT LIST', 'CONNECT (ELM ASH) GROUP(G)']],
  ['a blank line', ['RACDCERT LIST(', '', "LABEL('x'))"]],
  ['a quote left open', ["RACDCERT LIST(LABEL('x)", 'RING(R)']],
  ['what is no command', ['ELSE (', 'RING(R)']],
  ['a number sign in a value', ["RACDCERT LIST(LABEL('a  # b'))", 'RACDCERT LISTRING(A#B)']],
])('%s: nothing is changed', (_name, lines) => {
  expect(terminalLines(lines.join('\n'))).toEqual({ text: lines.join('\n'), wrapped: [] });
});

it('keeps the number of lines', () => {
  const piece = fc.constantFrom('RACDCERT', 'TSO', ' ', '\n', '(', ')', "'", '+', '  # ', 'RING(R)', '/*', 'CONNECT(');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      expect(linesOf(text)).toHaveLength(text.split('\n').length);
    }),
  );
});
