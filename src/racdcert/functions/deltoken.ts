/** RACDCERT DELTOKEN: deletes a token with all it holds. RACF Command Language Reference, "RACDCERT DELTOKEN". */
import { deleteKey, deleteToken, put } from '../../core/change.ts';
import type { CertificateEntry, TokenEntry } from '../../core/entities.ts';
import { tokenName } from '../../tso/declare.ts';
import { defineFunction } from '../function.ts';
import { withoutKey } from '../keys/key-removal.ts';
import { say } from '../messages.ts';
import { ownerPhrase } from '../owner-phrase.ts';
import { concluded, isRefusal, refuse, refused } from '../refusal.ts';
import { certificatesIn, keysIn, type TokenKey } from '../tokens/token-contents.ts';
import { certificatesWithKey } from '../tokens/token-keys.ts';
import { findToken, NEEDS_ICSF, refuseWithoutTokens } from '../tokens/token-service.ts';

export const deltoken = defineFunction({
  name: 'DELTOKEN',
  summary: 'Delete a PKCS #11 token and what is in it',
  value: tokenName(),
  owner: 'none',
  operands: ['FORCE'],
  messages: ['IRRD165I', 'IRRD174I', 'IRRD175I', 'RNGT019I', 'RNGT044I', 'RNGT050I', 'RNGT052I'],
  rules: [
    { text: 'Certificates in RACF stay as they are: a token holds copies.', confidence: 'documented' },
    { text: 'Objects that RACF cannot manage need FORCE.', confidence: 'documented' },
    {
      text: 'A secure key that no certificate belongs to, in RACF or in the token, is such an object.',
      confidence: 'assumed',
    },
    {
      text: 'A secure key of a certificate in RACF needs FORCE too; the certificate has no private key then.',
      confidence: 'own',
    },
    NEEDS_ICSF,
  ],
  async run(view, { value, operands }) {
    const inactive = await refuseWithoutTokens(view);
    if (inactive !== null) return refused(inactive);
    const token = await findToken(view, value ?? '');
    if (isRefusal(token)) return refused(token);
    const losers: CertificateEntry[] = [];
    let foreign = token.objects.some((object) => object.type === 'other');
    for (const key of keysIn(token)) {
      const holders = await certificatesWithKey(view, token, key);
      losers.push(...holders);
      if (holders.length === 0 && !isBound(token, key)) foreign = true;
    }
    if (!operands.FORCE) {
      if (foreign) return refused(refuse(say('IRRD174I', { token: token.name })));
      if (losers.length > 0) return refused(refuse(say('RNGT044I', { token: token.name })));
    }
    return concluded([], {
      changes: [
        deleteToken(token.name),
        ...keyIds(token).map(deleteKey),
        ...losers.map((entry) => put(withoutKey(entry))),
      ],
      remarks: losers.map(({ label, owner }) => say('RNGT052I', { label, owner: ownerPhrase(owner) })),
    });
  },
});

function isBound(token: TokenEntry, key: TokenKey): boolean {
  return certificatesIn(token).some((bound) => bound.keyId === key.keyId);
}

/** All private keys of the token, each once. */
function keyIds(token: TokenEntry): readonly string[] {
  const ids = [...certificatesIn(token), ...keysIn(token)].map(({ keyId }) => keyId);
  return [...new Set(ids)].filter((id) => id !== null);
}
