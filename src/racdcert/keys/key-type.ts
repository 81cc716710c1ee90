/**
 * The kind, size and place of a key to be made: RSA, NISTECC, BPECC, DSA, ICSF, PCICC and SIZE.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT". Sizes and defaults are data; defaults changed with 2.3.
 */
import { atLeast, RELEASES, type Release } from '../../core/release.ts';
import { isSupportedSize, type KeySpec } from '../../x509/keys.ts';
import type { PublicKeyKind } from '../../x509/public-key.ts';
import { say } from '../messages.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { refuseBefore } from '../since.ts';

/** Where a private key lives: in the RACF database, in the ICSF PKA key data set (PKDS), or in a token (TKDS). */
export type KeyPlace =
  | { readonly kind: 'database' }
  /** `*`: as WITHLABEL; null: RACF makes one up. */
  | { readonly kind: 'pkds'; readonly label: string | null; readonly modulusExponent: boolean }
  | { readonly kind: 'token'; readonly token: string };

export interface KeyChoice {
  readonly spec: KeySpec;
  readonly place: KeyPlace;
}

/** What stands behind RSA, NISTECC or BPECC: nothing, or one of the two. */
type PlaceOperand = { readonly PKDS?: string | null; readonly TOKEN?: string } | null;

export interface KeyOperands {
  readonly RSA?: PlaceOperand;
  readonly NISTECC?: PlaceOperand;
  readonly BPECC?: PlaceOperand;
  readonly DSA?: true;
  readonly PKDS?: string | null;
  readonly ICSF?: string | null;
  readonly PCICC?: string | null;
  readonly SIZE?: number;
}

interface Sizes {
  readonly allowed: (size: number) => boolean;
  readonly fallback: (level: Release) => number;
}

const within = (low: number, high: number) => (size: number) => size >= low && size <= high;
const oneOf =
  (...sizes: readonly number[]) =>
  (size: number) =>
    sizes.includes(size);
const since23 = (newer: number, older: number) => (level: Release) => (atLeast(level, '2.3') ? newer : older);

/** ICSF means the old modulus-exponent form of RSA, which ends at 1024 bits. */
const SIZES: Readonly<Record<'RSA' | 'ICSF' | 'DSA' | 'NISTECC' | 'BPECC', Sizes>> = {
  RSA: { allowed: within(512, 4096), fallback: since23(2048, 1024) },
  ICSF: { allowed: within(512, 1024), fallback: () => 1024 },
  DSA: { allowed: within(512, 2048), fallback: since23(2048, 1024) },
  NISTECC: { allowed: oneOf(192, 224, 256, 384, 521), fallback: since23(256, 192) },
  BPECC: { allowed: oneOf(160, 192, 224, 256, 320, 384, 512), fallback: since23(256, 192) },
};

/** The releases that put such keys into ICSF (RACF Command Language Reference, summaries of changes). */
const ECC_IN_PKDS_SINCE: Release = '1.13';
const IN_TOKEN_SINCE: Release = '2.1';

const ECC: readonly PublicKeyKind[] = ['NIST ECC', 'Brainpool ECC'];

const DATABASE: KeyPlace = { kind: 'database' };

/** The key a command asks for; RSA in the database when it names none. */
export function chooseKey(operands: KeyOperands, level: Release): KeyChoice | Refusal {
  if (operands.BPECC !== undefined)
    return sized('Brainpool ECC', 'BPECC', placeOf(operands.BPECC, ECC_IN_PKDS_SINCE, level), operands, level);
  if (operands.NISTECC !== undefined)
    return sized('NIST ECC', 'NISTECC', placeOf(operands.NISTECC, ECC_IN_PKDS_SINCE, level), operands, level);
  if (operands.DSA) return sized('DSA', 'DSA', DATABASE, operands, level);
  if (operands.ICSF !== undefined)
    return sized('RSA', 'ICSF', pkds(operands.ICSF, 'modulus-exponent'), operands, level);
  if (operands.PCICC !== undefined) return sized('RSA', 'RSA', pkds(operands.PCICC), operands, level);
  return sized('RSA', 'RSA', placeOf(operands.RSA ?? null, RELEASES[0], level), operands, level);
}

function sized(
  kind: KeySpec['kind'],
  sizes: keyof typeof SIZES,
  place: KeyPlace | Refusal,
  operands: KeyOperands,
  level: Release,
): KeyChoice | Refusal {
  if (isRefusal(place)) return place;
  const { allowed, fallback } = SIZES[sizes];
  const size = operands.SIZE ?? fallback(level);
  const spec: KeySpec = { kind, size };
  return allowed(size) && isSupportedSize(spec) ? { spec, place } : refuse(say('RNGT013I', {}));
}

function placeOf(operand: PlaceOperand, inPkdsSince: Release, level: Release): KeyPlace | Refusal {
  if (operand?.TOKEN !== undefined) {
    return refuseBefore(IN_TOKEN_SINCE, level, 'TOKEN') ?? { kind: 'token', token: operand.TOKEN };
  }
  if (operand?.PKDS === undefined) return DATABASE;
  return refuseBefore(inPkdsSince, level, 'PKDS') ?? pkds(operand.PKDS);
}

/** The kinds of keys that RACDCERT takes from the PKA key data set. */
export function kindsInPkds(level: Release): readonly PublicKeyKind[] {
  return atLeast(level, ECC_IN_PKDS_SINCE) ? ['RSA', ...ECC] : ['RSA'];
}

function pkds(label: string | null, form?: 'modulus-exponent'): KeyPlace {
  return { kind: 'pkds', label, modulusExponent: form !== undefined };
}

/** The place ADD is told to put a package's key in. */
export function keyPlaceOfAdd(
  operands: Pick<KeyOperands, 'PKDS' | 'ICSF' | 'PCICC'>,
  kind: PublicKeyKind,
  level: Release,
): KeyPlace | Refusal {
  const label = [operands.PKDS, operands.PCICC].find((given) => given !== undefined);
  if (label === undefined && operands.ICSF === undefined) return DATABASE;
  if (ECC.includes(kind) && !kindsInPkds(level).includes(kind)) return refuse(say('IRRD194I', {}));
  return label === undefined ? pkds(operands.ICSF ?? null, 'modulus-exponent') : pkds(label);
}
