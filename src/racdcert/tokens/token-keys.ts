/** Who has the private key of what lies in a token. */
import { hasPrivateKey, type CertificateEntry, type TokenEntry } from '../../core/entities.ts';
import type { StoreView } from '../../core/view.ts';
import type { TokenKey } from './token-contents.ts';

/** The certificates in RACF whose private key is this secure one. */
export async function certificatesWithKey(
  view: StoreView,
  token: Pick<TokenEntry, 'name'>,
  key: TokenKey,
): Promise<readonly CertificateEntry[]> {
  const alike = await view.byPublicKey(key.spki);
  return alike.filter(({ tokenKey }) => tokenKey?.token === token.name && tokenKey.id === key.id);
}

/** True when RACF has the private half of this public key, wherever it keeps it. */
export async function isPrivateKeyInRacf(view: StoreView, spki: Uint8Array): Promise<boolean> {
  return (await view.byPublicKey(spki)).some(hasPrivateKey);
}
