/** RACDCERT ADDTOKEN: makes an empty z/OS PKCS #11 token. RACF Command Language Reference, "RACDCERT ADDTOKEN". */
import { put } from '../../core/change.ts';
import type { TokenEntry } from '../../core/entities.ts';
import { outcome } from '../../core/outcome.ts';
import { tokenName } from '../../tso/declare.ts';
import { defineFunction } from '../function.ts';
import { say } from '../messages.ts';
import { refuse, refused } from '../refusal.ts';
import { NEEDS_ICSF, refuseWithoutTokens } from '../tokens/token-service.ts';

export const addtoken = defineFunction({
  name: 'ADDTOKEN',
  summary: 'Make an empty PKCS #11 token',
  value: tokenName(),
  owner: 'none',
  operands: [],
  messages: ['IRRD165I', 'RNGT018I', 'RNGT050I'],
  rules: [
    {
      text: 'A token name has 1 to 32 letters, digits, national characters and periods; the first is neither a digit nor a period.',
      confidence: 'documented',
    },
    { text: 'Nobody owns a token: ID, CERTAUTH and SITE are accepted and ignored.', confidence: 'documented' },
    NEEDS_ICSF,
  ],
  async run(view, { value }, { now, user }) {
    const inactive = await refuseWithoutTokens(view);
    if (inactive !== null) return refused(inactive);
    const name = value ?? '';
    if ((await view.token(name)) !== null) return refused(refuse(say('RNGT018I', { token: name })));
    const made = { created: now.toISOString(), createdBy: user };
    const token: TokenEntry = { kind: 'token', name, objects: [], lastNumber: 0, ...made };
    return outcome({ changes: [put(token)] });
  },
});
