/**
 * The KEYUSAGE keywords of RACDCERT and the bits behind them (RACDCERT GENCERT, "KEYUSAGE"; IRRD156I).
 */
import type { PublicKeyKind } from './public-key.ts';
import { keyUsageOf, type KeyUsage, type KeyUsageBit } from './extensions/key-usage.ts';

/** In the order in which listings print them. */
export const KEY_USAGE_KEYWORDS = ['HANDSHAKE', 'DATAENCRYPT', 'DOCSIGN', 'CERTSIGN', 'KEYAGREE'] as const;

export type KeyUsageKeyword = (typeof KEY_USAGE_KEYWORDS)[number];

const FOR_ELLIPTIC: readonly KeyUsageKeyword[] = ['HANDSHAKE', 'DOCSIGN', 'CERTSIGN', 'KEYAGREE'];

/** The keywords a key of this kind may be given; any other is IRRD156I. */
export function keyUsageKeywordsFor(kind: PublicKeyKind): readonly KeyUsageKeyword[] {
  switch (kind) {
    case 'RSA':
    case 'RSA-PSS':
      return ['HANDSHAKE', 'DATAENCRYPT', 'DOCSIGN', 'CERTSIGN'];
    case 'DSA':
      return ['HANDSHAKE', 'DOCSIGN', 'CERTSIGN'];
    case 'NIST ECC':
    case 'Brainpool ECC':
    case 'OTHER EC':
      return FOR_ELLIPTIC;
    case 'Ed25519':
    case 'Ed448':
    case 'UNKNOWN':
      return ['HANDSHAKE', 'DOCSIGN', 'CERTSIGN'];
  }
}

/** The bits that keywords turn on; HANDSHAKE means encipherment as well for RSA alone. */
export function keyUsageFromKeywords(keywords: readonly KeyUsageKeyword[], kind: PublicKeyKind): KeyUsage {
  const bits: KeyUsageBit[] = [];
  for (const keyword of keywords) {
    switch (keyword) {
      case 'HANDSHAKE':
        bits.push('digitalSignature');
        if (kind === 'RSA') bits.push('keyEncipherment');
        break;
      case 'DATAENCRYPT':
        bits.push('dataEncipherment');
        break;
      case 'DOCSIGN':
        bits.push('nonRepudiation');
        break;
      case 'CERTSIGN':
        bits.push('keyCertSign', 'cRLSign');
        break;
      case 'KEYAGREE':
        bits.push('keyAgreement');
        break;
    }
  }
  return keyUsageOf(...bits);
}

/** The keywords a listing prints for any certificate's bits, in its order; join them by `, `. */
export function keywordsOfKeyUsage(usage: KeyUsage): readonly KeyUsageKeyword[] {
  const on: Readonly<Record<KeyUsageKeyword, boolean>> = {
    HANDSHAKE: usage.digitalSignature || usage.keyEncipherment,
    DATAENCRYPT: usage.dataEncipherment,
    DOCSIGN: usage.nonRepudiation,
    CERTSIGN: usage.keyCertSign || usage.cRLSign,
    KEYAGREE: usage.keyAgreement,
  };
  return KEY_USAGE_KEYWORDS.filter((keyword) => on[keyword]);
}
