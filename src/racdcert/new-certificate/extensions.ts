/**
 * Which extensions a generated certificate gets: from the operands, the request data set, the signer, the owner.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT", the tables "Extensions"; in the order written here.
 */
import type { Certificate, Extension } from '../../x509/certificate.ts';
import { basicConstraints } from '../../x509/extensions/basic-constraints.ts';
import { findExtension } from '../../x509/extensions/find.ts';
import { keyUsage, type KeyUsage, type KeyUsageBit } from '../../x509/extensions/key-usage.ts';
import { subjectAltNames } from '../../x509/extensions/subject-alt-name.ts';
import { subjectKeyIdentifier } from '../../x509/extensions/subject-key-identifier.ts';
import type { GeneralName } from '../../x509/general-name.ts';
import { EXTENSION_OIDS } from '../../x509/oids.ts';
import type { PublicKeyKind } from '../../x509/public-key.ts';
import { keyUsageFromKeywords, keyUsageKeywordsFor, type KeyUsageKeyword } from '../../x509/racf-key-usage.ts';
import type { CertificateRequest } from '../../x509/request.ts';
import {
  authorityKeyIdentifierExtension,
  basicConstraintsExtension,
  issuerAltNameExtension,
  keyUsageExtension,
  subjectAltNameExtension,
  subjectKeyIdentifierExtension,
} from '../../x509/standard-extensions.ts';
import { say } from '../messages.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';

export interface ExtensionSources {
  /** The certificate goes to CERTAUTH. */
  readonly authority: boolean;
  readonly keyKind: PublicKeyKind;
  readonly request: Pick<CertificateRequest, 'extensions'> | null;
  /** From KEYUSAGE; null when it was not written, or empty. */
  readonly keyUsage: readonly KeyUsageKeyword[] | null;
  /** From ALTNAME; null likewise. */
  readonly altNames: readonly GeneralName[] | null;
  /** From SIGNWITH; null for a certificate signed with its own key. */
  readonly signer: Pick<Certificate, 'extensions'> | null;
}

/** Everything but the key identifier of the subject, whose key may not exist yet; `withKey` adds it. */
export interface PlannedExtensions {
  readonly kind: 'planned';
  withKey(spki: Uint8Array): readonly Extension[];
}

export function planExtensions(sources: ExtensionSources): PlannedExtensions | Refusal {
  const { request, signer } = sources;
  const usage = plannedUsage(sources);
  if (isRefusal(usage)) return usage;
  const constraints = plannedConstraints(sources);
  if (isRefusal(constraints)) return constraints;
  const requestedIdentifier = request && subjectKeyIdentifier(request);
  const signerIdentifier = signer && subjectKeyIdentifier(signer);
  const signerNames = signer && subjectAltNames(signer);
  const purposes = request && findExtension(request, EXTENSION_OIDS.extKeyUsage);
  const names = sources.altNames ?? (request && subjectAltNames(request));
  const requestedNames = request && findExtension(request, EXTENSION_OIDS.subjectAltName);
  const before = [
    ...(usage === null ? [] : [keyUsageExtension(usage)]),
    ...(constraints === null ? [] : [constraints]),
    ...(names === null || names.length === 0
      ? []
      : sources.altNames === null && requestedNames !== null
        ? [{ ...requestedNames, critical: false }]
        : [subjectAltNameExtension(names)]),
  ];
  const after = [
    ...(signerIdentifier === null ? [] : [authorityKeyIdentifierExtension(signerIdentifier)]),
    ...(signerNames === null || signerNames.length === 0 ? [] : [issuerAltNameExtension(signerNames)]),
    ...(purposes === null ? [] : [purposes]),
  ];
  const requested = request && findExtension(request, EXTENSION_OIDS.subjectKeyIdentifier);
  return {
    kind: 'planned',
    withKey(spki) {
      const identifier =
        requestedIdentifier === null || requested === null
          ? subjectKeyIdentifierExtension(spki)
          : { ...requested, critical: false };
      return [...before, identifier, ...after];
    },
  };
}

/** Bits that make no sense with a kind of key (IRRD156I). */
const OFFENDING: Readonly<Partial<Record<PublicKeyKind, readonly KeyUsageBit[]>>> = {
  'NIST ECC': ['keyEncipherment', 'dataEncipherment'],
  'Brainpool ECC': ['keyEncipherment', 'dataEncipherment'],
  DSA: ['keyEncipherment', 'dataEncipherment', 'keyAgreement', 'encipherOnly', 'decipherOnly'],
};

function plannedUsage({
  authority,
  keyKind,
  request,
  keyUsage: keywords,
}: ExtensionSources): KeyUsage | null | Refusal {
  const requested = request && keyUsage(request);
  if (authority && requested !== null && !requested.keyCertSign) return refuse(say('RNGT012I', {}));
  if (keywords !== null) {
    const allowed = keyUsageKeywordsFor(keyKind);
    if (keywords.some((keyword) => !allowed.includes(keyword))) return refuse(say('IRRD156I', {}));
    return keyUsageFromKeywords(authority ? [...keywords, 'CERTSIGN'] : keywords, keyKind);
  }
  if (requested === null) return authority ? keyUsageFromKeywords(['CERTSIGN'], keyKind) : null;
  const offends = OFFENDING[keyKind]?.some((bit) => requested[bit]) ?? false;
  return offends ? refuse(say('IRRD156I', {})) : requested;
}

function plannedConstraints({ authority, request }: ExtensionSources): Extension | null | Refusal {
  const requested = request && basicConstraints(request);
  if (requested === null) return authority ? basicConstraintsExtension(true) : null;
  if (authority && !requested.cA) return refuse(say('RNGT012I', {}));
  return basicConstraintsExtension(requested.cA, requested.pathLength);
}
