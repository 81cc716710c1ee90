/** An owner as headings and messages speak of it. */
import { ownerText, type Owner } from '../core/owner.ts';

/** `user WEBSRV`, `CERTAUTH` or `SITE`. */
export function ownerPhrase(owner: Owner): string {
  return owner.kind === 'user' ? `user ${owner.id}` : ownerText(owner);
}
