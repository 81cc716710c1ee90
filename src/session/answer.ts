/** From what a command did and said to what is printed: lines, hints, messages with their wording. */
import type { Message } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import { messageLine, type Catalogue } from '../tso/render.ts';
import { plannedLine, type ChangeSummary } from './change-summary.ts';
import type { CommandResult, SpokenMessage } from './result.ts';

/** A command at its end. */
export interface Done {
  /** The command's own name, in full; for one that cannot be read what stands in its place. */
  readonly name: string;
  /** As typed, in upper case; for a text that cannot be read what stands first in it. */
  readonly word: string;
  readonly echo: string;
  /** From which on the text cannot be read; null when it can. */
  readonly column: number | null;
  readonly outcome: Outcome;
  readonly changes: readonly ChangeSummary[];
}

/** How results are put into words. */
export interface Manner {
  /** The texts of all messages. */
  readonly catalogue: Catalogue;
  /** Message ids are printed (PROFILE MSGID). */
  readonly messageIds: boolean;
  /** Say what would be changed. */
  readonly dryRun: boolean;
}

export function answer(
  { name, word, echo, column, outcome, changes }: Done,
  { catalogue, messageIds, dryRun }: Manner,
): CommandResult {
  const { notes, output, messages, remarks, suggestion, returnCode, forgiven, refreshed, notEmulated, data } = outcome;
  const lineOf = (message: Message): string => messageLine(message, catalogue, messageIds);
  return {
    command: outcome.function ?? word,
    name: outcome.function === null || outcome.function === name ? name : `${name} ${outcome.function}`,
    echo,
    column,
    returnCode,
    forgiven,
    lines: [...notes.map(lineOf), ...output, ...messages.map(lineOf)],
    planned: dryRun ? changes.map(plannedLine) : [],
    hints: [
      ...remarks.map((remark) => messageLine(remark, catalogue, false)),
      ...(suggestion === null ? [] : [`Did you mean ${suggestion}?`]),
    ],
    messages: [...notes, ...messages].map((message) => speak(message, catalogue)),
    changes,
    refreshed,
    notEmulated,
    // Most callers print the lines and never look.
    get data() {
      return data === null ? null : data();
    },
  };
}

/** A message with its wording, and how sure we are of it. */
export function speak(message: Message, catalogue: Catalogue): SpokenMessage {
  const text = messageLine(message, catalogue, false);
  const { severity = 'severe', confidence = 'own' } = catalogue[message.id] ?? {};
  return { id: message.id, text, severity, confidence };
}
