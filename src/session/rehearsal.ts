/**
 * Ground for a dry run: every command sees what the ones before it would have done, and nothing is written.
 */
import { resolve } from 'node:path';
import type { DataSetWrite } from '../core/view.ts';
import type { GroundOptions, Ground } from './ground.ts';
import { newPlan } from './plan.ts';
import { plannedView } from './planned-view.ts';

export function rehearsal({ store, dataSets }: GroundOptions): Ground {
  const { plan, add } = newPlan();
  // By name; null for what would be deleted.
  const planned = new Map<string, Uint8Array | null>();
  const read = async (name: string): Promise<Uint8Array | null> => {
    const content = planned.get(placeOf(name));
    return content === undefined ? await dataSets.read(name) : content;
  };
  const write = async ({ name, bytes }: DataSetWrite): Promise<void> => {
    planned.set(placeOf(name), bytes);
  };
  return {
    read,
    write,
    begin() {
      const view = plannedView(store.view(), plan);
      return {
        view: { ...view, dataSet: read },
        async settle({ changes, dataSets: writes, deletedDataSets }) {
          add(changes);
          for (const each of writes) await write(each);
          for (const name of deletedDataSets) planned.set(placeOf(name), null);
        },
      };
    },
  };
}

/** A path of the user's own may be written in more ways than one. */
function placeOf(name: string): string {
  return name.includes('/') ? resolve(name) : name;
}
