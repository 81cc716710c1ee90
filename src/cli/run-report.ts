/**
 * `--report FILE`: what came of each command, one JSON object a line, for pipelines (docs/json.md).
 *
 * Lines are written as they come, so that a run that is stopped has reported what it did.
 */
import { closeSync, constants, lstatSync, openSync, writeSync } from 'node:fs';
import { RingtoolError } from '../core/errors.ts';
import { escapedJson } from '../core/printable.ts';
import { systemCode } from '../core/system-code.ts';
import type { JobNews } from '../session/job-run.ts';
import { liesIn } from '../store/folders.ts';
import { reportLineOf } from './job-documents.ts';

export interface RunReport {
  note(news: JobNews): void;
  close(): void;
}

/** Nothing that stands there already is followed or waited for. */
const NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
const OVER =
  constants.O_WRONLY |
  constants.O_TRUNC |
  constants.O_CREAT |
  (constants.O_NOFOLLOW ?? 0) |
  (constants.O_NONBLOCK ?? 0);

export interface ReportOptions {
  /** Write over a file that is there. */
  readonly force: boolean;
  /** Nothing is really done: each line says so. */
  readonly dryRun: boolean;
  /** The store, among whose files no report belongs. */
  readonly store: string;
}

/** Throws `file/exists` unless `force`, and `file/not-written`. */
export function openReport(file: string, { force, store, dryRun }: ReportOptions): RunReport {
  const notWritten = (why: string, cause?: unknown): RingtoolError =>
    new RingtoolError('file/not-written', `${file} was not written: ${why}`, { cause });
  let descriptor: number;
  try {
    if (liesIn(store, file)) throw notWritten('it lies in the store');
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (force && there !== undefined && !there.isFile()) throw notWritten('it is not a regular file');
    descriptor = openSync(file, force ? OVER : NEW, 0o666);
  } catch (error) {
    if (error instanceof RingtoolError) throw error;
    const code = systemCode(error);
    if (code === 'EEXIST') {
      throw new RingtoolError('file/exists', `${file} exists`, { hint: 'write over it with --force', cause: error });
    }
    throw notWritten(`the system says ${code}`, error);
  }
  let n = 0;
  return {
    note(news) {
      const line = reportLineOf(news);
      if (line === null) return;
      n++;
      try {
        writeSync(descriptor, `${escapedJson(JSON.stringify({ n, ...line, ...(dryRun && { dryRun }) }))}\n`);
      } catch (error) {
        throw notWritten(`the system says ${systemCode(error)}`, error);
      }
    },
    close: () => closeSync(descriptor),
  };
}
