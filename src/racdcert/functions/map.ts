/** RACDCERT MAP: makes a certificate name filter. RACF Command Language Reference, "RACDCERT MAP". */
import { put } from '../../core/change.ts';
import type { MappingEntry } from '../../core/entities.ts';
import { outcome } from '../../core/outcome.ts';
import type { MappingOwner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import { dataSet, optional } from '../../tso/declare.ts';
import { defineFunction } from '../function.ts';
import { firstLabel } from '../new-certificate/labels.ts';
import { filtersFor, type Filters } from '../mapping/mapping-filters.ts';
import { say } from '../messages.ts';
import { missingKeywords } from '../required.ts';
import { isRefusal, refuse, refused, type Refusal } from '../refusal.ts';

export const map = defineFunction({
  name: 'MAP',
  summary: 'Make a mapping: certificates with such names log on as this user',
  value: optional(dataSet()),
  owner: 'mapping',
  operands: ['SDNFILTER', 'IDNFILTER', 'CRITERIA', 'WITHLABEL', 'TRUST', 'NOTRUST', 'PASSWORD'],
  messages: [
    'IKJ56228I',
    'IRRD103I',
    'IRRD104I',
    'IRRD130I',
    'IRRD140I',
    'IRRD141I',
    'IRRD142I',
    'IRRD146I',
    'IRRD175I',
    'RNGT001I',
    'RNGT008I',
    'RNGT016I',
    'RNGT025I',
    'RNGT026I',
    'RNGT027I',
    'RNGT028I',
    'RNGT029I',
    'RNGT040I',
    'RNGT055I',
    'RNGT056I',
  ],
  rules: [
    { text: 'SDNFILTER, IDNFILTER or both must be given.', confidence: 'documented' },
    {
      text: 'Filters are written as listings show names: most specific part first, joined by periods, case and blanks exactly so.',
      confidence: 'documented',
    },
    {
      text: "With a model certificate a filter is a starting point: it becomes everything from there to the end of the certificate's name, 255 characters at the most.",
      confidence: 'documented',
    },
    {
      text: 'A starting point is the beginning of the first part of the name that fits, and need not be the whole part.',
      confidence: 'assumed',
    },
    {
      text: "With a model certificate a subject's filter goes with the whole issuer's name only.",
      confidence: 'documented',
    },
    { text: 'CRITERIA requires MULTIID.', confidence: 'documented' },
    { text: 'MULTIID requires CRITERIA.', confidence: 'assumed' },
    { text: 'The status is NOTRUST unless TRUST is given.', confidence: 'assumed' },
    { text: 'The same pair of filters exists once only, whoever owns it.', confidence: 'assumed' },
    {
      text: 'Without WITHLABEL the label is the first LABELnnnnnnnn that the owner has not used.',
      confidence: 'assumed',
    },
  ],
  async run(view, { value, owner, operands }, context) {
    const criteria = criteriaFor(owner, operands.CRITERIA);
    if (isRefusal(criteria)) return refused(criteria);
    const filters = await filtersFor(view, value, operands, context);
    if (isRefusal(filters)) return refused(filters);
    if (await isMapped(view, filters)) return refused(refuse(say('RNGT016I', {})));
    const used = new Set((await view.mappingsOf(owner)).map((each) => each.label));
    const label = operands.WITHLABEL ?? firstLabel((each) => used.has(each));
    if (used.has(label)) return refused(refuse(say('RNGT001I', {})));
    const made: MappingEntry = {
      kind: 'mapping',
      owner,
      label,
      ...filters,
      criteria,
      status: operands.TRUST ? 'TRUST' : 'NOTRUST',
      created: context.now.toISOString(),
      createdBy: context.user,
      sequence: 0,
    };
    return outcome({ changes: [put(made)] });
  },
});

function criteriaFor(owner: MappingOwner, criteria: string | undefined): string | null | Refusal {
  if (owner.kind === 'multiid') return criteria ?? missingKeywords({ CRITERIA: criteria });
  return criteria === undefined ? null : refuse(say('RNGT056I', { keyword: 'CRITERIA' }));
}

/** The filters are the name of the profile, and there is one profile of a name. */
async function isMapped(view: StoreView, { issuerFilter, subjectFilter }: Filters): Promise<boolean> {
  const all = await view.mappings();
  return all.some((each) => each.issuerFilter === issuerFilter && each.subjectFilter === subjectFilter);
}
