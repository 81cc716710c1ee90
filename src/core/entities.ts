/**
 * The things a store keeps: certificates, rings, private keys, users, and its settings.
 *
 * Between folders travel these plain records; how they lie on disk is the store's business.
 */
import type { CertificateRef, MappingOwner, Owner, RingRef } from './owner.ts';
import type { Release } from './release.ts';

/** Trust status. HIGHTRUST exists for CERTAUTH only. */
export type TrustStatus = 'TRUST' | 'NOTRUST' | 'HIGHTRUST';

/** How a certificate acts in one ring. */
export type Usage = 'PERSONAL' | 'CERTAUTH' | 'SITE';

/** A certificate with everything RACF keeps beside it (a DIGTCERT profile). */
export interface CertificateEntry {
  readonly kind: 'certificate';
  readonly owner: Owner;
  readonly label: string;
  /** X.509, DER. */
  readonly der: Uint8Array;
  readonly status: TrustStatus;
  /** Id of the private key entry, or null when RACF holds none. */
  readonly keyId: string | null;
  /** Label in the ICSF PKA key data set, when the key lives there. */
  readonly pkdsLabel: string | null;
  /** The ICSF token that keeps the key as a secure one (operand TOKEN), and the object's identifier in it. */
  readonly tokenKey: TokenKeyRef | null;
  /** An RSA key that ICSF keeps as modulus and exponent (operand ICSF): listed as `RSA Mod-Exp`. */
  readonly modulusExponent: boolean;
  /** The rings it is connected to, in order of connection: the mirror of the rings' own lists. */
  readonly rings: readonly RingRef[];
  /** Last serial number issued with this key, decimal; `0` for one that never signed (CERTLSER). */
  readonly lastSerial: string;
  /** A request was generated from it: deletion needs FORCE (CERTGREQ). */
  readonly requested: boolean;
  /** ISO 8601 UTC; and the user who ran the command. */
  readonly created: string;
  readonly createdBy: string;
  /** Order of addition within the store. The store gives it on first commit; 0 means not yet given. */
  readonly sequence: number;
}

/** A secure key in the ICSF token data set (TKDS). */
export interface TokenKeyRef {
  readonly token: string;
  /** Identifier of the key object (CKA_ID), upper-case hex. */
  readonly id: string;
}

/** True when RACF holds the private key: in its database, in the PKDS or in the TKDS. */
export function hasPrivateKey({
  keyId,
  pkdsLabel,
  tokenKey,
}: Pick<CertificateEntry, 'keyId' | 'pkdsLabel' | 'tokenKey'>): boolean {
  return keyId !== null || pkdsLabel !== null || tokenKey !== null;
}

/** One certificate in a ring. */
export interface Connection extends CertificateRef {
  readonly usage: Usage;
  readonly default: boolean;
}

/** A key ring (a DIGTRING profile); connections stand in order of connection. */
export interface RingEntry {
  readonly kind: 'ring';
  readonly owner: string;
  readonly name: string;
  readonly connections: readonly Connection[];
  readonly created: string;
  readonly createdBy: string;
  readonly sequence: number;
}

/** A private key, PKCS #8 DER. Never listed, logged or printed. */
export interface KeyEntry {
  readonly kind: 'key';
  readonly id: string;
  readonly pkcs8: Uint8Array;
}

/**
 * A key in the ICSF PKA key data set (PKDS), as ringtool emulates it: the label ICSF knows it by, and where the store
 * keeps it. RACF certificates refer to it by `pkdsLabel`.
 */
export interface IcsfKeyEntry {
  readonly kind: 'icsf-key';
  readonly label: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  /** Id of the private key entry; null for a public key alone. */
  readonly keyId: string | null;
  readonly created: string;
  readonly createdBy: string;
}

/** A certificate name filter (a DIGTNMAP profile): who a certificate with such names logs on as. */
export interface MappingEntry {
  readonly kind: 'mapping';
  readonly owner: MappingOwner;
  readonly label: string;
  /** In the form of listings, most specific part first; null for any. One of the two filters is there. */
  readonly issuerFilter: string | null;
  readonly subjectFilter: string | null;
  /** The template that chooses among DIGTCRIT profiles; MULTIID only. */
  readonly criteria: string | null;
  readonly status: 'TRUST' | 'NOTRUST';
  readonly created: string;
  readonly createdBy: string;
  readonly sequence: number;
}

