/** Jobs that nobody writes: each is read and run to its end, or refused with a code. */
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../../src/core/errors.ts';
import { jcl } from '../../../src/jobs/jcl/jcl.ts';
import { readBy } from '../../../src/jobs/read-job.ts';
import { type Driven, drive, scene } from '../drive.ts';

async function run(lines: readonly string[]): Promise<Driven> {
  return drive(await readBy([jcl], lines.join('\n'), 'elm.jcl', scene(), 'jcl'));
}

const many = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => line(i));
const STEP = ['//S EXEC PGM=IKJEFT01', '//SYSTSIN DD *,SYMBOLS=JCLONLY'];

const JOBS: Readonly<Record<string, readonly string[]>> = {
  'a line of a million blanks': [...STEP, `${' '.repeat(1_000_000)}X`],
  'a million ampersands': [...STEP, '&'.repeat(1_000_000)],
  'quotes left open': many(20_000, () => "//A EXEC PGM=X,PARM='"),
  'a quote that goes on and on': ["//A EXEC PGM=X,PARM='", ...many(50_000, () => '//             x')],
  'a statement that goes on and on': ['//A EXEC PGM=X,', ...many(50_000, () => '//  A=B,')],
  'comments where it goes on': ['//A EXEC PGM=X,', ...many(100_000, () => '//*')],
  'procedures without end': many(50_000, () => '//A PROC'),
  'conditions without end': many(50_000, () => '// IF RC=0 THEN'),
  'conditions without THEN': ['// IF RC=0', ...many(50_000, () => '//  & RC=0')],
  'DD statements that lead to each other': [
    ...STEP.slice(0, 1),
    ...many(50_000, (n) => `//D${n} DD DDNAME=D${n + 1}`),
    '//SYSTSIN DD DDNAME=D0',
  ],
  'DD statements that multiply': [
    ...STEP.slice(0, 1),
    ...'SYSTSIN A B C D E F G H'.split(' ').flatMap((name, index, names) => {
      const next = names[index + 1] ?? 'Z';
      return [`//${name} DD DDNAME=${next}`, ...many(30, () => `// DD DDNAME=${next}`)];
    }),
    '//Z DD *',
  ],
  'references back': ['//S EXEC PGM=IKJEFT01', '//SYSTSIN DD DSN=A.B', ...many(50_000, () => '// DD DSN=*.SYSTSIN')],
  'steps that ask for all before': many(20_000, (n) => `//S${n} EXEC PGM=OTHER,COND=(4,LT)`),
  'conditions that ask for all before': many(10_000, (n) => `//S${n} EXEC PGM=OTHER\n// IF RC=0 THEN\n// ENDIF`),
  'overrides of everything': [
    '//P PROC',
    ...many(10_000, (n) => `//S${n} EXEC PGM=OTHER`),
    '// PEND',
    '//A EXEC P',
    ...many(10_000, (n) => `//S${n}.D${n} DD DUMMY`),
    ...many(10_000, (n) => `//S1.D${n} DD DUMMY`),
  ],
  'each DD a reference to the one before': [
    '//S EXEC PGM=IEFBR14',
    ...many(100_000, (n) => `//D${n} DD DSN=*.S.D${n - 1},DISP=SHR`),
  ],
  'an IF of the longest kind, many times': many(
    400,
    () => `// IF RC=0 &${"\n//   'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' = B &".repeat(499)}`,
  ),
  'placeholders without end': [...STEP, ...many(50_000, (n) => ` X(<a${n}>,{{ b`)],
  'braces without end': [...STEP, '{'.repeat(1_000_000), '<a'.repeat(500_000)],
  'data set names that are none': ['//S EXEC PGM=IEFBR14', ...many(50_000, (n) => `//D${n} DD DSN=a.b${n}`)],
  'empty jobs': many(20_000, () => '//A JOB'),
};

describe('is read and run to its end, or refused with a code', () => {
  it.each(Object.entries(JOBS))('%s', async (_name, lines) => {
    let refused: unknown = null;
    const done = await run(lines).catch((error: unknown) => {
      refused = error;
      return null;
    });
    if (done === null) expect(isRingtoolError(refused)).toBe(true);
    else expect(done.problems.length).toBeLessThanOrEqual(102);
  });
});
