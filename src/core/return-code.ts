/** Return codes by which commands, steps and runs tell how they ended: 0 well, 4 with a warning, and these. */

/** From this code on a command has failed and changed nothing; one that could not be carried out at all answers it. */
export const FAILED_CODE = 8;
/** Answered by what cannot be understood: a command that cannot be parsed, a passage of a job. */
export const UNREADABLE_CODE = 12;
