import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/jobs/carrier.ts';
import { hasPositional, isStatement, parameter, readStatement } from '../../src/jobs/jcl-statement.ts';

const read = (...lines: readonly string[]) => readStatement(linesOf(lines.join('\n')), 0);

it('tells statements from comments and data', () => {
  expect(isStatement('//STEP1 EXEC PGM=X')).toBe(true);
  expect(isStatement('//')).toBe(true);
  expect(isStatement('//* STEP1')).toBe(false);
  expect(isStatement(' //STEP1')).toBe(false);
  expect(isStatement('/*')).toBe(false);
});

describe('reading', () => {
  it('name, operation, parameters; the comment behind is left', () => {
    expect(read("//STEP1  exec PGM=IKJEFT01,PARM='A B',COND=(0,NE)  run TSO")).toEqual({
      name: 'STEP1',
      operation: 'EXEC',
      parameters: ['PGM=IKJEFT01', "PARM='A B'", 'COND=(0,NE)'],
      line: 1,
      next: 1,
    });
  });
  it('without a name, and the null statement', () => {
    expect(read('//  DD *')).toMatchObject({ name: '', operation: 'DD', parameters: ['*'] });
    expect(read('//')).toMatchObject({ name: '', operation: '', parameters: [] });
  });
  it('goes on behind a comma, over comments between', () => {
    const statement = read('//A DD DATA,   first', '//* between', '//      DLM=$$,', '//  SYMBOLS=JCLONLY', '//B DD *');
    expect(statement.parameters).toEqual(['DATA', 'DLM=$$', 'SYMBOLS=JCLONLY']);
    expect(statement.next).toBe(4);
  });
  it('a quoted value goes on', () => {
    const statement = read("//A EXEC PGM=X,PARM='one", "//             two'");
    expect(parameter(statement, 'PARM')).toBe('onetwo');
  });
  it('columns from 72 on are no operands', () => {
    expect(read(`//A EXEC PGM=IKJEFT01${' '.repeat(51)}00000100`).parameters).toEqual(['PGM=IKJEFT01']);
    expect(read(`//A EXEC ${'PGM='.padEnd(62, 'X')}YYYY`).parameters).toEqual(['PGM='.padEnd(62, 'X')]);
  });
  it('a comma at the end of the file ends it', () => {
    expect(read('//A EXEC PGM=X,').parameters).toEqual(['PGM=X']);
    expect(read('//A EXEC PGM=X,', 'data')).toMatchObject({ parameters: ['PGM=X'], next: 1 });
  });
});

it('parameters by keyword, quotes removed', () => {
  const statement = read("//A EXEC PGM=X,PARM='O''S &&A',proc=''");
  expect(parameter(statement, 'PARM')).toBe("O'S &A");
  expect(parameter(statement, 'PROC')).toBe('');
  expect(parameter(statement, 'COND')).toBeNull();
});

it('positional parameters stand first', () => {
  expect(hasPositional(read('//A DD *,DLM=AA'), '*', 'DATA')).toBe(true);
  expect(hasPositional(read('//A DD DSN=*.B'), '*', 'DATA')).toBe(false);
  expect(hasPositional(read('//A DD'), '*')).toBe(false);
});
