import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/jobs/carrier.ts';
import { readInStream } from '../../../src/jobs/jcl/in-stream.ts';
import { splitOperands } from '../../../src/jobs/jcl/operands.ts';
import { readStatement } from '../../../src/jobs/jcl/statement.ts';

function data(...text: readonly string[]) {
  const lines = linesOf(text.join('\n'));
  const statement = readStatement(lines, 0);
  const read = readInStream(lines, statement.next, splitOperands(statement.field));
  return read === null ? null : { ...read, lines: read.lines.map((line) => line.text) };
}

describe('what ends the data', () => {
  it.each([
    ['DD *', ['//S DD *', 'A', '/*', 'B'], ['A'], 3],
    ['DD * before a statement', ['//S DD *', 'A', '//B DD *'], ['A'], 2],
    ['DD * at the end of the file', ['//S DD *', 'A'], ['A'], 2],
    ['DD * before a JCL comment', ['//S DD *', 'A', '//* x'], ['A'], 2],
    ['DD DATA takes //', ['//S DD DATA', 'A', '//B DD *', '/*', 'C'], ['A', '//B DD *'], 4],
    ['DLM takes // and /*', ['//S DD DATA,DLM=$$', '/* x', '//A', '$$', 'C'], ['/* x', '//A'], 4],
    ['DLM in quotes', ["//S DD *,DLM='@@'", '/*', '@@'], ['/*'], 3],
  ])('%s', (_name, text, lines, next) => expect(data(...text)).toMatchObject({ lines, next, unended: null }));

  it('a delimiter of its own that never comes is told', () => {
    expect(data('//S DD DATA,DLM=ZZ', 'A')).toMatchObject({ lines: ['A'], next: 2, unended: 'ZZ' });
  });
});

it('other DD statements have none', () => {
  expect(data('//S DD DSN=A.B,DISP=SHR', 'A')).toBeNull();
  expect(data('//S DD DUMMY')).toBeNull();
});
