/** Messages put into words. */
import { fillSlots, type Message, type MessageText } from '../core/message.ts';
import { RingtoolError } from '../core/errors.ts';
import { TSO_MESSAGES } from '../tso/messages.ts';
import { MESSAGES } from './messages.ts';
import type { SpokenMessage } from './session.ts';

/** RACDCERT's own messages, and those of the command language that RACDCERT users meet. */
const CATALOGUE: Readonly<Record<string, MessageText>> = { ...TSO_MESSAGES, ...MESSAGES };

export function textOf(id: string): MessageText {
  const text = CATALOGUE[id];
  if (text === undefined) throw new RingtoolError('internal/unreachable', `no message ${id}`);
  return text;
}

export function speak({ id, inserts }: Message): SpokenMessage {
  const { text, severity, confidence } = textOf(id);
  return { id, text: fillSlots(text, inserts), severity, confidence };
}

/** `IRRD114I Ring X does not exist.`, or without the id (PROFILE NOMSGID). */
export function messageLine({ id, text }: SpokenMessage, withId: boolean): string {
  return withId ? `${id} ${text}` : text;
}

export function codeOf(message: Message): 0 | 4 | 8 | 12 {
  return message.returnCode ?? textOf(message.id).returnCode;
}
