/**
 * The frame around the certificates of a chain, in LISTCHAIN and CHECKCERT: numbers before, facts behind.
 *
 * RACF Security Administrator's Guide, "Examples of listing digital certificate chain information". The wording of
 * the lines on NOTRUST and on rings is assumed. A line appears only when it is true.
 */
import type { ChainSummary } from '../chains/chain-summary.ts';

/** Each block after its number, an empty line behind it. */
export function numbered(blocks: readonly (readonly string[])[]): readonly string[] {
  return blocks.flatMap((block, at) => [`Certificate ${at + 1}:`, ...block, '']);
}

export function summaryLines(chain: ChainSummary): readonly string[] {
  return [
    'Chain information:',
    `  Chain contains ${chain.count} certificate(s), chain is ${chain.complete ? 'complete' : 'incomplete'}`,
    ...(chain.expired ? ['  Chain contains expired certificate(s)'] : []),
    ...(chain.notTrusted ? ['  Chain contains NOTRUST certificate(s)'] : []),
    ...chain.ringsInCommon.map(({ owner, name }) => `  Chain contains ring in common: ${owner}/${name}`),
  ];
}
