/** RNGT952I: an operand that is accepted and has no effect here, said once a session for each command. */
import type { Message } from '../core/message.ts';
import type { TsoSession } from '../tso/session.ts';
import { say } from './messages.ts';

export interface Told {
  readonly session: TsoSession;
  readonly remarks: readonly Message[];
}

export function toldOnce(session: TsoSession, command: string, keywords: readonly string[]): Told {
  const known = (keyword: string): string => `${command}/${keyword}`;
  const news = [...new Set(keywords)].filter((keyword) => !session.told.includes(known(keyword)));
  return {
    session: news.length === 0 ? session : { ...session, told: [...session.told, ...news.map(known)] },
    remarks: news.map((keyword) => say('RNGT952I', { keyword, command })),
  };
}
