/**
 * The things a store keeps: certificates, rings, private keys, users, and its settings.
 *
 * Between folders travel these plain records; how they lie on disk is the store's business.
 */
import type { CertificateRef, Owner, RingRef } from './owner.ts';
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

/** True when RACF holds the private key, in its database or in the PKDS. */
export function hasPrivateKey({ keyId, pkdsLabel }: Pick<CertificateEntry, 'keyId' | 'pkdsLabel'>): boolean {
  return keyId !== null || pkdsLabel !== null;
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

/** A defined user. */
export interface UserEntry {
  readonly kind: 'user';
  readonly id: string;
  readonly name: string;
}

export type Entity = CertificateEntry | RingEntry | KeyEntry | UserEntry;

/** What a store says about itself; every field has a default (see the store). */
export interface StoreSettings {
  /** Classes that are RACLISTed: changes to them are answered with a reminder. */
  readonly raclisted: readonly string[];
  readonly level: Release;
  /** tz database name for listings and dates typed. */
  readonly timeZone: string;
  /** Reject user ids that were never defined. */
  readonly strictUsers: boolean;
  /** Issuing user when the command line names none. */
  readonly user: string | null;
}
