/** DISP= of a DD statement: what a data set is before, and becomes after, the step. */

export interface Disposition {
  readonly status: 'NEW' | 'OLD' | 'SHR' | 'MOD';
  /** What becomes of it when the step ends well. */
  readonly after: 'KEEP' | 'CATLG' | 'PASS' | 'DELETE' | 'UNCATLG';
}

const STATUS: readonly string[] = ['NEW', 'OLD', 'SHR', 'MOD'];
const AFTER: readonly string[] = ['KEEP', 'CATLG', 'PASS', 'DELETE', 'UNCATLG'];

/**
 * Reads `SHR`, `(NEW,CATLG)`, `(,PASS)`, `(OLD,DELETE,KEEP)`.
 *
 * z/OS MVS JCL Reference, "DISP parameter": without one a data set is NEW, and a new one is deleted.
 */
export function dispositionOf(text: string | null): Disposition {
  const [first = '', second = ''] = (text ?? '')
    .replace(/^\(|\)$/g, '')
    .toUpperCase()
    .split(',')
    .map((each) => each.trim());
  const status = STATUS.includes(first) ? (first as Disposition['status']) : 'NEW';
  const usual = status === 'NEW' ? 'DELETE' : 'KEEP';
  return { status, after: AFTER.includes(second) ? (second as Disposition['after']) : usual };
}
