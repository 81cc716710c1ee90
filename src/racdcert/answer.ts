/** From what a command did and said to what is printed: lines, hints, messages with their wording. */
import type { Message } from '../core/message.ts';
import { highestCode, messageLine } from '../tso/render.ts';
import { plannedLine, type ChangeSummary } from './change-summary.ts';
import { outcome, type Outcome } from './function.ts';
import type { CommandResult, Session } from './session.ts';
import { CATALOGUE, speak } from './speak.ts';

/** A command at its end. */
export interface Done {
  readonly outcome: Outcome;
  readonly changes: readonly ChangeSummary[];
}

export interface Answer extends Done {
  readonly command: string;
  readonly echo: string;
  /** TSO's remarks on the text, printed before the command's own messages. */
  readonly notes?: readonly Message[];
  /** Ringtool's remarks on the text, for standard error. */
  readonly remarks?: readonly Message[];
  readonly suggestion?: string | null;
}

/** The end of a command that is not run: one message, and perhaps what may have been meant. */
export function refusal(message: Message, suggestion: string | null = null): Done & Pick<Answer, 'suggestion'> {
  return { outcome: outcome({ messages: [message] }), changes: [], suggestion };
}

export function answer(session: Session, given: Answer): CommandResult {
  const { command, echo, notes = [], remarks = [], suggestion = null, outcome, changes } = given;
  const said = [...notes, ...outcome.messages];
  const lineOf = (message: Message): string => messageLine(message, CATALOGUE, session.messageIds);
  const plan = session.dryRun ? changes.map(plannedLine) : [];
  return {
    command,
    echo,
    returnCode: codeOf(outcome),
    lines: [...notes.map(lineOf), ...outcome.output, ...outcome.messages.map(lineOf), ...plan],
    hints: [
      ...remarks.map((note) => messageLine(note, CATALOGUE, false)),
      ...(suggestion === null ? [] : [`Did you mean ${suggestion}?`]),
    ],
    messages: said.map((message) => speak(message)),
    changes,
    data: outcome.data,
  };
}

/** The higher of the function's own code and that of its messages. */
export function codeOf({ returnCode, messages }: Outcome): CommandResult['returnCode'] {
  const said = highestCode(messages, CATALOGUE);
  return said > returnCode ? said : returnCode;
}
