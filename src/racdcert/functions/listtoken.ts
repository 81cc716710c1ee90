/** RACDCERT LISTTOKEN: shows what tokens hold. RACF Command Language Reference, "RACDCERT LISTTOKEN". */
import type { TokenEntry } from '../../core/entities.ts';
import { outcome } from '../../core/outcome.ts';
import { ownerText } from '../../core/owner.ts';
import { optional, tokenName } from '../../tso/declare.ts';
import { mayList } from '../authority/may-list.ts';
import { defineFunction } from '../function.ts';
import { tokenBlock } from '../listing/token.ts';
import { tokenData } from '../listing/token-data.ts';
import { say, sayWithCode } from '../messages.ts';
import { concluded, refused } from '../refusal.ts';
import { type MayShow, type TokenFacts, tokenFacts } from '../tokens/token-facts.ts';
import { NEEDS_ICSF, refuseWithoutTokens } from '../tokens/token-service.ts';

/** All tokens; meant as well when no name is given. */
const ALL = '*';

export const listtoken = defineFunction({
  name: 'LISTTOKEN',
  summary: 'List PKCS #11 tokens and the certificates in them',
  value: optional(tokenName({ all: true })),
  owner: 'none',
  operands: [],
  messages: ['IRRD165I', 'RNGT019I', 'RNGT045I', 'RNGT050I', 'RNGT089I'],
  rules: [
    { text: 'Certificates are shown with the sequence number that UNBIND and IMPORT take.', confidence: 'documented' },
    {
      text: 'Label and owner in RACF are shown for a certificate that is in RACF now, byte for byte the same.',
      confidence: 'assumed',
    },
    {
      text: 'They are shown to those who may LIST it, what the token holds to everybody whom ICSF lets see the token.',
      confidence: 'documented',
    },
    { text: 'Without a name all tokens are listed, in order of their names.', confidence: 'assumed' },
    { text: 'The layout is remembered, not seen: programs should read the data of --json.', confidence: 'assumed' },
    NEEDS_ICSF,
  ],
  async run(view, { value }, context) {
    const inactive = await refuseWithoutTokens(view);
    if (inactive !== null) return refused(inactive);
    const name = value ?? ALL;
    const tokens = name === ALL ? await view.tokens() : only(await view.token(name));
    const hidden = new Set<string>();
    const mayShow: MayShow = async ({ owner, label }) => {
      const may = await mayList(view, owner, label, context);
      if (!may) hidden.add(`${ownerText(owner)} ${label}`);
      return may;
    };
    const found: TokenFacts[] = [];
    for (const token of tokens) found.push(await tokenFacts(view, token, mayShow));
    const data = () => ({ format: 'ringtool-listtoken', version: 1, tokens: found.map(tokenData) });
    if (found.length === 0) {
      const message = name === ALL ? say('RNGT045I', {}) : sayWithCode('RNGT019I', { token: name }, 4);
      return concluded([message], { data });
    }
    const blocks = found.map(tokenBlock);
    const { user } = context;
    return outcome({
      output: blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block])),
      remarks: hidden.size === 0 ? [] : [say('RNGT089I', { user, count: String(hidden.size) })],
      data,
    });
  },
});

function only(token: TokenEntry | null): readonly TokenEntry[] {
  return token === null ? [] : [token];
}
