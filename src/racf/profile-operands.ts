/**
 * The operands of RDEFINE and RALTER that say how a profile is watched: LEVEL, AUDIT, NOTIFY.
 *
 * RACF Command Language Reference, "RDEFINE (Define general resource profile)".
 */
import { flag, group, number, oneOf, optional } from '../tso/declare.ts';
import type { Operand, ValueOf } from '../tso/operand.ts';
import { userName } from './names.ts';

export const level = (): Operand<number> => number({ min: 0, max: 99, what: 'level' });

/** Without a name the issuer is told. */
export const notify = (): Operand<string | null> => optional(userName());

const from = () => optional(oneOf('READ', 'UPDATE', 'CONTROL', 'ALTER'));
const ATTEMPTS = { ALL: from(), SUCCESS: from(), FAILURES: from(), NONE: flag() };

export const audit = () => group(ATTEMPTS, { what: 'access attempt' });

/** What a profile has when AUDIT was never written. */
export const DEFAULT_AUDITING = 'FAILURES(READ)';

/** As RLIST shows it. NONE and ALL leave nothing for the others to say. */
export function auditingText({ ALL, SUCCESS, FAILURES, NONE }: ValueOf<ReturnType<typeof audit>>): string {
  if (NONE === true) return 'NONE';
  if (ALL !== undefined) return `ALL(${ALL ?? 'READ'})`;
  const parts = [
    ...(SUCCESS === undefined ? [] : [`SUCCESS(${SUCCESS ?? 'READ'})`]),
    ...(FAILURES === undefined ? [] : [`FAILURES(${FAILURES ?? 'READ'})`]),
  ];
  return parts.length === 0 ? DEFAULT_AUDITING : parts.join(',');
}
