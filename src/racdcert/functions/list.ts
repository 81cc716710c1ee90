/** RACDCERT LIST: shows certificates of one owner. RACF Command Language Reference, "RACDCERT LIST". */
import { outcome } from '../../core/outcome.ts';
import { group, optional } from '../../tso/declare.ts';
import { defineFunction } from '../function.ts';
import { certificateBlock } from '../listing/certificate.ts';
import { certificateData } from '../listing/certificate-data.ts';
import { certificateHeading } from '../listing/heading.ts';
import { ownerData } from '../listing/owner-data.ts';
import { sayWithCode } from '../messages.ts';
import { SELECTION_OPERANDS } from '../operands.ts';
import { ownerPhrase } from '../owner-phrase.ts';
import { concluded } from '../refusal.ts';
import { select, selectsAll } from '../selection.ts';

/** Up to so many fingerprints are made faster without loading `node:crypto`. */
const FEW = 3;

export const list = defineFunction({
  name: 'LIST',
  summary: 'List certificates',
  value: optional(group(SELECTION_OPERANDS)),
  owner: 'certificate',
  operands: [],
  messages: ['IRRD105I', 'IRRD107I'],
  rules: [
    { text: 'Without parentheses all certificates of the owner are listed.', confidence: 'documented' },
    { text: 'LIST is meant when no function is named.', confidence: 'documented' },
    { text: 'Dates are shown in local time, and names with their most specific part first.', confidence: 'seen' },
    { text: 'Nothing found is return code 4.', confidence: 'assumed' },
    { text: 'The SHA-256 fingerprint is shown from z/OS 2.5 on.', confidence: 'documented' },
  ],
  async run(view, request, context) {
    const { owner, value } = request;
    const found = await select(view, owner, value);
    const data = () => ({
      format: 'ringtool-list',
      version: 1,
      owner: ownerData(owner),
      certificates: found.map(certificateData),
    });
    if (found.length === 0) {
      const message = selectsAll(value)
        ? sayWithCode('IRRD105I', { owner: ownerPhrase(owner) }, 4)
        : sayWithCode('IRRD107I', {}, 4);
      return concluded([message], { data });
    }
    const blocks = found.map((entry) => certificateBlock(entry, { ...context, few: found.length <= FEW }));
    return outcome({ output: [certificateHeading(owner), ...blocks.flatMap((block) => ['', ...block])], data });
  },
});
