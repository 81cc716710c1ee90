/**
 * RACDCERT IMPORT: adds a certificate of a token to RACF, with its private key where the token has one.
 *
 * RACF Command Language Reference, "RACDCERT IMPORT": otherwise as ADD.
 */
import { group, optional } from '../../tso/declare.ts';
import type { StoreView } from '../../core/view.ts';
import type { TokenEntry } from '../../core/entities.ts';
import { defineFunction } from '../function.ts';
import { install, newWork, plannedAddition } from '../new-certificate/installation.ts';
import { NO_KEY, type PlacedKey } from '../keys/key-place.ts';
import { say } from '../messages.ts';
import { IMPORT_OPERANDS } from '../operands.ts';
import { concluded, isRefusal, refuse, refused } from '../refusal.ts';
import { type BoundCertificate, boundCertificateOf, certificatesIn, linkedKey } from '../tokens/token-contents.ts';
import { findToken, NEEDS_ICSF, refuseWithoutTokens } from '../tokens/token-service.ts';

/** `import` is a reserved word; the list of functions knows this one as IMPORT. */
export const importFunction = defineFunction({
  name: 'IMPORT',
  summary: 'Add a certificate of a PKCS #11 token to RACF',
  value: optional(group(IMPORT_OPERANDS)),
  owner: 'certificate',
  operands: ['TRUST', 'NOTRUST', 'HIGHTRUST', 'WITHLABEL', 'PKDS', 'ICSF', 'PCICC'],
  messages: [
    'IRRD109I',
    'IRRD113I',
    'IRRD160I',
    'IRRD165I',
    'IRRD175I',
    'IRRD194I',
    'IRRD199I',
    'RNGT001I',
    'RNGT002I',
    'RNGT003I',
    'RNGT004I',
    'RNGT005I',
    'RNGT006I',
    'RNGT007I',
    'RNGT019I',
    'RNGT023I',
    'RNGT024I',
    'RNGT033I',
    'RNGT046I',
    'RNGT048I',
    'RNGT049I',
    'RNGT050I',
    'RNGT051I',
    'RNGT061I',
    'RNGT062I',
  ],
  rules: [
    { text: 'The certificate is judged, labelled and stored as ADD does.', confidence: 'documented' },
    {
      text: 'The private key comes along as a copy, to the database or the PKDS; the token keeps its own.',
      confidence: 'assumed',
    },
    {
      text: 'A secure key stays in the token, and the certificate refers to it; PKDS, ICSF and PCICC are refused then.',
      confidence: 'assumed',
    },
    NEEDS_ICSF,
  ],
  async run(view, { value, owner, operands }, context) {
    if (value?.TOKEN === undefined || value.SEQNUM === undefined) return refused(refuse(say('RNGT048I', {})));
    const inactive = await refuseWithoutTokens(view);
    if (inactive !== null) return refused(inactive);
    const token = await findToken(view, value.TOKEN);
    if (isRefusal(token)) return refused(token);
    const bound = certificatesIn(token).find(({ number }) => number === value.SEQNUM);
    if (bound === undefined) {
      const hint = say('RNGT051I', { token: token.name });
      return refused(refuse(say('RNGT046I', { token: token.name }), hint));
    }
    const secure = secureKey(token, bound);
    const moved = [operands.PKDS, operands.ICSF, operands.PCICC].some((place) => place !== undefined);
    if (secure !== null && moved) return refused(refuse(say('RNGT049I', { token: token.name })));

    const work = newWork(view, context);
    const certificate = boundCertificateOf(token, bound);
    const pkcs8 = secure === null ? await copiedKey(view, bound) : null;
    const addition = await plannedAddition(work, owner, certificate, pkcs8, operands);
    if (isRefusal(addition)) return refused(addition);
    const refusal = await install(work, { ...addition, key: secure ?? addition.key });
    if (refusal !== null) return refused(refusal);
    return concluded(work.messages, { changes: work.changes });
  },
});

/** A key that cannot leave the token: the certificate in RACF is to refer to it. */
function secureKey(token: TokenEntry, bound: BoundCertificate): PlacedKey | null {
  const linked = linkedKey(token, bound);
  if (linked === null) return null;
  const tokenKey = { token: token.name, id: linked.id };
  return { fields: { ...NO_KEY, keyId: linked.keyId, tokenKey }, changes: [] };
}

async function copiedKey(view: StoreView, { keyId }: BoundCertificate): Promise<Uint8Array | null> {
  const key = keyId === null ? null : await view.key(keyId);
  return key?.pkcs8 ?? null;
}
