/** Lines about the keys of a certificate; their form changed with z/OS 2.1. */
import { type CertificateEntry, hasPrivateKey } from '../../core/entities.ts';
import { atLeast, type Release } from '../../core/release.ts';
import type { PublicKeyKind } from '../../x509/public-key.ts';

type KeyEntryParts = Pick<CertificateEntry, 'keyId' | 'pkdsLabel' | 'tokenKey' | 'modulusExponent'>;

/** As `Key Type:` names it; kinds that RACDCERT has no word for are UNKNOWN, as unknown signatures are. */
const KEY_TYPES: Readonly<Record<PublicKeyKind, string>> = {
  RSA: 'RSA',
  'RSA-PSS': 'RSA',
  DSA: 'DSA',
  'NIST ECC': 'NIST ECC',
  'Brainpool ECC': 'Brainpool ECC',
  'OTHER EC': 'UNKNOWN',
  Ed25519: 'UNKNOWN',
  Ed448: 'UNKNOWN',
  UNKNOWN: 'UNKNOWN',
};

export function keyType(kind: PublicKeyKind, { modulusExponent }: Pick<CertificateEntry, 'modulusExponent'>): string {
  return modulusExponent ? 'RSA Mod-Exp' : KEY_TYPES[kind];
}

export function keyLines(
  entry: KeyEntryParts,
  key: { readonly kind: PublicKeyKind; readonly size: number },
  level: Release,
): readonly string[] {
  const place = placeLines(entry);
  return atLeast(level, '2.1')
    ? [
        `  Key Type: ${keyType(key.kind, entry)}`,
        `  Key Size: ${key.size}`,
        `  Private Key: ${hasPrivateKey(entry) ? 'YES' : 'NO'}`,
        ...place,
      ]
    : [
        `  Private Key Type: ${privateKeyType(entry, key.kind)}`,
        ...(hasPrivateKey(entry) ? [`  Private Key Size: ${key.size}`] : []),
        ...place,
      ];
}

/** Where ICSF keeps the key. That a token and its identifier are shown is documented; the words are assumed. */
function placeLines({ pkdsLabel, tokenKey }: KeyEntryParts): readonly string[] {
  return [
    ...(pkdsLabel === null ? [] : [`  PKDS Label: ${pkdsLabel}`]),
    ...(tokenKey === null ? [] : [`  TKDS Token: ${tokenKey.token}`, `  TKDS ID: ${tokenKey.id}`]),
  ];
}

/** As the keywords of old had it: ICSF for modulus and exponent, PCICC for other RSA keys. ECC keys are assumed. */
function privateKeyType({ keyId, pkdsLabel, tokenKey, modulusExponent }: KeyEntryParts, kind: PublicKeyKind): string {
  if (pkdsLabel !== null) return kind === 'RSA' && !modulusExponent ? 'PCICC' : 'ICSF';
  if (tokenKey !== null) return 'ICSF';
  return keyId === null ? 'NONE' : 'Non-ICSF';
}
