/** Members of a ring as a finding names them. */
import { ownerText } from '../core/owner.ts';
import type { RingMember } from './subject.ts';

/** As many names as a person reads in one line. */
const MOST = 8;

export function namesOf(members: readonly RingMember[]): string {
  const names = members.slice(0, MOST).map(({ connection }) => `${ownerText(connection.owner)} ${connection.label}`);
  return members.length > MOST ? `${names.join(', ')} and ${members.length - MOST} more` : names.join(', ');
}
