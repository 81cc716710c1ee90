/**
 * RACDCERT CHECKCERT: shows what is in a data set, and what the database knows of it.
 *
 * RACF Command Language Reference, "RACDCERT CHECKCERT".
 */
import type { MappingEntry } from '../../core/entities.ts';
import { atLeast } from '../../core/release.ts';
import type { CommandView } from '../../core/view.ts';
import { dataSet } from '../../tso/declare.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { chainInDataSet } from '../chains/chain-in-data-set.ts';
import { type ChainSummary, chainSummary } from '../chains/chain-summary.ts';
import { type Context, defineFunction } from '../function.ts';
import { mayList } from '../authority/may-list.ts';
import { readInput } from '../data-sets/input-data-set.ts';
import { checkedBlock, type CheckedCertificate } from '../listing/checked.ts';
import { checkedData } from '../listing/checked-data.ts';
import { numbered, summaryLines } from '../listing/chain.ts';
import { identityOf, mappingsFor, storedCopy } from '../mapping/mapping-match.ts';
import { say } from '../messages.ts';
import { NOT_A_CERTIFICATE, readMembers } from '../data-sets/package-members.ts';
import { concluded, isRefusal, refused } from '../refusal.ts';
import { CHAINS_SINCE } from '../since.ts';

export const checkcert = defineFunction({
  name: 'CHECKCERT',
  summary: 'Show the certificates in a data set',
  value: dataSet(),
  owner: 'none',
  operands: ['PASSWORD'],
  messages: [
    'IKJ56228I',
    'IRRD103I',
    'IRRD104I',
    'IRRD302I',
    'RNGT008I',
    'RNGT025I',
    'RNGT026I',
    'RNGT027I',
    'RNGT028I',
    'RNGT029I',
    'RNGT040I',
    'RNGT058I',
    'RNGT059I',
    'RNGT060I',
  ],
  rules: [
    { text: 'The end entity is shown first, then its issuers, then facts about the chain.', confidence: 'documented' },
    {
      text: 'The chain is complete when it ends in a self-signed certificate within the data set, whatever the database holds.',
      confidence: 'seen',
    },
    {
      text: 'A certificate that is in the database is shown with its owner, label, status and key as well, never with its rings.',
      confidence: 'documented',
    },
    { text: 'What the database knows is shown to those only who may LIST the certificate.', confidence: 'documented' },
    { text: 'From z/OS 2.2 on the mapping that a certificate fits is shown.', confidence: 'documented' },
    {
      text: 'When something is wrong with a certificate, the chain is shown up to it; IRRD302I and the cause follow.',
      confidence: 'documented',
    },
    { text: 'Before z/OS 2.1 one certificate is shown, without number and without chain.', confidence: 'documented' },
  ],
  async run(view, { value, operands }, context) {
    const content = await readInput(view, value ?? '');
    if (isRefusal(content)) return refused(content);
    const members = await readMembers(content, operands.PASSWORD, context.level);
    if (isRefusal(members)) return refused(members);
    const found = await chainInDataSet(members);
    const mappings = await view.mappings();
    const checked: CheckedCertificate[] = [];
    for (const certificate of found.certificates) checked.push(await whatIsKnown(view, certificate, mappings, context));

    const remarks = found.others === 0 ? [] : [say('RNGT060I', { count: String(found.others) })];
    const data = (shown: readonly CheckedCertificate[], chain: ChainSummary | null) => () => ({
      format: 'ringtool-checkcert',
      version: 1,
      certificates: shown.map(checkedData),
      chain,
      others: found.others,
    });
    if (!atLeast(context.level, CHAINS_SINCE)) {
      const [only] = checked;
      if (only === undefined) return refused(NOT_A_CERTIFICATE);
      return concluded([], { output: checkedBlock(only, context), remarks, data: data([only], null) });
    }
    // An owner's heading follows the number at once, what has none after an empty line.
    const gap = ({ entry }: CheckedCertificate): readonly string[] => (entry === null ? [''] : []);
    const blocks = numbered(checked.map((each) => [...gap(each), ...checkedBlock(each, context)]));
    if (found.problem !== null) {
      const messages = [say('IRRD302I', {}), found.problem];
      return concluded(messages, { output: blocks, remarks, data: data(checked, null) });
    }
    const entries = checked.flatMap(({ entry }) => (entry === null ? [] : [entry]));
    const chain = { ...chainSummary(found, entries, context.now), ringsInCommon: [] };
    return concluded([], { output: [...blocks, ...summaryLines(chain)], remarks, data: data(checked, chain) });
  },
});

async function whatIsKnown(
  view: CommandView,
  certificate: Certificate,
  all: readonly MappingEntry[],
  context: Context,
): Promise<CheckedCertificate> {
  const entry = await storedCopy(view, certificate);
  // Whoever may not list the certificate is shown no more than the data set holds.
  if (entry !== null && !(await mayList(view, entry.owner, entry.label, context))) {
    return { certificate, entry: null, mapping: null, identity: null };
  }
  const mappings = mappingsFor(certificate, all);
  const identity = await identityOf(view, { entry, mappings });
  return { certificate, entry, mapping: mappings[0] ?? null, identity };
}
