import { expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { LIMITS } from '../../src/core/limits.ts';
import { CARRIERS, readJob } from '../../src/jobs/index.ts';

function code(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isRingtoolError(error)) return error.code;
  }
  return 'none';
}

it('the carrier is told by content, not by the name', () => {
  expect(readJob('//S EXEC PGM=IKJEFT01\n//SYSTSIN DD *\n PROFILE', 'setup.txt')).toMatchObject({
    carrier: 'jcl',
    commands: [{ line: 3 }],
  });
  expect(readJob('PROFILE', 'setup.jcl')).toMatchObject({ carrier: 'text', commands: [{ line: 1 }] });
});

it('plain text stands last: it takes everything', () => {
  expect(CARRIERS.at(-1)?.name).toBe('text');
});

it('a job too large is refused before it is looked at', () => {
  expect(code(() => readJob('X'.repeat(100 * 1024 * 1024), 'huge'))).toBe('file/too-large');
});

it.each(['\n', '\r', '\r\n'])('too many lines ended by %j are refused', (end) => {
  expect(code(() => readJob(end.repeat(LIMITS.jobLines), 'lines'))).toBe('none');
  expect(code(() => readJob(end.repeat(LIMITS.jobLines + 1), 'lines'))).toBe('file/too-large');
});

it('what is no text is refused', () => {
  expect(code(() => readJob('\u0000\u0001\u0002', 'elm.p12'))).toBe('jobs/bad-job');
});
