/**
 * What each function demands of a user without SPECIAL, as data.
 *
 * RACF Command Language Reference, "Authorization required" of each function; Security Administrator's Guide,
 * "Controlling the use of the RACDCERT command". Documented: the rows of certificates, rings and mappings, REMOVE,
 * LISTCHAIN, the names EXPORT and EXPORTKEY, the forms of granular names with UPD. The others are put together from
 * what is known of single cases, and are assumed.
 */
import type { Access } from '../../core/entities.ts';

/** The access needed by whose thing it is: the user's own, another user's, or one of CERTAUTH, SITE and MULTIID. */
export type Levels = Readonly<Record<'own' | 'other' | 'pool', Access>>;

/** What of a command decides whether a row counts. */
export type Condition =
  | 'always'
  /** GENCERT with SIGNWITH, or without. */
  | 'signed'
  | 'self-signed'
  /** EXPORT with the private key, or without. */
  | 'with-key'
  | 'without-key'
  /** The ring of CONNECT and REMOVE is the user's own, or another's. */
  | 'own-ring'
  | 'other-ring'
  /** USAGE makes of the certificate what it is not by itself. */
  | 'other-usage'
  | 'natural-usage';

/** Whose thing is meant: of the owner outside, of the one in parentheses, of the signer. */
export type Subject = 'owner' | 'inner' | 'signer';

/** Access to IRR.DIGTCERT.resource in class FACILITY. */
export interface FacilityDemand {
  readonly resource: string;
  readonly of: Subject;
  readonly levels: Levels;
  readonly when: Condition;
}

/** READ in class RDATALIB, to IRR.DIGTCERT.owner.label.use.function or owner.ring.use.function. */
export interface GranularDemand {
  readonly thing: 'certificate' | 'ring';
  readonly of: Subject;
  /** LST for what only reads, UPD for what changes. */
  readonly use: 'LST' | 'UPD';
  readonly function: string;
  readonly when: Condition;
}

const CERTIFICATE: Levels = { own: 'READ', other: 'UPDATE', pool: 'CONTROL' };
/** Rings belong to users. */
const RING: Levels = { own: 'READ', other: 'UPDATE', pool: 'CONTROL' };
const MAPPING: Levels = { own: 'READ', other: 'UPDATE', pool: 'UPDATE' };
/** A certificate into or out of the user's own ring. */
const IN_OWN_RING: Levels = { own: 'READ', other: 'UPDATE', pool: 'UPDATE' };
const READ: Levels = { own: 'READ', other: 'READ', pool: 'READ' };
const CONTROL: Levels = { own: 'CONTROL', other: 'CONTROL', pool: 'CONTROL' };

function facility(resource: string, levels: Levels, of: Subject = 'owner', when: Condition = 'always'): FacilityDemand {
  return { resource, of, levels, when };
}

function inRing(resource: string): readonly FacilityDemand[] {
  return [facility(resource, IN_OWN_RING, 'inner', 'own-ring'), facility(resource, CONTROL, 'inner', 'other-ring')];
}

/** By function. CHECKCERT shows a data set to everybody; tokens are ICSF's to protect. */
export const FACILITY_DEMANDS: Readonly<Record<string, readonly FacilityDemand[]>> = {
  ADD: [facility('ADD', CERTIFICATE)],
  ADDRING: [facility('ADDRING', RING)],
  ADDTOKEN: [],
  ALTER: [facility('ALTER', CERTIFICATE)],
  ALTMAP: [facility('ALTMAP', MAPPING)],
  BIND: [facility('BIND', CERTIFICATE, 'inner'), facility('ADD', CONTROL, 'inner', 'other-usage')],
  CHECKCERT: [],
  CONNECT: [...inRing('CONNECT'), facility('ADD', CONTROL, 'inner', 'other-usage')],
  DELETE: [facility('DELETE', CERTIFICATE)],
  DELMAP: [facility('DELMAP', MAPPING)],
  DELRING: [facility('DELRING', RING)],
  DELTOKEN: [],
  EXPORT: [
    facility('EXPORT', CERTIFICATE, 'owner', 'without-key'),
    facility('EXPORTKEY', CERTIFICATE, 'owner', 'with-key'),
  ],
  GENCERT: [
    facility('ADD', CERTIFICATE),
    facility('GENCERT', CERTIFICATE, 'owner', 'self-signed'),
    facility('GENCERT', CERTIFICATE, 'signer', 'signed'),
  ],
  GENREQ: [facility('GENREQ', CERTIFICATE)],
  IMPORT: [facility('ADD', CERTIFICATE)],
  LIST: [facility('LIST', CERTIFICATE)],
  LISTCHAIN: [facility('LIST', CONTROL)],
  LISTMAP: [facility('LISTMAP', MAPPING)],
  LISTRING: [facility('LISTRING', RING)],
  LISTTOKEN: [facility('LIST', READ)],
  MAP: [facility('MAP', MAPPING)],
  REKEY: [facility('REKEY', CERTIFICATE)],
  REMOVE: inRing('REMOVE'),
  ROLLOVER: [facility('ROLLOVER', CERTIFICATE)],
  UNBIND: [],
};

