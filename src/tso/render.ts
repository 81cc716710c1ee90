/** Messages as lines: the catalogue's text with its slots filled, and the id in front unless switched off. */
import { RingtoolError } from '../core/errors.ts';
import { fillSlots, type Message, type MessageText } from '../core/message.ts';

export type Catalogue = Readonly<Record<string, MessageText>>;

function entryOf(message: Message, catalogue: Catalogue): MessageText {
  const entry = Object.hasOwn(catalogue, message.id) ? catalogue[message.id] : undefined;
  if (entry === undefined) throw new RingtoolError('internal/unreachable', `no text for message ${message.id}`);
  return entry;
}

/** `PROFILE NOMSGID` leaves the ids out. */
export function messageLine(message: Message, catalogue: Catalogue, messageIds = true): string {
  const text = fillSlots(entryOf(message, catalogue).text, message.inserts);
  return messageIds ? `${message.id} ${text}` : text;
}

/** The code a command ends with: the highest of its messages. */
export function highestCode(messages: readonly Message[], catalogue: Catalogue): 0 | 4 | 8 | 12 {
  const order = [0, 4, 8, 12] as const;
  const codes = messages.map((message) => message.returnCode ?? entryOf(message, catalogue).returnCode);
  return order.findLast((code) => codes.includes(code)) ?? 0;
}
