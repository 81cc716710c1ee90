/**
 * IEFBR14: does nothing; its DD statements do. DISP=(..,DELETE) deletes a data set.
 *
 * z/OS MVS JCL User's Guide, "Using IEFBR14".
 */
import { UNREADABLE_CODE } from '../../../core/return-code.ts';
import type { Running } from '../../carrier.ts';
import type { DataSets } from '../data-sets.ts';
import type { DdPart, Step } from '../model.ts';
import { problem } from '../reading.ts';
import type { Program, StepCode } from './program.ts';

export const iefbr14: Program = {
  names: ['IEFBR14'],
  eachCommand: false,
  ready(step, name) {
    const complete = dataSetParts(step).every(({ delete: gone }) => !gone);
    const unset = step.dds.flatMap(({ parts }) => parts.flatMap((part) => part.unset));
    return { commands: [], complete, unset, run: (dataSets) => run(step, name, dataSets) };
  },
};

interface DataSetPart {
  readonly part: DdPart;
  readonly name: string;
  readonly status: string;
  readonly delete: boolean;
}

function dataSetParts(step: Step): readonly DataSetPart[] {
  return step.dds
    .flatMap(({ parts }) => parts)
    .flatMap((part) => {
      if (part.source.kind !== 'data-set') return [];
      const { name, disposition } = part.source;
      const gone = disposition.after === 'DELETE' && disposition.status !== 'NEW';
      return [{ part, name, status: disposition.status, delete: gone }];
    });
}

async function* run(step: Step, stepName: string, dataSets: DataSets): Running<StepCode> {
  for (const { part, name, status, delete: gone } of dataSetParts(step)) {
    const { at } = part;
    const there = (await dataSets.content(name)) !== null;
    if (gone && there) {
      yield { kind: 'command', command: { text: `DELETE '${name}'`, ...at, step: stepName } };
      dataSets.drop(name);
    } else if (!there && (status === 'OLD' || status === 'SHR')) {
      yield problem(at, `there is no data set ${name}, and DISP is ${status}`);
      return UNREADABLE_CODE;
    } else if (!gone && !there) {
      yield { kind: 'hint', remark: { ...at, text: `${name} is not made: there are no empty data sets here` } };
    }
  }
  return 0;
}
