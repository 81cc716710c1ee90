/** The programs that steps may run; all others are reported as not emulated. */
import { idcams } from './idcams.ts';
import { iebgener } from './iebgener.ts';
import { iefbr14 } from './iefbr14.ts';
import type { Step } from '../model.ts';
import type { Planned, Program } from './program.ts';
import { tso } from './tso.ts';

const PROGRAMS: readonly Program[] = [tso, iebgener, iefbr14, idcams];

export function programOf(name: string): Program | null {
  return PROGRAMS.find(({ names }) => names.includes(name)) ?? null;
}

/** The commands of `step`, as far as the job itself says; null when its program is not emulated. */
export function planOf(step: Step, name: string): Planned | null {
  return programOf(step.program)?.planned(step, name) ?? null;
}
