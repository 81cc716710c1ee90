/** One mapping in the JSON of LISTMAP (docs/json.md, `ringtool-listmap`). */
import type { MappingEntry } from '../../core/entities.ts';
import type { MappingOwner } from '../../core/owner.ts';

export type MappingData = Omit<MappingEntry, 'kind' | 'sequence'>;

export function mappingOwnerData(owner: MappingOwner): MappingOwner {
  return owner.kind === 'user' ? { kind: 'user', id: owner.id } : { kind: 'multiid' };
}

export function mappingData(mapping: MappingEntry): MappingData {
  return {
    owner: mappingOwnerData(mapping.owner),
    label: mapping.label,
    status: mapping.status,
    issuerFilter: mapping.issuerFilter,
    subjectFilter: mapping.subjectFilter,
    criteria: mapping.criteria,
    created: mapping.created,
    createdBy: mapping.createdBy,
  };
}
