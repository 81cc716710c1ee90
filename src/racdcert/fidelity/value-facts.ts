/**
 * Facts about what stands in the parentheses of the function itself: `ADD(data-set)`, `CONNECT(... USAGE(...))`.
 *
 * RACF Command Language Reference, the topic of the function.
 */
import type { OperandFact } from './fact.ts';

type Said = Omit<OperandFact, 'topic'>;
type Inside = Readonly<Record<string, Said>>;

function said(confidence: OperandFact['confidence'], meaning: string, fallback: string | null = null): Said {
  return { meaning, fallback, confidence };
}

const LABEL: Inside = { LABEL: said('documented', 'label of the certificate') };

const SELECTION: Inside = {
  LABEL: said('documented', 'label of the certificate', 'the only certificate of the owner'),
  SERIALNUMBER: said('documented', 'serial number in hexadecimal digits'),
  ISSUERSDN: said('documented', "the issuer's name as LIST shows it"),
};

const MAPPING: Inside = { LABEL: said('documented', 'label of the mapping', 'the only mapping of the owner') };

const OWNER: Inside = {
  ID: said('documented', 'the user who owns the certificate', 'the owner outside the parentheses'),
  CERTAUTH: said('documented', 'the certificate belongs to CERTAUTH', 'the owner outside the parentheses'),
  SITE: said('documented', 'the certificate belongs to SITE', 'the owner outside the parentheses'),
};

const USED: Inside = {
  USAGE: said('documented', 'how the certificate acts there', 'as its own kind: PERSONAL, CERTAUTH or SITE'),
  DEFAULT: said('documented', 'it is the default; the one that was so far is not any more', 'not the default'),
};

const IN_RING: Inside = { ...OWNER, ...LABEL, RING: said('documented', 'name of the ring') };
const TOKEN: Inside = { TOKEN: said('documented', 'name of the token') };
const NUMBER: Inside = { SEQNUM: said('documented', 'number of the certificate in the token, as LISTTOKEN shows it') };

const TOKEN_NAME = said('documented', 'name of the token: letters, digits, @ # $ and periods, up to 32 characters');
const RING_NAME = said('seen', 'name of the ring, case kept, up to 237 characters');

/** What a function takes: one value, or keywords. */
const VALUES: Readonly<Record<string, Said | Inside>> = {
  ADD: said('documented', 'data set with a certificate or a package'),
  ADDRING: RING_NAME,
  ADDTOKEN: TOKEN_NAME,
  ALTER: SELECTION,
  ALTMAP: MAPPING,
  BIND: { ...OWNER, ...LABEL, ...TOKEN, ...USED },
  CHECKCERT: said('documented', 'data set with a certificate or a package'),
  CONNECT: { ...IN_RING, ...USED },
  DELETE: SELECTION,
  DELMAP: MAPPING,
  DELRING: RING_NAME,
  DELTOKEN: TOKEN_NAME,
  EXPORT: LABEL,
  GENCERT: said('assumed', 'data set with a PKCS #10 request', 'a key pair is made'),
  GENREQ: LABEL,
  IMPORT: { ...TOKEN, ...NUMBER },
  LIST: { ...SELECTION, LABEL: said('documented', 'label of the certificate', 'all certificates of the owner') },
  LISTCHAIN: LABEL,
  LISTMAP: MAPPING,
  LISTRING: said('documented', 'name of the ring, or * for all rings of the user', '*'),
  LISTTOKEN: said('assumed', 'name of the token, or * for all', '*'),
  MAP: said('documented', 'data set with a model certificate', 'the filters are taken as written'),
  REKEY: LABEL,
  REMOVE: IN_RING,
  ROLLOVER: { LABEL: said('assumed', 'label of the old certificate') },
  UNBIND: { ...OWNER, ...LABEL, ...TOKEN, ...NUMBER },
};

/** By `FUNCTION` for one value, by `FUNCTION(KEYWORD)` for keywords. */
export const VALUE_FACTS: Readonly<Record<string, OperandFact>> = Object.fromEntries(
  Object.entries(VALUES).flatMap(([name, taken]) => {
    const topic = `RACDCERT ${name}`;
    if (isOne(taken)) return [[name, { ...taken, topic }]];
    return Object.entries(taken).map(([inner, fact]) => [`${name}(${inner})`, { ...fact, topic }]);
  }),
);

function isOne(taken: Said | Inside): taken is Said {
  return typeof taken.meaning === 'string';
}
