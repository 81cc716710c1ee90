/**
 * What a pure handler may read: entities by name, the three look-ups RACF needs, and data sets.
 *
 * Asynchronous, so that a store across a network can stand behind it. A view remembers what was read from
 * it; a commit based on it fails with `store/conflict` when any of that has changed since.
 */
import type {
  CertificateEntry,
  GroupEntry,
  IcsfKeyEntry,
  KeyEntry,
  MappingEntry,
  ProfileEntry,
  RingEntry,
  StoreSettings,
  TokenEntry,
  UserEntry,
} from './entities.ts';
import type { MappingOwner, Owner } from './owner.ts';

export interface StoreView {
  settings(): Promise<StoreSettings>;
  certificate(owner: Owner, label: string): Promise<CertificateEntry | null>;
  /** All certificates of one owner, in order of addition. */
  certificatesOf(owner: Owner): Promise<readonly CertificateEntry[]>;
  /** Which labels the owner has in use: asked of all at once, without opening a certificate. */
  labelsOf(owner: Owner): Promise<Labels>;
  /** The certificate with this issuer name (DER) and serial number (upper-case hex, even digits), any owner. */
  byIssuerAndSerial(issuer: Uint8Array, serial: string): Promise<CertificateEntry | null>;
  /** All certificates with this SubjectPublicKeyInfo (DER), any owner, in order of addition. */
  byPublicKey(spki: Uint8Array): Promise<readonly CertificateEntry[]>;
  /** All certificates with this subject name (DER, compared by `nameMatchKey`), any owner. */
  bySubject(subject: Uint8Array): Promise<readonly CertificateEntry[]>;
  ring(owner: string, name: string): Promise<RingEntry | null>;
  /** All rings of a user, in order of creation. */
  ringsOf(owner: string): Promise<readonly RingEntry[]>;
  key(id: string): Promise<KeyEntry | null>;
  /** A key of the emulated PKDS by its label. */
  icsfKey(label: string): Promise<IcsfKeyEntry | null>;
  mapping(owner: MappingOwner, label: string): Promise<MappingEntry | null>;
  /** All mappings of one owner, in order of addition. */
  mappingsOf(owner: MappingOwner): Promise<readonly MappingEntry[]>;
  /** All mappings there are, in order of addition. */
  mappings(): Promise<readonly MappingEntry[]>;
  token(name: string): Promise<TokenEntry | null>;
  /** All tokens, by name. */
  tokens(): Promise<readonly TokenEntry[]>;
  user(id: string): Promise<UserEntry | null>;
  /** All users, by id. */
  users(): Promise<readonly UserEntry[]>;
  group(id: string): Promise<GroupEntry | null>;
  /** All groups, by id. */
  groups(): Promise<readonly GroupEntry[]>;
  /** The general resource profile of exactly this name. */
  profile(className: string, name: string): Promise<ProfileEntry | null>;
  /** All profiles of a class, by name. */
  profilesOf(className: string): Promise<readonly ProfileEntry[]>;
  /** Ids of users who own certificates or rings, defined or not: in order, at most so many. */
  owners(most: number): Promise<readonly string[]>;
  /** True once any user is defined in the store. */
  knowsUsers(): Promise<boolean>;
}

export interface Labels {
  has(label: string): boolean;
}

/** What a command may read: the store, and input data sets. */
export interface CommandView extends StoreView {
  /** Content of a data set by fully qualified name or path; null when there is none. */
  dataSet(name: string): Promise<Uint8Array | null>;
}

/** A data set to be written when the command succeeds. */
export interface DataSetWrite {
  /** Fully qualified name in upper case, or a path of the user's own (with a slash). */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Holds a private key: the file gets 0600. */
  readonly secret: boolean;
}

/** Input data sets by fully qualified name, or by a path of the user's own (with a slash). */
export interface DataSetReader {
  /** The content; null when no such data set exists. Throws `file/too-large` beyond the limit. */
  read(name: string): Promise<Uint8Array | null>;
}
