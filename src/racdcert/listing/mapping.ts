/**
 * One mapping as LISTMAP shows it, without the heading. An absent filter is shown as `><`.
 *
 * RACF Security Administrator's Guide, sample of LISTMAP; indented as LIST is. The word `Criteria:` is assumed.
 */
import type { MappingEntry } from '../../core/entities.ts';
import { wrapped } from './wrap.ts';

export function mappingBlock(mapping: MappingEntry): readonly string[] {
  return [
    `  Label: ${mapping.label}`,
    `  Status: ${mapping.status}`,
    "  Issuer's Name Filter:",
    ...wrapped(mapping.issuerFilter ?? ''),
    "  Subject's Name Filter:",
    ...wrapped(mapping.subjectFilter ?? ''),
    ...(mapping.criteria === null ? [] : ['  Criteria:', ...wrapped(mapping.criteria)]),
  ];
}
