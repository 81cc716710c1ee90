/** Owners in JSON: `{ "kind": "user", "id": "WEBSRV" }`, `{ "kind": "certauth" }` or `{ "kind": "site" }`. */
import type { Owner } from '../../core/owner.ts';

export function ownerData(owner: Owner): Owner {
  return owner.kind === 'user' ? { kind: 'user', id: owner.id } : { kind: owner.kind };
}
