/** Labels of new certificates: free ones, and the ones RACF makes up. */
import type { Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';

/** `LABELnnnnnnnn`, the first from 00000001 that the owner has not used and that is not among `reserved`. */
export async function defaultLabel(
  view: StoreView,
  owner: Owner,
  reserved: ReadonlySet<string> = new Set(),
): Promise<string> {
  const used = await view.labelsOf(owner);
  return firstLabel((label) => reserved.has(label) || used.has(label));
}

/** The same for anything that has labels: mappings get theirs in this form too. */
export function firstLabel(isUsed: (label: string) => boolean): string {
  for (let number = 1; ; number++) {
    const label = `LABEL${String(number).padStart(8, '0')}`;
    if (!isUsed(label)) return label;
  }
}
