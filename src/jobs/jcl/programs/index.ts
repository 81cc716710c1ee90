/** The programs that steps may run; all others are reported as not emulated. */
import { idcams } from './idcams.ts';
import { iebgener } from './iebgener.ts';
import { iefbr14 } from './iefbr14.ts';
import type { Program } from './program.ts';
import { tso } from './tso.ts';

const PROGRAMS: readonly Program[] = [tso, iebgener, iefbr14, idcams];

export function programOf(name: string): Program | null {
  return PROGRAMS.find(({ names }) => names.includes(name)) ?? null;
}
