/** Operations of JCL that have no part in which commands run: z/OS MVS JCL Reference, "JCL statements". */

const WITHOUT_EFFECT: readonly string[] = ['', 'OUTPUT', 'CNTL', 'ENDCNTL', 'NOTIFY', 'SCHEDULE'];

/** Commands to the system, jobs for other systems, groups of jobs. */
const OF_OTHER_WORK: readonly string[] =
  'COMMAND XMIT JOBGROUP ENDGROUP GJOB JOBSET ENDSET SJOB AFTER BEFORE CONCURRENT EXCLUDE'.split(' ');

/** True for statements that say nothing about commands: the null statement, how output is printed. */
export function hasNoEffect(operation: string): boolean {
  return WITHOUT_EFFECT.includes(operation);
}

/** Statements that may stand among the DD statements of a step or call; any other ends them. */
const AMONG_DDS: readonly string[] = ['DD', 'SET', 'EXPORT', 'JCLLIB', 'INCLUDE', ...WITHOUT_EFFECT];

export function isAmongDds(operation: string): boolean {
  return AMONG_DDS.includes(operation);
}

/** True for statements that are not emulated. */
export function isOfOtherWork(operation: string): boolean {
  return OF_OTHER_WORK.includes(operation);
}
