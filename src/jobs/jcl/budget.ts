/** What a file of jobs may grow to while its procedures and symbols are put in. */
import { RingtoolError } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Place } from './model.ts';

export class Budget {
  #lines = 0;
  #characters = 0;

  /** Counts lines read; throws `core/limit` when procedures have made too many of them. */
  lines(count: number, at: Place): void {
    this.#lines += count;
    if (this.#lines > LIMITS.jclExpandedLines) {
      throw new RingtoolError('core/limit', `${at.file}:${at.line}: the procedures make the job endlessly long`, {
        hint: `with its procedures a job may have ${LIMITS.jclExpandedLines} lines`,
      });
    }
  }

  /** Counts characters put in for symbols; throws `core/limit` beyond the bound. */
  characters(count: number, at: Place): void {
    this.#characters += count;
    if (this.#characters > LIMITS.jclExpansion) {
      throw new RingtoolError('core/limit', `${at.file}:${at.line}: the symbols make the job endlessly long`, {
        hint: `symbols may add ${LIMITS.jclExpansion} characters to a job`,
      });
    }
  }
}
