/** One ring in the JSON of LISTRING (docs/json.md, `ringtool-listring`). */
import type { Usage, RingEntry } from '../../core/entities.ts';
import type { Owner } from '../../core/owner.ts';
import { ownerData } from './owner-data.ts';

export interface RingData {
  readonly name: string;
  readonly created: string;
  readonly createdBy: string;
  readonly connections: readonly {
    readonly owner: Owner;
    readonly label: string;
    readonly usage: Usage;
    readonly default: boolean;
  }[];
}

export function ringData(ring: RingEntry): RingData {
  return {
    name: ring.name,
    created: ring.created,
    createdBy: ring.createdBy,
    connections: ring.connections.map(({ owner, label, usage, default: isDefault }) => ({
      owner: ownerData(owner),
      label,
      usage,
      default: isDefault,
    })),
  };
}
