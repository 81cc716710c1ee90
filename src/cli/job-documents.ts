/** What comes of a job, piece by piece, as data: for `--json` and for `--report` (docs/json.md). */
import { FAILED_CODE, UNREADABLE_CODE } from '../core/return-code.ts';
import { commandName } from '../session/command-name.ts';
import type { JobNews } from '../session/job-run.ts';

/** One of the `commands` of `ringtool-commands`; null for news that is none. */
export function documentOf(news: JobNews): object | null {
  switch (news.kind) {
    case 'done': {
      const { file, line } = news.command;
      return { file, line, ...news.result };
    }
    case 'broken': {
      const { file, line } = news.command;
      const { code, message } = news.error;
      return { file, line, returnCode: FAILED_CODE, error: { code, message } };
    }
    case 'skipped': {
      const { file, line } = news.command;
      return { file, line, skipped: news.reason };
    }
    case 'not-emulated':
      return { ...news.part, notEmulated: true };
    case 'problem':
      return { ...news.remark, returnCode: UNREADABLE_CODE, problem: true };
    default:
      return null;
  }
}

/** A line of a report. */
export interface ReportLine {
  readonly file: string;
  readonly line: number;
  /** `RACDCERT GENCERT`, `SETROPTS`, or the statement of a job (`//STEP1 EXEC`). */
  readonly command: string;
  readonly outcome: 'done' | 'failed' | 'skipped' | 'not-emulated';
  readonly returnCode: number | null;
  readonly messages: readonly string[];
  readonly step?: string | null;
  readonly reason?: string;
}

/** Null for news that a report leaves out. */
export function reportLineOf(news: JobNews): ReportLine | null {
  switch (news.kind) {
    case 'done': {
      const { file, line, step } = news.command;
      const { name: command, returnCode, forgiven, notEmulated } = news.result;
      const failed = returnCode >= FAILED_CODE && !forgiven;
      const outcome = notEmulated ? 'not-emulated' : failed ? 'failed' : 'done';
      return { file, line, command, outcome, returnCode, messages: news.result.messages.map(({ id }) => id), step };
    }
    case 'broken': {
      const { file, line, step, text } = news.command;
      const failed = { outcome: 'failed', returnCode: FAILED_CODE, messages: [], reason: news.error.message } as const;
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
      return { file, line, command: '', outcome: 'failed', returnCode: UNREADABLE_CODE, messages: [], reason: text };
    }
    default:
      return null;
  }
}
