/** What a run shows: results on standard output, everything else on standard error. */
import { unreachable } from '../core/errors.ts';
import { type LogicalCommand, placeInLines } from '../core/logical-command.ts';
import { FAILED_CODE } from '../core/return-code.ts';
import type { JobNews } from '../session/job-run.ts';
import type { CommandResult } from '../session/result.ts';
import type { Io } from './io.ts';
import { folded } from './terminal-fold.ts';

export interface ScreenOptions {
  /** Print each command before its output. */
  readonly echo: boolean;
  /** Fold long lines as a terminal of 80 columns does. */
  readonly fold: boolean;
  /** The command was typed as arguments: it needs no place. */
  readonly typed: boolean;
}

const at = ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`;

/** A message counts columns of the whole command; where its lines were joined, what that is in the file. */
function placeOf(command: LogicalCommand, { column }: CommandResult): string {
  const place = column === null ? null : placeInLines(command, column);
  return place === null ? '' : `; column ${column} is column ${place.column} of ${at(place)}`;
}

/** Shows one piece of news at a time. */
export function jobScreen(io: Io, { echo, fold, typed }: ScreenOptions): (news: JobNews) => void {
  const show = (lines: readonly string[]): void => {
    if (lines.length > 0) io.out((fold ? lines.flatMap(folded) : lines).join('\n'));
  };
  return (news) => {
    switch (news.kind) {
      case 'done': {
        const { result, trapped } = news;
        if (echo) show([result.echo]);
        if (!trapped) show(result.lines);
        show(result.planned);
        for (const hint of result.hints) io.hint(hint);
        // That it is not emulated is said once; where it stands every time.
        if (!typed && result.notEmulated) io.hint(`${at(news.command)}: not emulated: ${result.name}`);
        // TSO's messages do not say where in a file a command stands.
        if (!typed && result.returnCode >= FAILED_CODE && !result.forgiven) {
          io.hint(
            `${at(news.command)}: ${result.name} ended with ${result.returnCode}${placeOf(news.command, result)}`,
          );
        }
        break;
      }
      case 'broken':
        io.err(`ringtool: ${typed ? '' : `${at(news.command)}: `}${news.error.message}`);
        if (news.error.hint !== undefined) io.hint(`hint: ${news.error.hint}`);
        break;
      case 'skipped':
        io.hint(`${at(news.command)}: not run: ${news.reason}`);
        break;
      case 'not-emulated':
        io.hint(`${at(news.part)}: not emulated: ${news.part.text} (${news.part.reason})`);
        break;
      case 'problem':
        io.err(`${at(news.remark)}: ${news.remark.text}`);
        break;
      case 'hint':
        io.hint(`${at(news.remark)}: hint: ${news.remark.text}`);
        break;
      case 'output':
        io.part(news.stream, news.text, news.bytes);
        break;
      case 'data-set':
        io.hint(`${at(news.at)}: hint: data set ${news.name} written`);
        break;
      case 'step':
        io.hint(
          news.returnCode === null
            ? `step ${news.name} was not run`
            : `step ${news.name} ended with ${news.returnCode}`,
        );
        break;
      default:
        unreachable(news);
    }
  };
}
