/**
 * The top-level operands of RACDCERT, all 26 functions together: the command has one keyword list, so an
 * abbreviation must be unique over all of it, whatever function is asked for.
 *
 * RACF Command Language Reference, "RACDCERT (Manage RACF digital certificates)". The function keywords
 * themselves come from the function records (see `keywords.ts`).
 */
import {
  dataSet,
  date,
  flag,
  group,
  hex,
  label,
  list,
  number,
  oneOf,
  optional,
  ringName,
  text,
  time,
  tokenName,
  userId,
} from '../tso/declare.ts';
import type { Operand } from '../tso/operand.ts';
import { invalid } from '../tso/problem.ts';

/** Longest PKCS #12 password that the manuals name. */
const PASSWORD_LENGTH = 255;
/** Longest distinguished name RACF keeps. */
const NAME_LENGTH = 1024;
/** Longest name filter, after resolution (IRRD142I). */
export const FILTER_LENGTH = 255;
/** Longest element of SUBJECTSDN. */
const NAME_PART_LENGTH = 64;
/** Values in one repeatable operand; far above what a command of 32,767 characters makes sense with. */
const MANY = 1_000;

/** A ring name to be created; `*` means "all rings" in LISTRING, and so cannot be one. */
export function newRingName(): Operand<string> {
  const any = ringName();
  return {
    ...any,
    bind(node, binding) {
      const bound = any.bind(node, binding);
      return bound.kind === 'value' && bound.value === '*' ? invalid(node.at, any.what, '*') : bound;
    },
  };
}

/** A label in the PKA key data set, or `*` for "as WITHLABEL". Folded to upper case; checked where it is used. */
const pkdsLabel = (): Operand<string | null> => optional(text({ max: 64, what: 'PKDS label', fold: 'always' }));
const namePart = (what: string): Operand<string> => text({ max: NAME_PART_LENGTH, what });
const moment = () => group({ DATE: date(), TIME: time() });

/** Where a new key lives: in RACF when neither is given. */
const keyPlace = () => optional(group({ PKDS: pkdsLabel(), TOKEN: tokenName() }));

/** Whose certificate: written inside the parentheses of CONNECT, REMOVE, BIND and SIGNWITH. */
export const OWNER_OPERANDS = {
  ID: userId(),
  CERTAUTH: flag(),
  SITE: flag(),
} as const;

/** Which certificate of the owner: LIST, ALTER, DELETE. */
export const SELECTION_OPERANDS = {
  LABEL: label(),
  SERIALNUMBER: hex(),
  ISSUERSDN: text({ max: NAME_LENGTH, what: "issuer's distinguished name" }),
} as const;

/** What CONNECT takes in its parentheses; REMOVE takes the same but for USAGE and DEFAULT. */
export const RING_ENTRY_OPERANDS = {
  ...OWNER_OPERANDS,
  LABEL: label(),
  RING: ringName(),
} as const;

export const CONNECT_OPERANDS = {
  ...RING_ENTRY_OPERANDS,
  USAGE: oneOf('PERSONAL', 'CERTAUTH', 'SITE'),
  DEFAULT: flag(),
} as const;

/** What BIND takes in its parentheses. */
export const BIND_OPERANDS = {
  ...OWNER_OPERANDS,
  LABEL: label(),
  TOKEN: tokenName(),
  USAGE: oneOf('PERSONAL', 'CERTAUTH', 'SITE'),
  DEFAULT: flag(),
} as const;

/** The number of a certificate in its token, as LISTTOKEN shows it. */
const sequenceNumber = (): Operand<number> => number({ min: 1, max: 99_999_999, what: 'sequence number' });

/** What UNBIND takes in its parentheses. */
export const UNBIND_OPERANDS = {
  ...OWNER_OPERANDS,
  LABEL: label(),
  SEQNUM: sequenceNumber(),
  TOKEN: tokenName(),
} as const;

/** What IMPORT takes in its parentheses. */
export const IMPORT_OPERANDS = { TOKEN: tokenName(), SEQNUM: sequenceNumber() } as const;

export const OPERANDS = {
  // owner
  ...OWNER_OPERANDS,
  MULTIID: flag(),

  // trust status and labels
  TRUST: flag(),
  NOTRUST: flag(),
  HIGHTRUST: flag(),
  WITHLABEL: label(),
  NEWLABEL: label(),

  // data sets
  DSN: dataSet(),
  FORMAT: oneOf('CERTB64', 'CERTDER', 'PKCS7B64', 'PKCS7DER', 'PKCS12B64', 'PKCS12DER'),
  PASSWORD: text({ max: PASSWORD_LENGTH, what: 'password', fold: 'never', secret: true }),

  // the certificate to be made
  SUBJECTSDN: group({
    CN: namePart('common name'),
    T: namePart('title'),
    OU: list(namePart('organizational unit'), { max: MANY, adds: true }),
    O: namePart('organization'),
    L: namePart('locality'),
    SP: namePart('state or province'),
    C: text({ min: 2, max: 2, what: 'country' }),
  }),
  SIZE: number({ min: 1, max: 99_999, what: 'key size' }),
  NOTBEFORE: moment(),
  NOTAFTER: moment(),
  SIGNWITH: group({ CERTAUTH: flag(), SITE: flag(), LABEL: label() }),
  KEYUSAGE: group({ HANDSHAKE: flag(), DATAENCRYPT: flag(), DOCSIGN: flag(), CERTSIGN: flag(), KEYAGREE: flag() }),
  ALTNAME: group({
    IP: text({ max: 45, what: 'IP address' }),
    DOMAIN: text({ max: 100, what: 'domain name' }),
    EMAIL: text({ max: 100, what: 'e-mail address' }),
    URI: text({ max: 255, what: 'URI' }),
    AIP: list(text({ max: 45, what: 'IP address' }), { max: MANY }),
    ADOMAIN: list(text({ max: 250, what: 'domain name' }), { max: MANY }),
    AEMAIL: list(text({ max: 250, what: 'e-mail address' }), { max: MANY }),
    AURI: list(text({ max: 250, what: 'URI' }), { max: MANY }),
  }),

  // the kind of key and its place
  RSA: keyPlace(),
  NISTECC: keyPlace(),
  BPECC: keyPlace(),
  DSA: flag(),
  PKDS: pkdsLabel(),
  ICSF: pkdsLabel(),
  PCICC: pkdsLabel(),
  FROMICSF: text({ max: 64, what: 'PKDS label', fold: 'always' }),

  // mappings
  SDNFILTER: text({ max: FILTER_LENGTH, what: "subject's name filter" }),
  IDNFILTER: text({ max: FILTER_LENGTH, what: "issuer's name filter" }),
  CRITERIA: text({ max: FILTER_LENGTH, what: 'criteria template' }),
  NEWCRITERIA: text({ max: FILTER_LENGTH, what: 'criteria template' }),

  // DELETE, DELTOKEN, ROLLOVER, UNBIND
  FORCE: flag(),
} as const;
