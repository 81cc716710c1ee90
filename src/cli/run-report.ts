/**
 * `--report FILE`: what came of each command, one JSON object a line, for pipelines (docs/json.md).
 *
 * Lines are written as they come, so that a run that is stopped has reported what it did.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { RingtoolError } from '../core/errors.ts';
import { escapedJson } from '../core/printable.ts';
import { systemCode } from '../core/system-code.ts';
import type { JobNews } from '../session/job-run.ts';
import { reportLineOf } from './job-documents.ts';

export interface RunReport {
  note(news: JobNews): void;
  close(): void;
}

/** Throws `file/exists` unless `force`, and `file/not-written`. */
export function openReport(file: string, force: boolean): RunReport {
  let descriptor: number;
  try {
    descriptor = openSync(file, force ? 'w' : 'wx', 0o666);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') {
      throw new RingtoolError('file/exists', `${file} exists`, { hint: 'write over it with --force', cause: error });
    }
    throw new RingtoolError('file/not-written', `${file} cannot be written (${code})`, { cause: error });
  }
  let n = 0;
  return {
    note(news) {
      const line = reportLineOf(news);
      if (line === null) return;
      n++;
      try {
        writeSync(descriptor, `${escapedJson(JSON.stringify({ n, ...line }))}\n`);
      } catch (error) {
        throw new RingtoolError('file/not-written', `${file} cannot be written (${systemCode(error)})`, {
          cause: error,
        });
      }
    },
    close: () => closeSync(descriptor),
  };
}
