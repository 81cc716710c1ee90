import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/jobs/carrier.ts';
import { readInStream } from '../../src/jobs/in-stream.ts';
import { readStatement } from '../../src/jobs/jcl-statement.ts';

function data(...text: readonly string[]) {
  const lines = linesOf(text.join('\n'));
  const read = readInStream(lines, readStatement(lines, 0));
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

describe('columns', () => {
  it('73 to 80 are sequence numbers', () => {
    expect(data('//S DD *', `${'A +'.padEnd(72)}00010000`)).toMatchObject({ lines: ['A +'.padEnd(72)], cutOff: null });
    expect(data('//S DD *', `${'A +'.padEnd(72)}ELM00100`)).toMatchObject({ cutOff: null });
  });
  it('other text there is cut and told', () => {
    expect(data('//S DD *', '', 'A'.repeat(90))).toMatchObject({ lines: ['', 'A'.repeat(72)], cutOff: 3 });
  });
});
