/**
 * What other products and tools call a keyword. Whoever types these knows what they want, so the word is looked
 * up before the nearest spelling is.
 *
 * Broadcom ACF2 GENCERT and Top Secret GENCERT (LABLCERT, SUBJSDN, NBDATE and so on); openssl and RFC 4514 (ST,
 * emailAddress); IBM gskkyman and certificate tools in general.
 */

/** Our words for a foreign one, the likeliest first: the first that is a keyword in the place counts. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  // parts of a name; S alone is short for SP already
  COUNTRY: ['C'],
  E: ['EMAIL', 'ALTNAME'],
  EMAILADDRESS: ['EMAIL', 'ALTNAME'],
  LOCALITY: ['L'],
  MAIL: ['EMAIL', 'ALTNAME'],
  ORG: ['O'],
  ST: ['SP'],
  STATE: ['SP'],
  STATEORPROVINCE: ['SP'],
  TITLE: ['T'],
  // other names of the subject
  ALT: ['ALTNAME'],
  DNS: ['DOMAIN', 'ALTNAME'],
  IPADDRESS: ['IP', 'ALTNAME'],
  SAN: ['ALTNAME'],
  SUBJECTALTNAME: ['ALTNAME'],
  // the certificate to be made
  ACTIVE: ['NOTBEFORE'],
  BITS: ['SIZE'],
  EXPIRE: ['NOTAFTER'],
  EXPIRES: ['NOTAFTER'],
  KEYLEN: ['SIZE'],
  KEYLENGTH: ['SIZE'],
  KEYSIZE: ['SIZE'],
  NADATE: ['NOTAFTER'],
  NBDATE: ['NOTBEFORE'],
  SUBJECT: ['SUBJECTSDN'],
  SUBJSDN: ['SUBJECTSDN'],
  // labels, rings, data sets
  ALIAS: ['WITHLABEL', 'LABEL'],
  DATASET: ['DSN'],
  DCDSN: ['DSN'],
  KEYRING: ['RING'],
  LABLCERT: ['WITHLABEL', 'LABEL'],
  LABLRING: ['RING'],
  PKCSPASS: ['PASSWORD'],
  RINGNAME: ['RING'],
};

/** The keyword among `known` that the foreign `word` (in upper case) stands for, or null. */
export function foreignSpelling(word: string, known: readonly string[]): string | null {
  if (!Object.hasOwn(SPELLINGS, word)) return null;
  return SPELLINGS[word]?.find((ours) => known.includes(ours)) ?? null;
}
