/** What sources yield, one piece at a time: subjects ready to be judged, and inputs that could not be read. */
import type { NotRead } from '../findings/report.ts';
import type { Subject } from './subject.ts';

export type Evidence =
  | { readonly kind: 'subject'; readonly subject: Subject }
  | ({ readonly kind: 'not-read' } & NotRead);

export function evidence(subject: Subject): Evidence {
  return { kind: 'subject', subject };
}

export function notRead(where: string, why: string, named = false): Evidence {
  return { kind: 'not-read', where, why, named };
}
