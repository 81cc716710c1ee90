/** Labels of new certificates: free ones, and the ones RACF makes up. */
import type { Owner } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';

/** `LABELnnnnnnnn`, the first from 00000001 that the owner has not used and that is not among `reserved`. */
export async function defaultLabel(
  view: StoreView,
  owner: Owner,
  reserved: ReadonlySet<string> = new Set(),
): Promise<string> {
  const used = await view.labelsOf(owner);
  for (let number = 1; ; number++) {
    const label = `LABEL${String(number).padStart(8, '0')}`;
    if (!reserved.has(label) && !used.has(label)) return label;
  }
}
