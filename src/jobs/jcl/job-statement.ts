/**
 * The JOB statement: what it says about running at all.
 *
 * z/OS MVS JCL Reference, "JOB statement": COND, RESTART, TYPRUN, USER.
 */
import type { ConvertedJob, Place } from './model.ts';
import { listed, type Operands, parameter, written } from './operands.ts';
import { returnCodeTests } from './return-code-test.ts';

/** A job before its first statement. */
export function newJob(): ConvertedJob {
  return {
    name: '',
    nodes: [],
    errors: [],
    hints: [],
    notEmulated: [],
    unset: [],
    conditions: [],
    scan: false,
    restart: null,
  };
}

export function readJobStatement(name: string, operands: Operands, at: Place, job: ConvertedJob): void {
  job.name = name.toUpperCase();
  const type = parameter(operands, 'TYPRUN')?.toUpperCase() ?? '';
  job.scan = type === 'SCAN' || type === 'JCLHOLD' || type === 'COPY';
  if (job.scan) job.hints.push({ ...at, text: `TYPRUN=${type}: the job is read and not run` });
  if (type === 'HOLD') job.hints.push({ ...at, text: 'TYPRUN=HOLD: z/OS runs the job once it is released' });
  const cond = written(operands, 'COND');
  const tests = cond === null ? [] : returnCodeTests(cond, () => null);
  if (typeof tests === 'string') job.errors.push({ ...at, text: tests });
  else job.conditions = tests;
  const restart = listed(written(operands, 'RESTART') ?? '')[0]?.toUpperCase() ?? '';
  if (restart !== '' && restart !== '*') {
    job.restart = { step: restart, at };
    job.hints.push({ ...at, text: `RESTART=${restart}: the steps before are not run` });
  }
  const user = parameter(operands, 'USER');
  if (user !== null) {
    job.hints.push({ ...at, text: `USER=${user} is not used; who runs the job is said by --user` });
  }
}
