/**
 * One token as LISTTOKEN shows it. The layout is remembered and was not seen: nothing but this file knows it.
 *
 * RACF Command Language Reference, "RACDCERT LISTTOKEN".
 */
import { ownerText } from '../../core/owner.ts';
import { masked } from '../../core/printable.ts';
import type { TokenFacts } from '../tokens/token-facts.ts';

const WIDTHS = { number: 8, attributes: 17, labels: 32 } as const;

const COLUMNS = [
  row('Seq Num', 'Attributes', 'Labels'),
  row('-'.repeat(WIDTHS.number), '-'.repeat(WIDTHS.attributes), '-'.repeat(WIDTHS.labels)),
];
const EMPTY = '*** No certificates bound ***';

export function tokenBlock({ token, certificates }: TokenFacts): readonly string[] {
  const rows = certificates.length === 0 ? [EMPTY] : [...COLUMNS, ...certificates.flatMap(certificateRows)];
  return [`Token: ${token.name}`, '', ...rows];
}

function certificateRows({ bound, inRacf }: TokenFacts['certificates'][number]): readonly string[] {
  const number = String(bound.number).padStart(WIDTHS.number, '0');
  return [
    row(number, `Default: ${yesOrNo(bound.default)}`, `TKDS: ${masked(bound.label)}`),
    row('', `Priv Key: ${yesOrNo(bound.keyId !== null)}`, inRacf === null ? '' : `RACF: ${masked(inRacf.label)}`),
    row('', `Usage: ${bound.usage}`, inRacf === null ? '' : `Owner: ${ownerText(inRacf.owner)}`),
  ];
}

function row(number: string, attributes: string, labels: string): string {
  return `${number.padEnd(WIDTHS.number)} ${attributes.padEnd(WIDTHS.attributes)} ${labels}`.trimEnd();
}

function yesOrNo(value: boolean): string {
  return value ? 'YES' : 'NO';
}