function certificate(
  use: 'LST' | 'UPD',
  name: string,
  of: Subject = 'owner',
  when: Condition = 'always',
): GranularDemand {
  return { thing: 'certificate', of, use, function: name, when };
}

function ring(use: 'LST' | 'UPD', name: string): GranularDemand {
  return { thing: 'ring', of: 'owner', use, function: name, when: 'always' };
}

/** The profile that switches these on, in class RDATALIB. */
export const GRANULAR_SWITCH = 'IRR.RACDCERT.GRANULAR';

/** By function; one that is missing here is decided by FACILITY even so: LISTCHAIN, mappings, tokens. */
export const GRANULAR_DEMANDS: Readonly<Record<string, readonly GranularDemand[]>> = {
  ADD: [certificate('UPD', 'ADD')],
  ADDRING: [ring('UPD', 'ADDRING')],
  ALTER: [certificate('UPD', 'ALTER')],
  BIND: [certificate('LST', 'BIND', 'inner', 'natural-usage'), certificate('UPD', 'BIND', 'inner', 'other-usage')],
  CONNECT: [
    ring('UPD', 'CONNECT'),
    certificate('LST', 'CONNECT', 'inner', 'natural-usage'),
    certificate('UPD', 'CONNECT', 'inner', 'other-usage'),
  ],
  DELETE: [certificate('UPD', 'DELETE')],
  DELRING: [ring('UPD', 'DELRING')],
  EXPORT: [certificate('LST', 'EXPORT', 'owner', 'without-key'), certificate('UPD', 'EXPORT', 'owner', 'with-key')],
  GENCERT: [certificate('UPD', 'GENCERT'), certificate('LST', 'GENCERT', 'signer', 'signed')],
  GENREQ: [certificate('LST', 'GENREQ')],
  IMPORT: [certificate('UPD', 'ADD')],
  LIST: [certificate('LST', 'LIST')],
  LISTRING: [ring('LST', 'LISTRING')],
  REKEY: [certificate('UPD', 'REKEY')],
  REMOVE: [ring('UPD', 'REMOVE'), certificate('LST', 'REMOVE', 'inner')],
  ROLLOVER: [certificate('UPD', 'ROLLOVER')],
};

/** Access to one of these profiles of CRYPTOZ: SO.token is the security officer's view of a token, USER.token the user's. */
export interface TokenDemand {
  readonly role: 'SO' | 'USER';
  readonly access: Access;
}

/** By function; one of the demands is enough (z/OS ICSF Writing PKCS #11 Applications, "Controlling token access"). */
export const TOKEN_DEMANDS: Readonly<Record<string, readonly TokenDemand[]>> = {
  ADDTOKEN: [{ role: 'SO', access: 'UPDATE' }],
  DELTOKEN: [{ role: 'SO', access: 'UPDATE' }],
  BIND: [{ role: 'USER', access: 'CONTROL' }],
  UNBIND: [{ role: 'USER', access: 'CONTROL' }],
  IMPORT: [{ role: 'USER', access: 'READ' }],
  LISTTOKEN: [
    { role: 'USER', access: 'READ' },
    { role: 'SO', access: 'READ' },
  ],
  GENCERT: [{ role: 'USER', access: 'UPDATE' }],
  REKEY: [{ role: 'USER', access: 'UPDATE' }],
};
