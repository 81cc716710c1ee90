/**
 * Procedures and INCLUDE groups in each other.
 *
 * z/OS MVS JCL Reference, "Nesting procedures" and "INCLUDE statement": up to 15 levels, none within itself.
 */
import { LIMITS } from '../../core/limits.ts';
import type { Step } from './model.ts';

/** The procedure or group that is being read, or the job itself. */
export interface Level {
  /** Full name of the calling step; empty in the job. */
  readonly call: string;
  /** Procedures and members around, this one last. */
  readonly within: readonly string[];
  /** IF statements open where it began. */
  readonly conditions: number;
  /** Steps of its own, not those of procedures it calls. */
  readonly steps: Step[];
  /** EXEC statements so far, for steps without a name. */
  readonly execs: { count: number };
}

export function jobLevel(): Level {
  return { call: '', within: [], conditions: 0, steps: [], execs: { count: 0 } };
}

/** The job itself, and no member of it. */
export function isJobItself({ within }: Level): boolean {
  return within.length === 0;
}

/** A group of statements: its steps are those of the level it is included in. */
export function includedLevel(around: Level, member: string): Level {
  return { ...around, within: [...around.within, member] };
}

/** A procedure that the step `call` calls where `conditions` IF statements are open. */
export function calledLevel(around: Level, procedure: string, call: string, conditions: number): Level {
  return { call, within: [...around.within, procedure], conditions, steps: [], execs: { count: 0 } };
}

/** Why `name` must not be read here; null when it may. */
export function refusal({ within }: Level, name: string): string | null {
  if (within.includes(name)) return `${name} calls itself: ${[...within, name].join(' > ')}`;
  return within.length < LIMITS.jclNesting ? null : `${name} lies more than ${LIMITS.jclNesting} levels deep`;
}
