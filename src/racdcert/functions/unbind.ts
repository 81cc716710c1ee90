/** RACDCERT UNBIND: takes a certificate out of a token. RACF Command Language Reference, "RACDCERT UNBIND". */
import { deleteKey, put } from '../../core/change.ts';
import type { TokenEntry, TokenObject } from '../../core/entities.ts';
import { outcome } from '../../core/outcome.ts';
import type { Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import type { Bound } from '../../tso/operand.ts';
import { group, optional } from '../../tso/declare.ts';
import { defineFunction } from '../function.ts';
import { innerOwner } from '../inner-owner.ts';
import { say } from '../messages.ts';
import { UNBIND_OPERANDS } from '../operands.ts';
import { isRefusal, refuse, refused } from '../refusal.ts';
import {
  type BoundCertificate,
  boundCertificateOf,
  certificatesIn,
  linkedKey,
  withoutObjects,
} from '../tokens/token-contents.ts';
import { isPrivateKeyInRacf } from '../tokens/token-keys.ts';
import { findToken, NEEDS_ICSF, refuseWithoutTokens } from '../tokens/token-service.ts';

export const unbind = defineFunction({
  name: 'UNBIND',
  summary: 'Take a certificate and its keys out of a PKCS #11 token',
  value: optional(group(UNBIND_OPERANDS)),
  owner: 'certificate',
  operands: ['FORCE'],
  undefinedOwner: true,
  messages: ['IRRD165I', 'IRRD169I', 'RNGT019I', 'RNGT046I', 'RNGT047I', 'RNGT050I', 'RNGT051I'],
  rules: [
    {
      text: 'The certificate is named by its label in RACF, or by SEQNUM as LISTTOKEN shows it.',
      confidence: 'documented',
    },
    {
      text: 'One that has left RACF, or is another there by now, is named by SEQNUM only; of both, SEQNUM counts.',
      confidence: 'assumed',
    },
    { text: 'The certificate in RACF stays as it is.', confidence: 'documented' },
    { text: 'A private key that RACF does not hold as well needs FORCE.', confidence: 'own' },
    {
      text: 'A secure key that the certificate was linked with stays in the token; with FORCE it goes if no certificate in RACF has it.',
      confidence: 'own',
    },
    NEEDS_ICSF,
  ],
  async run(view, { value, owner, operands }) {
    const { TOKEN, LABEL, SEQNUM } = value ?? {};
    if (TOKEN === undefined || (LABEL === undefined && SEQNUM === undefined)) {
      return refused(refuse(say('IRRD169I', {})));
    }
    const inactive = await refuseWithoutTokens(view);
    if (inactive !== null) return refused(inactive);
    const token = await findToken(view, TOKEN);
    if (isRefusal(token)) return refused(token);
    const bound = await target(view, token, value ?? {}, owner);
    if (bound === undefined) {
      const hint = say('RNGT051I', { token: token.name });
      return refused(refuse(say('RNGT046I', { token: token.name }), hint));
    }
    const gone: TokenObject[] = [bound];
    const keys: string[] = [];
    if (bound.keyId !== null) {
      const linked = linkedKey(token, bound);
      const inRacf = await isPrivateKeyInRacf(view, boundCertificateOf(token, bound).publicKey.spki);
      if (linked === null) {
        if (!inRacf && !operands.FORCE) return refused(refuse(say('RNGT047I', { token: token.name })));
        keys.push(bound.keyId);
      } else if (!inRacf && operands.FORCE) {
        gone.push(linked);
        keys.push(bound.keyId);
      }
    }
    return outcome({ changes: [put(withoutObjects(token, gone)), ...keys.map(deleteKey)] });
  },
});

/** The certificate in the token that is meant. */
async function target(
  view: StoreView,
  token: TokenEntry,
  named: Bound<typeof UNBIND_OPERANDS>,
  outer: Owner,
): Promise<BoundCertificate | undefined> {
  const all = certificatesIn(token);
  if (named.SEQNUM !== undefined) return all.find(({ number }) => number === named.SEQNUM);
  const entry = await view.certificate(innerOwner(named, outer), named.LABEL ?? '');
  return entry === null ? undefined : all.find(({ der }) => Buffer.compare(der, entry.der) === 0);
}
