/** Remarks that are said once a session, for each thing they are about. */
import type { Message } from '../core/message.ts';
import type { TsoSession } from '../tso/session.ts';

/** Said once: an operand without effect, classes that are not known, that nothing but RACDCERT is checked. */
const ONCE: ReadonlySet<string> = new Set(['RNGT952I', 'RNGT953I', 'RNGT972I', 'RNGT973I']);

export interface Told {
  readonly session: TsoSession;
  /** Without those that were said before. */
  readonly remarks: readonly Message[];
}

export function toldOnce(session: TsoSession, remarks: readonly Message[]): Told {
  const told = new Set(session.told);
  const news = remarks.filter((remark) => {
    if (!ONCE.has(remark.id)) return true;
    const topic = [remark.id, ...Object.values(remark.inserts)].join(' ');
    return !told.has(topic) && told.add(topic);
  });
  return { session: told.size === session.told.length ? session : { ...session, told: [...told] }, remarks: news };
}
