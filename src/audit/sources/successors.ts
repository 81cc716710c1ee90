/**
 * Labels for the certificates that are to take the place of others: REKEY refuses one that is in use, so they
 * are free in the store, and no two certificates of an audit get the same.
 */
import { type Owner, ownerText } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import { successorLabel } from '../mend/racdcert.ts';

export interface Successors {
  /** The same answer whenever it is asked about the same certificate. */
  labelFor(owner: Owner, label: string): Promise<string>;
}

export function successors(view: () => StoreView): Successors {
  const used = new Map<string, ReturnType<StoreView['labelsOf']>>();
  const given = new Map<string, Map<string, string>>();
  return {
    async labelFor(owner, label) {
      const name = ownerText(owner);
      const inUse = used.get(name) ?? view().labelsOf(owner);
      used.set(name, inUse);
      const labels = await inUse;
      const mine = given.get(name) ?? new Map<string, string>();
      given.set(name, mine);
      const known = mine.get(label);
      if (known !== undefined) return known;
      const promised = new Set(mine.values());
      const free = successorLabel(label, (candidate) => labels.has(candidate) || promised.has(candidate));
      mine.set(label, free);
      return free;
    },
  };
}
