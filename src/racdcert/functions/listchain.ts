/**
 * RACDCERT LISTCHAIN: shows a certificate with its issuers, as far as the database has them.
 *
 * RACF Command Language Reference, "RACDCERT LISTCHAIN".
 */
import { outcome } from '../../core/outcome.ts';
import { group, label, optional } from '../../tso/declare.ts';
import { chainOf } from '../chains/chain.ts';
import { chainSummary, ringsInCommon } from '../chains/chain-summary.ts';
import { defineFunction } from '../function.ts';
import { certificateBlock } from '../listing/certificate.ts';
import { certificateData } from '../listing/certificate-data.ts';
import { numbered, summaryLines } from '../listing/chain.ts';
import { certificateHeading } from '../listing/heading.ts';
import { ownerData } from '../listing/owner-data.ts';
import { sayWithCode } from '../messages.ts';
import { missingKeywords } from '../required.ts';
import { concluded, refused } from '../refusal.ts';
import { CHAINS_SINCE, refuseBefore } from '../since.ts';

export const listchain = defineFunction({
  name: 'LISTCHAIN',
  summary: 'List a certificate with its issuers',
  value: optional(group({ LABEL: label() })),
  owner: 'certificate',
  operands: [],
  messages: ['IRRD107I', 'IRRD130I', 'RNGT035I'],
  rules: [
    { text: 'LISTCHAIN came with z/OS 2.1.', confidence: 'documented' },
    {
      text: 'The issuer is looked for among the certificates of the same owner, then under CERTAUTH, and from there on under CERTAUTH.',
      confidence: 'documented',
    },
    { text: 'The chain is complete only when it ends in a self-signed certificate.', confidence: 'documented' },
    {
      text: 'A line says that the chain holds expired certificates, one that it holds certificates with NOTRUST.',
      confidence: 'documented',
    },
    { text: 'Each ring that all certificates of the chain are in has a line.', confidence: 'documented' },
    { text: 'The lines on NOTRUST and on rings in common are worded like their neighbours.', confidence: 'assumed' },
    { text: 'No certificate of this label is return code 4.', confidence: 'assumed' },
  ],
  async run(view, { value, owner }, context) {
    const tooOld = refuseBefore(CHAINS_SINCE, context.level, 'LISTCHAIN');
    if (tooOld !== null) return refused(tooOld);
    const LABEL = value?.LABEL;
    if (LABEL === undefined) return refused(missingKeywords({ LABEL }));
    const head = { format: 'ringtool-listchain', version: 1, owner: ownerData(owner) };
    const entry = await view.certificate(owner, LABEL);
    if (entry === null) {
      return concluded([sayWithCode('IRRD107I', {}, 4)], { data: () => ({ ...head, certificates: [], chain: null }) });
    }
    const found = await chainOf(view, entry);
    const { entries } = found;
    const chain = { ...chainSummary(found, entries, context.now), ringsInCommon: ringsInCommon(entries) };
    const blocks = entries.map((each) => [certificateHeading(each.owner), '', ...certificateBlock(each, context)]);
    return outcome({
      output: [...numbered(blocks), ...summaryLines(chain)],
      data: () => ({ ...head, certificates: entries.map(certificateData), chain }),
    });
  },
});
