/** IRRD109I: a certificate with the same issuer and serial number is there, whoever owns it. */
import type { StoreView } from '../../core/view.ts';
import { certificateOf } from '../stored-certificate.ts';
import { say } from '../messages.ts';
import { digtcertName } from '../profile-name.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** The refusal, which names the profile that is in the way; null when there is none. */
export async function refuseDefined(view: StoreView, issuer: Uint8Array, serial: string): Promise<Refusal | null> {
  const there = await view.byIssuerAndSerial(issuer, serial);
  return there && refuse(say('IRRD109I', { profile: digtcertName(certificateOf(there)) }));
}
