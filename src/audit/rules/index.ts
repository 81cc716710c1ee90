/** Every rule, listed by hand: a rule that is not here does not run. */
import type { CertificateRule, ChainRule, PackageRule, RingRule } from '../subject.ts';
import { caBasicConstraints } from './certificate/ca-basic-constraints.ts';
import { caKeyUsage } from './certificate/ca-key-usage.ts';
import { dsaKey } from './certificate/dsa-key.ts';
import { ecCurve } from './certificate/ec-curve.ts';
import { expired } from './certificate/expired.ts';
import { extensionsUnreadable } from './certificate/extensions-unreadable.ts';
import { keyType } from './certificate/key-type.ts';
import { leafKeyUsage } from './certificate/leaf-key-usage.ts';
import { notVersion3 } from './certificate/not-version-3.ts';
import { notYetValid } from './certificate/not-yet-valid.ts';
import { rsaTooBig } from './certificate/rsa-too-big.ts';
import { rsaTooSmall } from './certificate/rsa-too-small.ts';
import { sanMissing } from './certificate/san-missing.ts';
import { selfSignedLeaf } from './certificate/self-signed-leaf.ts';
import { signatureDigest } from './certificate/signature-digest.ts';
import { chainIncomplete } from './chain/chain-incomplete.ts';
import { chainSignature } from './chain/chain-signature.ts';
import { pathLength } from './chain/path-length.ts';
import { packageEncryption } from './package/package-encryption.ts';
import { packageKey } from './package/package-key.ts';
import { packageNames } from './package/package-names.ts';
import { packagePassword } from './package/package-password.ts';
import { defaultWithoutKey } from './ring/ring-default-key.ts';
import { emptyRing } from './ring/ring-empty.ts';
import { expiredInRing } from './ring/ring-expired.ts';
import { missingCertificate } from './ring/ring-dangling.ts';
import { noAuthority } from './ring/ring-no-ca.ts';
import { noDefault } from './ring/ring-no-default.ts';
import { notrustInRing } from './ring/ring-notrust.ts';

/** In the order in which findings about one subject appear. */
export const CERTIFICATE_RULES: readonly CertificateRule[] = [
  rsaTooSmall,
  rsaTooBig,
  ecCurve,
  dsaKey,
  keyType,
  signatureDigest,
  notVersion3,
  expired,
  notYetValid,
  leafKeyUsage,
  selfSignedLeaf,
  caBasicConstraints,
  caKeyUsage,
  sanMissing,
  extensionsUnreadable,
];

export const CHAIN_RULES: readonly ChainRule[] = [chainIncomplete, chainSignature, pathLength];

export const RING_RULES: readonly RingRule[] = [
  emptyRing,
  noDefault,
  defaultWithoutKey,
  notrustInRing,
  expiredInRing,
  noAuthority,
  missingCertificate,
];

export const PACKAGE_RULES: readonly PackageRule[] = [packageEncryption, packagePassword, packageKey, packageNames];

export interface RuleSet {
  readonly certificate: readonly CertificateRule[];
  readonly chain: readonly ChainRule[];
  readonly ring: readonly RingRule[];
  readonly package: readonly PackageRule[];
}

export const RULES: RuleSet = {
  certificate: CERTIFICATE_RULES,
  chain: CHAIN_RULES,
  ring: RING_RULES,
  package: PACKAGE_RULES,
};
