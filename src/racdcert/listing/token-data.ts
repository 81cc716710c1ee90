/** One token in the JSON of LISTTOKEN (docs/json.md, `ringtool-listtoken`). */
import type { Usage } from '../../core/entities.ts';
import type { CertificateRef, Owner } from '../../core/owner.ts';
import { fingerprint } from '../../x509/fingerprint.ts';
import type { TokenFacts } from '../tokens/token-facts.ts';
import { keyType } from './key.ts';
import { ownerData } from './owner-data.ts';

interface RefData {
  readonly owner: Owner;
  readonly label: string;
}

export interface TokenData {
  readonly name: string;
  readonly created: string;
  readonly createdBy: string;
  readonly certificates: readonly {
    readonly sequenceNumber: number;
    readonly label: string;
    readonly usage: Usage;
    readonly default: boolean;
    readonly privateKey: boolean;
    readonly fingerprintSha256: string;
    readonly inRacf: RefData | null;
    readonly inRacfShown: boolean;
  }[];
  readonly secureKeys: readonly {
    readonly id: string;
    readonly keyType: string;
    readonly keySize: number;
    readonly usedBy: readonly RefData[];
    readonly usedByShown: boolean;
  }[];
  readonly otherObjects: readonly string[];
}

export function tokenData({ token, certificates, keys, others }: TokenFacts): TokenData {
  return {
    name: token.name,
    created: token.created,
    createdBy: token.createdBy,
    certificates: certificates.map(({ bound, inRacf, inRacfShown }) => ({
      sequenceNumber: bound.number,
      label: bound.label,
      usage: bound.usage,
      default: bound.default,
      privateKey: bound.keyId !== null,
      fingerprintSha256: fingerprint(bound.der, 'sha256'),
      inRacf: inRacf && refData(inRacf),
      inRacfShown,
    })),
    secureKeys: keys.map(({ id, publicKey, usedBy, usedByShown }) => ({
      id,
      keyType: keyType(publicKey.kind, { modulusExponent: false }),
      keySize: publicKey.size,
      usedBy: usedBy.map(refData),
      usedByShown,
    })),
    otherObjects: others,
  };
}

function refData({ owner, label }: CertificateRef): RefData {
  return { owner: ownerData(owner), label };
}
