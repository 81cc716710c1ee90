/**
 * Ground for a dry run: every command sees what the ones before it would have done, and nothing is written.
 */
import { resolve } from 'node:path';
import type { GroundOptions, Ground } from './ground.ts';
import { newPlan } from './plan.ts';
import { plannedView } from './planned-view.ts';

export function rehearsal({ store, dataSets }: GroundOptions): Ground {
  const { plan, add } = newPlan();
  const written = new Map<string, Uint8Array>();
  return {
    begin() {
      const view = plannedView(store.view(), plan);
      return {
        view: { ...view, dataSet: async (name) => written.get(placeOf(name)) ?? (await dataSets.read(name)) },
        async settle({ changes, dataSets: writes }) {
          add(changes);
          for (const { name, bytes } of writes) written.set(placeOf(name), bytes);
        },
      };
    },
  };
}

/** A path of the user's own may be written in more ways than one. */
function placeOf(name: string): string {
  return name.includes('/') ? resolve(name) : name;
}
