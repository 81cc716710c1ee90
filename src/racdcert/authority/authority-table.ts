/**
 * What each function demands of a user without SPECIAL, as data.
 *
 * RACF Command Language Reference, "Authorization required" of each function; Security Administrator's Guide,
 * "Controlling the use of the RACDCERT command". A row is as sure as the least sure part of it: that it is looked at,
 * the name of the resource, the levels. What is not documented is put together from what is known of single cases.
 */
import type { Access } from '../../core/entities.ts';
import type { Confidence } from '../../core/message.ts';

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
  readonly confidence: Confidence;
}

/** READ in class RDATALIB, to IRR.DIGTCERT.owner.label.use.function or owner.ring.use.function. */
export interface GranularDemand {
  readonly thing: 'certificate' | 'ring';
  readonly of: Subject;
  /** LST for what only reads, UPD for what changes. */
  readonly use: 'LST' | 'UPD';
  readonly function: string;
  readonly when: Condition;
  readonly confidence: Confidence;
}

const CERTIFICATE: Levels = { own: 'READ', other: 'UPDATE', pool: 'CONTROL' };
/** Rings belong to users. */
const RING: Levels = { own: 'READ', other: 'UPDATE', pool: 'CONTROL' };
const MAPPING: Levels = { own: 'READ', other: 'UPDATE', pool: 'UPDATE' };
/** A certificate into or out of the user's own ring. */
const IN_OWN_RING: Levels = { own: 'READ', other: 'UPDATE', pool: 'UPDATE' };
const CONTROL: Levels = { own: 'CONTROL', other: 'CONTROL', pool: 'CONTROL' };

/** What of a row is not as in most: of the owner outside, always, assumed. */
type Differing<Row extends FacilityDemand | GranularDemand> = Partial<Pick<Row, 'of' | 'when' | 'confidence'>>;

const USUAL = { of: 'owner', when: 'always', confidence: 'assumed' } as const;
const DOCUMENTED = { confidence: 'documented' } as const;

function facility(resource: string, levels: Levels, differing: Differing<FacilityDemand> = {}): FacilityDemand {
  return { resource, levels, ...USUAL, ...differing };
}

/** The own-ring row would be documented, but for the certificates of other users. */
function inRing(resource: string, ofOthers: Confidence): readonly FacilityDemand[] {
  return [
    facility(resource, IN_OWN_RING, { of: 'inner', when: 'own-ring' }),
    facility(resource, CONTROL, { of: 'inner', when: 'other-ring', confidence: ofOthers }),
  ];
}

/** That USAGE makes of a certificate what it is not by itself is as good as adding it so. */
const PROMOTED = facility('ADD', CONTROL, { of: 'inner', when: 'other-usage' });

/**
 * By function. CHECKCERT shows a data set to everybody; tokens are ICSF's to protect. What these two show of RACF's own
 * certificates is for those who may LIST them.
 */
export const FACILITY_DEMANDS: Readonly<Record<string, readonly FacilityDemand[]>> = {
  ADD: [facility('ADD', CERTIFICATE)],
  ADDRING: [facility('ADDRING', RING, DOCUMENTED)],
  ADDTOKEN: [],
  ALTER: [facility('ALTER', CERTIFICATE)],
  ALTMAP: [facility('ALTMAP', MAPPING, DOCUMENTED)],
  BIND: [facility('BIND', CERTIFICATE, { of: 'inner' }), PROMOTED],
  CHECKCERT: [],
  CONNECT: [...inRing('CONNECT', 'assumed'), PROMOTED],
  DELETE: [facility('DELETE', CERTIFICATE)],
  DELMAP: [facility('DELMAP', MAPPING, DOCUMENTED)],
  DELRING: [facility('DELRING', RING, DOCUMENTED)],
  DELTOKEN: [],
  EXPORT: [facility('EXPORT', CERTIFICATE), facility('EXPORTKEY', CERTIFICATE, { when: 'with-key' })],
  GENCERT: [
    facility('ADD', CERTIFICATE),
    facility('GENCERT', CERTIFICATE, { when: 'self-signed' }),
    facility('GENCERT', CERTIFICATE, { of: 'signer', when: 'signed' }),
  ],
  GENREQ: [facility('GENREQ', CERTIFICATE)],
  IMPORT: [facility('ADD', CERTIFICATE)],
  LIST: [facility('LIST', CERTIFICATE)],
  LISTCHAIN: [facility('LIST', CONTROL, DOCUMENTED)],
  LISTMAP: [facility('LISTMAP', MAPPING, DOCUMENTED)],
  LISTRING: [facility('LISTRING', RING, DOCUMENTED)],
  LISTTOKEN: [],
  MAP: [facility('MAP', MAPPING, DOCUMENTED)],
  REKEY: [facility('REKEY', CERTIFICATE)],
  REMOVE: inRing('REMOVE', 'documented'),
  ROLLOVER: [facility('ROLLOVER', CERTIFICATE)],
  UNBIND: [],
};

