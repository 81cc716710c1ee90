/**
 * IEBGENER: copies SYSUT1 to SYSUT2, which is how jobs bring a certificate along.
 *
 * z/OS DFSMSdfp Utilities, "IEBGENER". Control statements in SYSIN are not emulated.
 */
import { UNREADABLE_CODE } from '../../../core/return-code.ts';
import type { JobEvent, Running } from '../../carrier.ts';
import { type DataSets, isTemporary } from '../data-sets.ts';
import type { DdPart, Step } from '../model.ts';
import { partsToRead, problem, readable, readBytes, readLines, unsetInDd } from '../reading.ts';
import type { Program, StepCode } from './program.ts';

export const iebgener: Program = {
  names: ['IEBGENER', 'ICEGENER'],
  eachCommand: false,
  ready: (step) => ({
    commands: [],
    complete: true,
    unset: ['SYSUT1', 'SYSUT2', 'SYSIN'].flatMap((dd) => unsetInDd(step, dd)),
    run: (dataSets) => run(step, dataSets),
  }),
};

async function* run(step: Step, dataSets: DataSets): Running<StepCode> {
  const control = yield* readLines(step, 'SYSIN', dataSets);
  if (control === 'problem') return UNREADABLE_CODE;
  if (control === 'not-emulated') return null;
  if (control.some(({ text }) => text.trim() !== '')) {
    return yield* leftOut(step, 'its control statements are not emulated');
  }
  const bytes = yield* readBytes(step, 'SYSUT1', dataSets);
  if (bytes === 'problem') return UNREADABLE_CODE;
  if (bytes === 'not-emulated') return null;
  const parts = yield* partsToRead(step, 'SYSUT2');
  if (parts === 'problem') return UNREADABLE_CODE;
  if (parts === 'not-emulated') return null;
  const [target] = parts;
  if (target?.source.kind !== 'data-set') return yield* leftOut(step, 'what it prints is not shown');
  return yield* write(step, dataSets, target, bytes);
}

async function* leftOut({ at, name, program }: Step, reason: string): Running<null> {
  yield { kind: 'not-emulated', part: { ...at, text: `//${name} EXEC PGM=${program}`, reason } } satisfies JobEvent;
  return null;
}

/** Puts `bytes` where SYSUT2 says: a new data set, over an old one, behind it (MOD), or a temporary one. */
async function* write(step: Step, dataSets: DataSets, { at, source }: DdPart, bytes: Uint8Array): Running<number> {
  if (source.kind !== 'data-set') return UNREADABLE_CODE;
  const { name, disposition } = source;
  const before = yield* readable(dataSets.content(name), '//SYSUT2 DD', at);
  if (before === 'problem') return UNREADABLE_CODE;
  if (disposition.status === 'NEW' && before !== null && !isTemporary(name) && !name.includes('(')) {
    yield problem(at, `//SYSUT2 DD: the data set ${name} is there already, and DISP is NEW`);
    return UNREADABLE_CODE;
  }
  if ((disposition.status === 'OLD' || disposition.status === 'SHR') && before === null && !name.includes('(')) {
    yield problem(at, `//SYSUT2 DD: there is no data set ${name}, and DISP is ${disposition.status}`);
    return UNREADABLE_CODE;
  }
  if (disposition.status === 'NEW' && disposition.after === 'DELETE' && !isTemporary(name)) {
    yield { kind: 'hint', remark: { ...at, text: `${name} is deleted as the step ends: DISP names no CATLG` } };
    return 0;
  }
  const whole = disposition.status === 'MOD' && before !== null ? Buffer.concat([before, bytes]) : bytes;
  if (isTemporary(name)) {
    dataSets.keep(name, whole);
    return 0;
  }
  const answer = yield { kind: 'data-set', name, bytes: whole, at: { ...at, text: `${step.program} writes ${name}` } };
  return answer?.returnCode ?? 0;
}
