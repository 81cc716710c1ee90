/**
 * Who owns a certificate: a user, the certificate-authority pool or the site pool.
 *
 * RACF anchors the two pools in the user profiles irrcerta and irrsitec (RACF Security Administrator's
 * Guide, "The irrcerta, irrmulti, and irrsitec user IDs").
 */
import { unreachable } from './errors.ts';

/** The owner of a certificate. User ids are upper case and valid (see `names.ts`). */
export type Owner =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'certauth' }
  | { readonly kind: 'site' };

/** Whose a mapping is: one user's, or (MULTIID) that of users whom criteria choose. */
export type MappingOwner = { readonly kind: 'user'; readonly id: string } | { readonly kind: 'multiid' };

export const MULTIID: MappingOwner = { kind: 'multiid' };

/** The anchoring profile of a mapping: the user id, or `irrmulti`. */
export function mappingAnchor(owner: MappingOwner): string {
  return owner.kind === 'user' ? owner.id : 'irrmulti';
}

/** As a mapping listing's command names it: `ID(userid)` or `MULTIID`. */
export function mappingOwnerText(owner: MappingOwner): string {
  return owner.kind === 'user' ? `ID(${owner.id})` : 'MULTIID';
}

/** A certificate's place in the database: labels are unique per owner. */
export interface CertificateRef {
  readonly owner: Owner;
  readonly label: string;
}

/** A ring's place in the database. Only users own rings. */
export interface RingRef {
  readonly owner: string;
  readonly name: string;
}

export const CERTAUTH: Owner = { kind: 'certauth' };
export const SITE: Owner = { kind: 'site' };

/** A user, who may own certificates and mappings alike. */
export function userOwner(id: string): Owner & MappingOwner {
  return { kind: 'user', id };
}

/** The anchoring profile: the user id in upper case, or `irrcerta` / `irrsitec` in lower case. */
export function anchorOf(owner: Owner): string {
  switch (owner.kind) {
    case 'user':
      return owner.id;
    case 'certauth':
      return 'irrcerta';
    case 'site':
      return 'irrsitec';
    default:
      return unreachable(owner);
  }
}

/** The inverse of `anchorOf`. */
export function ownerOfAnchor(anchor: string): Owner {
  if (anchor === 'irrcerta') return CERTAUTH;
  if (anchor === 'irrsitec') return SITE;
  return userOwner(anchor);
}

/** As a ring listing shows it: `CERTAUTH`, `SITE` or `ID(userid)`. */
export function ownerText(owner: Owner): string {
  switch (owner.kind) {
    case 'user':
      return `ID(${owner.id})`;
    case 'certauth':
      return 'CERTAUTH';
    case 'site':
      return 'SITE';
    default:
      return unreachable(owner);
  }
}

export function sameOwner(a: Owner, b: Owner): boolean {
  return anchorOf(a) === anchorOf(b);
}

export function sameCertificate(a: CertificateRef, b: CertificateRef): boolean {
  return a.label === b.label && sameOwner(a.owner, b.owner);
}
