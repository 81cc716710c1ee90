/**
 * `--report FILE`: what came of each command, one JSON object a line, for pipelines (docs/json.md).
 *
 * Lines are written as they come, so that a run that is stopped has reported what it did.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { RingtoolError } from '../core/errors.ts';
import { escapedJson } from '../core/printable.ts';
import { systemCode } from '../core/system-code.ts';
import { commandName } from '../session/command-name.ts';
import { BROKEN_CODE, type JobNews, PROBLEM_CODE } from '../session/job-run.ts';

export interface RunReport {
  note(news: JobNews): void;
  close(): void;
}

type Outcome = 'done' | 'failed' | 'skipped' | 'not-emulated';

interface Line {
  readonly file: string;
  readonly line: number;
  /** `RACDCERT GENCERT`, `SETROPTS`, or the statement of a job (`//STEP1 EXEC`). */
  readonly command: string;
  readonly outcome: Outcome;
  readonly returnCode: number | null;
  readonly messages: readonly string[];
  readonly step?: string | null;
  readonly reason?: string;
}

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
      const line = lineOf(news);
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

function lineOf(news: JobNews): Line | null {
  switch (news.kind) {
    case 'done': {
      const { command, result } = news;
      const { name, returnCode, messages, notEmulated } = result;
      return {
        file: command.file,
        line: command.line,
        command: name,
        outcome: notEmulated ? 'not-emulated' : returnCode >= BROKEN_CODE ? 'failed' : 'done',
        returnCode,
        messages: messages.map(({ id }) => id),
        step: command.step,
      };
    }
    case 'broken': {
      const { file, line, step, text } = news.command;
      const failed = { outcome: 'failed', returnCode: BROKEN_CODE, messages: [], reason: news.error.message } as const;
      return { file, line, command: commandName(text), ...failed, step };
    }
    case 'skipped': {
      const { file, line, step, text } = news.command;
      const command = commandName(text);
      return { file, line, command, outcome: 'skipped', returnCode: null, messages: [], step, reason: news.reason };
    }
    case 'not-emulated': {
      const { file, line, text, reason } = news.part;
      return { file, line, command: text, outcome: 'not-emulated', returnCode: null, messages: [], reason };
    }
    case 'problem': {
      const { file, line, text } = news.remark;
      return { file, line, command: '', outcome: 'failed', returnCode: PROBLEM_CODE, messages: [], reason: text };
    }
    default:
      return null;
  }
}
