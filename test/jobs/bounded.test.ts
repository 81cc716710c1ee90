/** Remarks of a job within bounds. */
import { expect, it } from 'vitest';
import { bounded } from '../../src/jobs/bounded.ts';
import type { Job, JobEvent } from '../../src/jobs/carrier.ts';
import { drive } from './drive.ts';

function job(...events: readonly JobEvent[]): Job {
  async function* run(): ReturnType<Job['run']> {
    for (const event of events) yield event;
    return { exitCode: 4 };
  }
  return { unset: [], planned: null, run: () => bounded(run()) };
}

const remark = (line: number, text: string) => ({ file: 'x', line, text });
const many = (make: (n: number) => JobEvent): readonly JobEvent[] => Array.from({ length: 60 }, (_, n) => make(n + 1));

it('fifty of a kind are told, whatever they name; the others are counted at the end', async () => {
  const done = await drive(
    job(
      ...many((n) => ({ kind: 'hint', remark: remark(n, `the procedure P${n} is not called`) })),
      ...many((n) => ({ kind: 'problem', remark: remark(n, `DSN=a.b${n} is not the name`) })),
      ...many((n) => ({
        kind: 'not-emulated',
        part: { ...remark(n, `//S${n} EXEC`), reason: `the program P${n} is not` },
      })),
      { kind: 'hint', remark: remark(1, 'another kind') },
    ),
  );
  expect(done.hints).toHaveLength(52);
  expect(done.hints.slice(49)).toEqual([
    '50: the procedure P50 is not called',
    '1: another kind',
    '51: 10 more of this kind, this one first: the procedure P51 is not called',
  ]);
  expect(done.problems.slice(50)).toEqual(['51: 10 more of this kind, this one first: DSN=a.b51 is not the name']);
  expect(done.notEmulated.slice(50)).toEqual([
    '51: 10 more of this kind, this one first: //S51 EXEC: the program P51 is not',
  ]);
  expect(done.end).toEqual({ exitCode: 4 });
});

it('a hint about a line is told once, a problem each time', async () => {
  const hint: JobEvent = { kind: 'hint', remark: remark(1, 'once') };
  const problem: JobEvent = { kind: 'problem', remark: remark(1, 'wrong') };
  const done = await drive(job(hint, problem, hint, problem, { kind: 'hint', remark: remark(2, 'once') }));
  expect(done).toMatchObject({ hints: ['1: once', '2: once'], problems: ['1: wrong', '1: wrong'] });
});

it('answers go to the job, and leaving it ends it', async () => {
  const heard: unknown[] = [];
  let ended = false;
  async function* run(): ReturnType<Job['run']> {
    try {
      for (let n = 0; n < 2; n++) {
        heard.push(yield { kind: 'command', command: { text: 'X', file: 'x', line: 1, step: null } });
      }
      return { exitCode: null };
    } finally {
      ended = true;
    }
  }
  const running = bounded(run());
  await running.next();
  await running.next({ returnCode: 8, lines: [] });
  expect(heard).toEqual([{ returnCode: 8, lines: [] }]);
  await running.return({ exitCode: null });
  expect(ended).toBe(true);
});
