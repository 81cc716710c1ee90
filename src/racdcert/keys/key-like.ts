/**
 * The key of a REKEY: of the kind, size and place of the original's, where the operands do not say otherwise.
 *
 * RACF Command Language Reference, "RACDCERT REKEY". That the place is taken over as well is assumed: a key that
 * lives in ICSF is not to end in the database because a keyword was left out.
 */
import type { CertificateEntry } from '../../core/entities.ts';
import type { PublicKey } from '../../x509/public-key.ts';
import { refuseForeignKey } from './key-material.ts';
import type { KeyOperands } from './key-type.ts';
import type { Refusal } from '../refusal.ts';

/** The keywords that ask for a kind of key. */
const KEY_KEYWORDS = ['RSA', 'NISTECC', 'BPECC', 'DSA', 'ICSF', 'PCICC'] as const;
type KeyKeyword = (typeof KEY_KEYWORDS)[number];

type Original = Pick<CertificateEntry, 'pkdsLabel' | 'tokenKey' | 'modulusExponent'>;

/** The operands completed; a refusal where the original's key is of a kind that RACF does not make. */
export function keyLike(original: Original, publicKey: PublicKey, operands: KeyOperands): KeyOperands | Refusal {
  const written = KEY_KEYWORDS.find((keyword) => operands[keyword] !== undefined);
  const SIZE = operands.SIZE ?? publicKey.size;
  if (written !== undefined) return isOfKind(written, original, publicKey) ? { ...operands, SIZE } : operands;
  return refuseForeignKey(publicKey) ?? { ...sameKind(original, publicKey), SIZE };
}

/** The size of the original is the default for a key of its own kind only. */
function isOfKind(keyword: KeyKeyword, { modulusExponent }: Original, { kind }: PublicKey): boolean {
  switch (keyword) {
    case 'RSA':
    case 'PCICC':
      return kind === 'RSA';
    case 'ICSF':
      return modulusExponent;
    case 'NISTECC':
      return kind === 'NIST ECC';
    case 'BPECC':
      return kind === 'Brainpool ECC';
    case 'DSA':
      return kind === 'DSA';
  }
}

function sameKind({ pkdsLabel, tokenKey, modulusExponent }: Original, { kind }: PublicKey): KeyOperands {
  if (kind === 'DSA') return { DSA: true };
  if (modulusExponent) return { ICSF: null };
  const place = tokenKey !== null ? { TOKEN: tokenKey.token } : pkdsLabel !== null ? { PKDS: null } : null;
  if (kind === 'NIST ECC') return { NISTECC: place };
  return kind === 'Brainpool ECC' ? { BPECC: place } : { RSA: place };
}
