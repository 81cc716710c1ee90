/** Messages put into words, by RACDCERT's catalogue and that of the command language. */
import type { Message } from '../core/message.ts';
import { TSO_MESSAGES } from '../tso/messages.ts';
import { highestCode, messageLine, type Catalogue } from '../tso/render.ts';
import { MESSAGES } from './messages.ts';
import type { SpokenMessage } from './session.ts';

/** What a RACDCERT user can be told. */
export const CATALOGUE: Catalogue = { ...TSO_MESSAGES, ...MESSAGES };

export function speak(message: Message, catalogue: Catalogue = CATALOGUE): SpokenMessage {
  const text = messageLine(message, catalogue, false);
  const { severity = 'severe', confidence = 'own' } = catalogue[message.id] ?? {};
  return { id: message.id, text, severity, confidence };
}

/** The return code a message carries. */
export function codeOf(message: Message): 0 | 4 | 8 | 12 {
  return highestCode([message], CATALOGUE);
}
