/** A job gives events and is answered: what runs, what is told, where it stops. */
import { describe, expect, it } from 'vitest';
import { isRingtoolError, RingtoolError } from '../../src/core/errors.ts';
import type { LogicalCommand } from '../../src/core/logical-command.ts';
import { type Answer, type Job, type JobEvent, plainJob } from '../../src/jobs/carrier.ts';
import { type JobNews, runJob } from '../../src/session/job-run.ts';
import type { CommandSession } from '../../src/session/tso-session.ts';
import { memoryLab } from '../racdcert/memory-lab.ts';

const command = (text: string, line: number): LogicalCommand => ({ text, file: 'elm.tso', line, step: null });
const reading = (...texts: readonly string[]): Job =>
  plainJob({
    commands: texts.map((text, index) => command(text, index + 1)),
    notEmulated: [],
    problems: [],
    hints: [],
  });

/** Every piece of news in a few words. */
async function run(
  job: Job,
  { stopOnError = false, session }: { stopOnError?: boolean; session?: CommandSession } = {},
) {
  const told: string[] = [];
  const tell = (news: JobNews): void => {
    if (news.kind === 'done')
      told.push(`${news.result.name} ${news.result.returnCode}${news.trapped ? ' trapped' : ''}`);
    else if (news.kind === 'broken') told.push(`broken ${news.error.code}`);
    else if (news.kind === 'skipped') told.push(`skipped ${news.command.line}`);
    else told.push(news.kind);
  };
  const { returnCode, stopped } = await runJob(job, session ?? memoryLab().session(), { stopOnError, tell });
  return { told, returnCode, stopped };
}

const RINGS = ['RACDCERT ID(ELM) ADDRING(R)', 'RACDCERT ID(ELM) ADDRING(R)', 'PROFILE'];

describe('plain commands', () => {
  it('a failing one does not stop the next; the highest code is the answer', async () => {
    expect(await run(reading(...RINGS))).toEqual({
      told: ['RACDCERT ADDRING 0', 'RACDCERT ADDRING 8', 'PROFILE 0'],
      returnCode: 8,
      stopped: false,
    });
  });
  it('unless that is asked for; the rest is told as skipped', async () => {
    expect(await run(reading(...RINGS), { stopOnError: true })).toEqual({
      told: ['RACDCERT ADDRING 0', 'RACDCERT ADDRING 8', 'skipped 3'],
      returnCode: 8,
      stopped: true,
    });
  });
});

describe('a data set to be deleted that is not there', () => {
  const GONE = ["DELETE 'ELM.GONE'", 'PROFILE'];
  it('has its code, and is no failure of the run', async () => {
    expect(await run(reading(...GONE), { stopOnError: true })).toEqual({
      told: ['DELETE 8', 'PROFILE 0'],
      returnCode: 0,
      stopped: false,
    });
  });
  it('makes the code of its step none either, unless something else failed in it', async () => {
    const step = (...texts: readonly string[]): Job =>
      scripted(async function* () {
        let returnCode = 0;
        for (const [at, text] of texts.entries()) {
          const answer = yield { kind: 'command', command: command(text, at + 1) };
          returnCode = answer?.returnCode ?? 0;
        }
        yield { kind: 'step', name: 'STEP1', returnCode };
        yield { kind: 'command', command: command('PROFILE', 9) };
        yield { kind: 'step', name: 'STEP2', returnCode: 8 };
        return { exitCode: null };
      });
    const [gone = ''] = GONE;
    expect(await run(step(gone), { stopOnError: true })).toEqual({
      told: ['DELETE 8', 'step', 'PROFILE 0', 'step'],
      returnCode: 0,
      stopped: true,
    });
    const unknown = await run(step('NOTHERE', gone));
    expect([unknown.returnCode, unknown.stopped]).toEqual([12, false]);
    expect((await run(step('RACDCERT ID(ELM) DELRING(R)', gone), { stopOnError: true })).told).toEqual([
      'RACDCERT DELRING 8',
    ]);
  });
  it('keeps its code where nothing else is asked', async () => {
    const { returnCode } = await runJob(reading(...GONE), memoryLab().session(), {
      stopOnError: false,
      forgiving: false,
      tell: () => {},
    });
    expect(returnCode).toBe(8);
  });
  it('those beside it are deleted', async () => {
    const lab = memoryLab();
    lab.files.set('ELM.OLD', new Uint8Array(1));
    const { returnCode } = await run(reading("DELETE ('ELM.GONE' 'ELM.OLD')"), { session: lab.session() });
    expect([returnCode, lab.files.has('ELM.OLD')]).toEqual([0, false]);
  });
});