/** A z/OS PKCS #11 token, kept by ICSF: copies, which live apart from what RACF holds. */
export interface TokenEntry {
  readonly kind: 'token';
  readonly name: string;
  readonly objects: readonly TokenObject[];
  /** The number given last to a certificate of this token; 0 before the first. */
  readonly lastNumber: number;
  readonly created: string;
  readonly createdBy: string;
}

export type TokenObject =
  /** A certificate that was bound, with the objects of its keys. */
  | {
      readonly type: 'certificate';
      /** What SEQNUM names; never given again within the token. */
      readonly number: number;
      readonly label: string;
      readonly der: Uint8Array;
      readonly usage: Usage;
      readonly default: boolean;
      /** Id of the private key entry of this copy; null when the token holds none. */
      readonly keyId: string | null;
    }
  /** A secure key that GENCERT or REKEY made in the token. */
  | {
      readonly type: 'key';
      /** Identifier (CKA_ID), upper-case hex. */
      readonly id: string;
      /** SubjectPublicKeyInfo, DER. */
      readonly spki: Uint8Array;
      /** Id of the private key entry. */
      readonly keyId: string;
    }
  /** An object that other programs have put there and RACF cannot manage. */
  | { readonly type: 'other'; readonly description: string };

/** What a user may do in a group. */
export type GroupAuthority = 'USE' | 'CREATE' | 'CONNECT' | 'JOIN';

/** A defined user. */
export interface UserEntry {
  readonly kind: 'user';
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** The first of `groups`; empty in stores that know no groups. */
  readonly defaultGroup: string;
  readonly groups: readonly { readonly group: string; readonly authority: GroupAuthority }[];
  /** System-wide attributes as LISTUSER names them: `SPECIAL`, `AUDITOR`, `OPERATIONS`, `PROTECTED`, `REVOKED` ... */
  readonly attributes: readonly string[];
  readonly installationData: string;
  readonly created: string;
  readonly createdBy: string;
}

/** A defined group. */
export interface GroupEntry {
  readonly kind: 'group';
  readonly id: string;
  readonly superior: string;
  readonly owner: string;
  readonly created: string;
  readonly createdBy: string;
}

/** How much a user may do with a resource, from least to most. */
export const ACCESS_LEVELS = ['NONE', 'EXECUTE', 'READ', 'UPDATE', 'CONTROL', 'ALTER'] as const;
export type Access = (typeof ACCESS_LEVELS)[number];

/** What of a profile decides about access. */
export interface AccessRules {
  readonly uacc: Access;
  /** User or group, or `*` for every defined user; in the order of PERMIT. */
  readonly accessList: readonly { readonly id: string; readonly access: Access }[];
  /** WARNING: access that is not given passes all the same. Null in files that were written before it was kept. */
  readonly warning: boolean | null;
}

/** A general resource profile: FACILITY, RDATALIB, DIGTCRIT and what else jobs define. */
export interface ProfileEntry extends AccessRules {
  readonly kind: 'profile';
  readonly class: string;
  /** As written; `*`, `**` and `%` make it generic. Folded to upper case but for classes that keep case. */
  readonly name: string;
  readonly owner: string;
  readonly applicationData: string;
  readonly installationData: string;
  /** 0 to 99; null as for `warning`. */
  readonly level: number | null;
  /** AUDIT, as RLIST shows it: `SUCCESS(UPDATE),FAILURES(READ)`; null as for `warning`. */
  readonly auditing: string | null;
  /** The user that is told of violations, empty for none; null as for `warning`. */
  readonly notify: string | null;
  /** As SETROPTS RACLIST has loaded it, which counts while the class is RACLISTed; null for a profile not yet loaded. */
  readonly inStorage: AccessRules | null;
  readonly created: string;
  readonly createdBy: string;
}

export type Entity =
  | CertificateEntry
  | RingEntry
  | KeyEntry
  | IcsfKeyEntry
  | MappingEntry
  | TokenEntry
  | UserEntry
  | GroupEntry
  | ProfileEntry;

/** The entity of one kind. */
export type EntityOf<K extends Entity['kind']> = Extract<Entity, { readonly kind: K }>;

/** What a store says about itself; every field has a default (see the store). */
export interface StoreSettings {
  /** Classes that are RACLISTed: changes to them are answered with a reminder. */
  readonly raclisted: readonly string[];
  /** Classes that are active (CLASSACT). */
  readonly active: readonly string[];
  readonly level: Release;
  /** tz database name for listings and dates typed. */
  readonly timeZone: string;
  /** Reject user ids that were never defined. */
  readonly strictUsers: boolean;
  /** Issuing user when the command line names none. */
  readonly user: string | null;
}
