import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/jobs/carrier.ts';
import { parameter, positional, splitOperands } from '../../../src/jobs/jcl/operands.ts';
import { isStatement, readStatement } from '../../../src/jobs/jcl/statement.ts';

const read = (...lines: readonly string[]) => readStatement(linesOf(lines.join('\n')), 0);
const operands = (...lines: readonly string[]) => splitOperands(read(...lines).field);

it('tells statements from comments and data', () => {
  expect(isStatement('//STEP1 EXEC PGM=X')).toBe(true);
  expect(isStatement('//')).toBe(true);
  expect(isStatement('//* STEP1')).toBe(false);
  expect(isStatement(' //STEP1')).toBe(false);
  expect(isStatement('/*')).toBe(false);
});

describe('reading', () => {
  it('name, operation, operands; the comment behind is left', () => {
    expect(read("//STEP1  exec PGM=IKJEFT01,PARM='A B',COND=(0,NE)  run TSO")).toEqual({
      name: 'STEP1',
      operation: 'EXEC',
      field: "PGM=IKJEFT01,PARM='A B',COND=(0,NE)",
      line: 1,
      next: 1,
      error: null,
    });
  });
  it.each([
    ['//  DD *', { name: '', operation: 'DD', field: '*' }],
    ['//', { name: '', operation: '', field: '' }],
    ['//A ENDIF   ', { name: 'A', operation: 'ENDIF', field: '' }],
    ['//A', { name: 'A', operation: '', field: '' }],
  ])('%j', (line, expected) => expect(read(line)).toMatchObject(expected));
  it('goes on behind a comma, over comments between', () => {
    const statement = read('//A DD DATA,   first', '//* between', '//      DLM=$$,', '//  SYMBOLS=JCLONLY', '//B DD *');
    expect(statement.field).toBe('DATA,DLM=$$,SYMBOLS=JCLONLY');
    expect(statement.next).toBe(4);
  });
  it('a quoted value goes on from column 71 to column 16', () => {
    const first = `//A EXEC PGM=X,PARM='${'o'.repeat(50)}`;
    expect(first).toHaveLength(71);
    expect(parameter(operands(first, "//             two'"), 'PARM')).toBe(`${'o'.repeat(50)}two`);
    expect(parameter(operands(first, "//               two'"), 'PARM')).toBe(`${'o'.repeat(50)}  two`);
    expect(parameter(operands("//A EXEC PGM=X,PARM='one", "//             two'"), 'PARM')).toBe(
      `one${' '.repeat(71 - 24)}two`,
    );
  });
  it('a quote that is never closed is an error', () => {
    expect(read("//A EXEC PGM=X,PARM='one", '//B DD *')).toMatchObject({
      error: 'a quote is opened and not closed',
      next: 1,
    });
  });
  it('columns from 72 on are no operands', () => {
    expect(read(`//A EXEC PGM=IKJEFT01${' '.repeat(51)}00000100`).field).toBe('PGM=IKJEFT01');
    expect(read(`//A EXEC ${'PGM='.padEnd(62, 'X')}YYYY`).field).toBe('PGM='.padEnd(62, 'X'));
  });
  it('a comment may go on with a sign in column 72', () => {
    const first = `${'//A EXEC PGM=X   a comment that'.padEnd(71)}X`;
    expect(read(first, '//   goes on here')).toMatchObject({ field: 'PGM=X', next: 2 });
    expect(read(first, '//   DD *')).toMatchObject({ next: 1 });
  });
  it('a comma at the end of the file ends it', () => {
    expect(read('//A EXEC PGM=X,')).toMatchObject({ field: 'PGM=X,', next: 1 });
    expect(read('//A EXEC PGM=X,', 'data')).toMatchObject({ field: 'PGM=X,', next: 1 });
  });
});

describe('conditions', () => {
  it('end with THEN and may take several lines', () => {
    expect(read('// IF (RC = 0) THEN   all is well')).toMatchObject({ field: '(RC = 0)', next: 1 });
    expect(read('//X IF (S1.RC = 0 &', '//* so far', '//     S2.RC = 4) THEN', '//S DD *')).toMatchObject({
      field: '(S1.RC = 0 & S2.RC = 4)',
      next: 3,
    });
    expect(read('// IF RC=0 then')).toMatchObject({ field: 'RC=0', error: null });
  });
  it('without THEN are an error', () => {
    expect(read('// IF (RC = 0)', '//S EXEC PGM=X')).toMatchObject({ error: 'the IF statement has no THEN', next: 1 });
  });
});

describe('operands', () => {
  it('by keyword, quotes removed', () => {
    const found = operands("//A EXEC PGM=X,PARM='O''S &&A',proc=''");
    expect(parameter(found, 'PARM')).toBe("O'S &A");
    expect(parameter(found, 'PROC')).toBe('');
    expect(parameter(found, 'COND')).toBeNull();
  });
  it('positional ones stand first', () => {
    expect(positional(operands('//A DD *,DLM=AA'))).toBe('*');
    expect(positional(operands('//A DD DSN=*.B'))).toBeNull();
    expect(positional(operands('//A DD'))).toBeNull();
  });
  it('commas in quotes and parentheses do not cut', () => {
    expect(operands("//A EXEC P,A='x,y',B=(1,2)")).toEqual(['P', "A='x,y'", 'B=(1,2)']);
  });
});
