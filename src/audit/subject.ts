/** What rules judge: certificates, chains, rings and packages, each with the place it came from. */
import type { CertificateEntry, Connection, TrustStatus, Usage } from '../core/entities.ts';
import type { Owner } from '../core/owner.ts';
import type { Profile } from '../findings/profile.ts';
import type { Rule, SubjectName } from '../findings/rule.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Verdict } from '../x509/verify.ts';
import type { Need } from './mend/need.ts';

/** What every rule may look at beside its subject. */
export interface AuditContext {
  readonly now: Date;
  readonly profile: Profile;
}

/** A certificate's place in a store, as commands name it. */
export interface StoreAddress {
  readonly owner: Owner;
  readonly label: string;
  readonly hasKey: boolean;
  /** A free label for the certificate with a new key, where this one's cannot stay. */
  readonly successor?: string;
}

/** A signer as it stands: one that needs a new key itself signs under another label afterwards. */
export interface Signer extends StoreAddress {
  readonly certificate: Certificate;
}

/** Where a certificate came from. */
export type Origin =
  | (StoreAddress & {
      readonly kind: 'store';
      readonly status: TrustStatus;
      /** How it is connected in the rings looked at. */
      readonly usages: readonly Usage[];
      /** The certificate in the store that signed it. */
      readonly signer: Signer | null;
    })
  | { readonly kind: 'file'; readonly path: string; readonly format: 'der' | 'pem' | 'base64' | 'pkcs7' | 'pkcs12' };

/** `leaf` stands for a server or a client, `authority` signs others. */
export type Role = 'leaf' | 'authority';

/** `no`: another name issued it. Else what its own key says about its signature. */
export type SelfSigned = 'no' | 'valid' | 'invalid' | 'unknown';

export interface CertificateSubject extends SubjectName {
  readonly kind: 'certificate';
  readonly certificate: Certificate;
  readonly role: Role;
  readonly selfSigned: SelfSigned;
  readonly origin: Origin;
}

/** Where the issuers of a chain may come from. */
export type ChainScope =
  | { readonly kind: 'ring'; readonly owner: string; readonly name: string; readonly virtual: boolean }
  | { readonly kind: 'store' }
  | { readonly kind: 'files' };

/** The issuer that a chain misses, found where the chain may not use it. */
export interface IssuerElsewhere extends StoreAddress {
  readonly reason: 'not-connected' | 'not-trusted' | 'connected-personal';
  readonly trusted: boolean;
}

export interface ChainSubject extends SubjectName {
  readonly kind: 'chain';
  readonly scope: ChainScope;
  /** Leaf first. */
  readonly certificates: readonly Certificate[];
  /** It ends in a self-signed certificate. */
  readonly complete: boolean;
  /** The verdict on each signature, leaf first, by the certificate above it; one less than the certificates. */
  readonly signatures: readonly Verdict[];
  /** Issuers of the right name were there for the last certificate, and none of their keys signed it. */
  readonly wrongKey: boolean;
  readonly origin: Origin;
  /** The missing issuer, when the store has it after all. */
  readonly elsewhere: IssuerElsewhere | null;
}

/** One connection with what stands behind it. */
export interface RingMember {
  readonly connection: Connection;
  /** Null when the store has no such certificate any more. */
  readonly entry: CertificateEntry | null;
  /** Null when the bytes are not a certificate. */
  readonly certificate: Certificate | null;
}

export interface RingSubject extends SubjectName {
  readonly kind: 'ring';
  readonly owner: string;
  readonly name: string;
  /** A virtual ring: everything of one owner, without defaults. */
  readonly virtual: boolean;
  readonly members: readonly RingMember[];
}

export interface PackageSubject extends SubjectName {
  readonly kind: 'package';
  readonly path: string;
  /** Algorithms as found, such as `PBES2 AES-256-CBC, PBKDF2 HMAC-SHA256, 2048 iterations`. */
  readonly encryption: readonly string[];
  /** Null for a package without one. */
  readonly mac: string | null;
  readonly emptyPassword: boolean;
  readonly keys: number;
  readonly certificates: readonly { readonly friendlyName: string | null; readonly certificate: Certificate | null }[];
  /** A key of the package belongs to one of its certificates. */
  readonly hasLeaf: boolean;
}

export type Subject = CertificateSubject | ChainSubject | RingSubject | PackageSubject;

export interface CertificateRule extends Rule<CertificateSubject, AuditContext> {
  /** What the next certificate must have, to be mended together with the other findings; else `mend` alone. */
  readonly need?: Need;
}

export type ChainRule = Rule<ChainSubject, AuditContext>;
export type RingRule = Rule<RingSubject, AuditContext>;
export type PackageRule = Rule<PackageSubject, AuditContext>;