type Use = GranularDemand['use'];

function certificate(use: Use, name: string, differing: Differing<GranularDemand> = {}): GranularDemand {
  return { thing: 'certificate', use, function: name, ...USUAL, ...differing };
}

function ring(use: Use, name: string, differing: Differing<GranularDemand> = {}): GranularDemand {
  return { thing: 'ring', use, function: name, ...USUAL, ...differing };
}

/** The profile that switches these on, in class RDATALIB. */
export const GRANULAR_SWITCH = 'IRR.RACDCERT.GRANULAR';

/**
 * By function; one that is missing here is decided by FACILITY even so: LISTCHAIN, mappings, tokens. The forms of the
 * names with UPD are documented; which function asks for which use is so where it changes what it names.
 */
export const GRANULAR_DEMANDS: Readonly<Record<string, readonly GranularDemand[]>> = {
  ADD: [certificate('UPD', 'ADD', DOCUMENTED)],
  ADDRING: [ring('UPD', 'ADDRING', DOCUMENTED)],
  ALTER: [certificate('UPD', 'ALTER', DOCUMENTED)],
  BIND: [
    certificate('LST', 'BIND', { of: 'inner', when: 'natural-usage' }),
    certificate('UPD', 'BIND', { of: 'inner', when: 'other-usage' }),
  ],
  CONNECT: [
    ring('UPD', 'CONNECT', DOCUMENTED),
    certificate('LST', 'CONNECT', { of: 'inner', when: 'natural-usage' }),
    certificate('UPD', 'CONNECT', { of: 'inner', when: 'other-usage' }),
  ],
  DELETE: [certificate('UPD', 'DELETE', DOCUMENTED)],
  DELRING: [ring('UPD', 'DELRING', DOCUMENTED)],
  EXPORT: [certificate('LST', 'EXPORT', { when: 'without-key' }), certificate('UPD', 'EXPORT', { when: 'with-key' })],
  GENCERT: [certificate('UPD', 'GENCERT', DOCUMENTED), certificate('LST', 'GENCERT', { of: 'signer', when: 'signed' })],
  GENREQ: [certificate('LST', 'GENREQ')],
  IMPORT: [certificate('UPD', 'ADD')],
  LIST: [certificate('LST', 'LIST')],
  LISTRING: [ring('LST', 'LISTRING')],
  REKEY: [certificate('UPD', 'REKEY', DOCUMENTED)],
  REMOVE: [ring('UPD', 'REMOVE', DOCUMENTED), certificate('LST', 'REMOVE', { of: 'inner' })],
  ROLLOVER: [certificate('UPD', 'ROLLOVER', DOCUMENTED)],
};

/** Access to one of these profiles of CRYPTOZ: SO.token is the security officer's view of a token, USER.token the user's. */
export interface TokenDemand {
  readonly role: 'SO' | 'USER';
  readonly access: Access;
  readonly confidence: Confidence;
}

/** The names of the profiles are documented, and which calls of ICSF a function makes is assumed. */
function token(role: TokenDemand['role'], access: Access): TokenDemand {
  return { role, access, confidence: 'assumed' };
}

/** By function; one of the demands is enough (z/OS ICSF Writing PKCS #11 Applications, "Controlling token access"). */
export const TOKEN_DEMANDS: Readonly<Record<string, readonly TokenDemand[]>> = {
  ADDTOKEN: [token('SO', 'UPDATE')],
  DELTOKEN: [token('SO', 'UPDATE')],
  BIND: [token('USER', 'CONTROL')],
  UNBIND: [token('USER', 'CONTROL')],
  IMPORT: [token('USER', 'READ')],
  LISTTOKEN: [token('USER', 'READ'), token('SO', 'READ')],
  GENCERT: [token('USER', 'UPDATE')],
  REKEY: [token('USER', 'UPDATE')],
};
