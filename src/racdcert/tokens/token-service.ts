/**
 * Whether ICSF answers for tokens at all: IRRD165I.
 *
 * RACDCERT needs an ICSF with PKCS #11 services (RACF Security Administrator's Guide, "RACF and z/OS PKCS #11
 * tokens"). There is no ICSF here; the class that guards its tokens, CRYPTOZ, stands for it, so that the message can
 * be rehearsed: SETROPTS NOCLASSACT(CRYPTOZ).
 */
import type { TokenEntry } from '../../core/entities.ts';
import type { StoreView } from '../../core/view.ts';
import type { Rule } from '../function.ts';
import { say } from '../messages.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** For `ringtool explain`: what all functions on tokens have in common. */
export const NEEDS_ICSF: Rule = {
  text: 'ICSF must be there with PKCS #11 services, for which the active class CRYPTOZ stands here.',
  confidence: 'own',
};

/** The refusal that every function on tokens begins with; null when ICSF answers. */
export async function refuseWithoutTokens(view: StoreView): Promise<Refusal | null> {
  const { active } = await view.settings();
  return active.includes('CRYPTOZ') ? null : refuse(say('IRRD165I', {}), say('RNGT050I', {}));
}

/** The token, which must exist. */
export async function findToken(view: StoreView, name: string): Promise<TokenEntry | Refusal> {
  return (await view.token(name)) ?? refuse(say('RNGT019I', { token: name }));
}
