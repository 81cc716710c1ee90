/**
 * IEFBR14: does nothing; its DD statements do. DISP=(..,DELETE) deletes a data set.
 *
 * z/OS MVS JCL User's Guide, "Using IEFBR14".
 */
import { UNREADABLE_CODE } from '../../../core/return-code.ts';
import type { Running } from '../../carrier.ts';
import type { DataSets } from '../data-sets.ts';
import type { Disposition } from '../disposition.ts';
import type { DdPart, Step } from '../model.ts';
import { problem, readable } from '../reading.ts';
import type { Program, StepCode } from './program.ts';

export const iefbr14: Program = {
  names: ['IEFBR14'],
  eachCommand: false,
  ready(step, name) {
    const parts = step.dds.all.flatMap((dd) => dd.parts);
    const complete = !parts.some(({ source }) => source.kind === 'data-set' && deletes(source.disposition));
    const unset = parts.flatMap((part) => part.unset);
    return { commands: [], complete, unset, run: (dataSets) => run(step, name, dataSets) };
  },
};

/** It is there before the step, and not behind it. */
function deletes({ status, after }: Disposition): boolean {
  return after === 'DELETE' && status !== 'NEW';
}

async function* run(step: Step, stepName: string, dataSets: DataSets): Running<StepCode> {
  for (const { name, parts } of step.dds.all) {
    for (const part of parts) {
      const code = yield* allocate(part, name, stepName, dataSets);
      if (code !== 0) return code;
    }
  }
  return 0;
}

async function* allocate({ at, source }: DdPart, dd: string, step: string, dataSets: DataSets): Running<number> {
  if (source.kind === 'wrong') {
    yield problem(at, `//${dd} DD: ${source.text}`);
    return UNREADABLE_CODE;
  }
  if (source.kind === 'unread') {
    yield { kind: 'not-emulated', part: { ...at, text: `//${dd} DD`, reason: source.reason } };
    return 0;
  }
  if (source.kind !== 'data-set') return 0;
  const { name, disposition, temporary } = source;
  const { status } = disposition;
  const content = yield* readable(dataSets.content(name), `//${dd} DD`, at);
  if (content === 'problem') return UNREADABLE_CODE;
  const there = content !== null;
  if (deletes(disposition) && there) {
    if (!temporary) yield { kind: 'command', command: { text: `DELETE '${name}'`, ...at, step } };
    dataSets.drop(name);
  } else if (!there && (status === 'OLD' || status === 'SHR')) {
    yield problem(at, `there is no data set ${name}, and DISP is ${status}`);
    return UNREADABLE_CODE;
  } else if (!deletes(disposition) && !there) {
    yield { kind: 'hint', remark: { ...at, text: `${name} is not made: there are no empty data sets here` } };
  }
  return 0;
}