/** A job that does what its generator does. */
function scripted(run: () => AsyncGenerator<JobEvent, { exitCode: number | null }, Answer | undefined>): Job {
  return { unset: [], planned: null, run };
}

describe('jobs that decide', () => {
  it('are told code and lines of each command; their own exit code is the answer', async () => {
    const answers: (Answer | undefined)[] = [];
    const job = scripted(async function* () {
      answers.push(yield { kind: 'command', command: command('RACDCERT ID(ELM) LISTRING(R)', 1), trapped: true });
      answers.push(yield { kind: 'hint', remark: { file: 'x', line: 1, text: 'x' } });
      return { exitCode: 3 };
    });
    const { told, returnCode } = await run(job);
    expect(told).toEqual(['RACDCERT LISTRING 4 trapped', 'hint']);
    expect(returnCode).toBe(3);
    expect(answers[0]).toMatchObject({ returnCode: 4, lines: ['IRRD114I Ring R does not exist.'] });
    expect(answers[1]).toBeUndefined();
  });
  it('what is not understood answers 12, whatever a script says of itself', async () => {
    const job = scripted(async function* () {
      yield { kind: 'problem', remark: { file: 'x', line: 1, text: 'x' } };
      return { exitCode: 0 };
    });
    expect((await run(job)).returnCode).toBe(12);
  });
  it('write data sets that later commands read', async () => {
    const lab = memoryLab();
    const bytes = Buffer.from('not a certificate');
    const job = scripted(async function* () {
      yield { kind: 'data-set', name: 'ELM.CERT', bytes, at: { file: 'x', line: 1, text: '//SYSUT2 DD' } };
      yield { kind: 'command', command: command("RACDCERT ID(ELM) ADD('ELM.CERT')", 2) };
      return { exitCode: null };
    });
    const { told } = await run(job, { session: lab.session() });
    expect(told).toEqual(['data-set', 'RACDCERT ADD 8']);
    expect(lab.secrets.has('ELM.CERT')).toBe(true);
  });
});

it('nothing runs while a value is missing, and all that are missing are named', async () => {
  const unset = [
    { file: 'a.jcl', line: 3, name: 'HLQ', text: '&HLQ' },
    { file: 'a.jcl', line: 9, name: 'owner', text: '{{ owner }}' },
  ];
  const job = { ...reading('PROFILE'), unset };
  const failure = await run(job).catch((error: unknown) => error);
  expect(isRingtoolError(failure, 'jobs/unset')).toBe(true);
  expect(String(failure)).toContain('&HLQ (a.jcl:3), {{ owner }} (a.jcl:9)');
});

it('a command with a session of its own, and the first of a step, know of no PROFILE before', async () => {
  const lines: string[] = [];
  const listing = (step: string | null, fresh: boolean): JobEvent => ({
    kind: 'command',
    command: { text: 'RACDCERT ID(ELM) LISTRING(R)', file: 'x', line: 1, step },
    fresh,
  });
  const job = scripted(async function* () {
    for (const event of [
      { kind: 'command', command: command('PROFILE NOMSGID', 1) },
      listing(null, false),
      listing(null, true),
      { kind: 'command', command: { ...command('PROFILE NOMSGID', 1), step: 'S1' } },
      listing('S1', false),
      listing('S2', false),
    ] as const) {
      const answer = yield event;
      lines.push(answer?.lines.at(-1) ?? '');
    }
    return { exitCode: null };
  });
  await run(job);
  expect(lines.filter((line) => line.includes('Ring R')).map((line) => line.startsWith('IRRD'))).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

it('a job is told when a command breaks the run', async () => {
  let ended = false;
  const job = scripted(async function* () {
    try {
      yield { kind: 'command', command: command('PROFILE', 1) };
    } finally {
      ended = true;
    }
    return { exitCode: null };
  });
  const broken: CommandSession = {
    ...memoryLab().session(),
    run: async () => {
      throw new RingtoolError('store/io', 'the disk is gone');
    },
  };
  await expect(run(job, { session: broken })).rejects.toThrow('the disk is gone');
  expect(ended).toBe(true);
});

it.each([
  { kind: 'problem', remark: { file: 'x', line: 1, text: 'no DD LATER comes' } },
  { kind: 'step', name: 'S1', returnCode: 12 },
] as const)('a $kind that fails stops a run that is to stop', async (event) => {
  const job = scripted(async function* () {
    yield event;
    yield { kind: 'command', command: command('PROFILE', 1) };
    return { exitCode: null };
  });
  expect((await run(job, { stopOnError: true })).told).toEqual([event.kind]);
  expect((await run(job)).told).toEqual([event.kind, 'PROFILE 0']);
});
