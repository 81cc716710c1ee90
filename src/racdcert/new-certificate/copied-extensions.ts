/**
 * The extensions of a REKEY: key usage and subject alternative name of the original, and the mark of an authority.
 *
 * RACF Command Language Reference, "RACDCERT REKEY". basicConstraints are not among what the manual names as
 * copied; that they stay is assumed, because a CA that is rekeyed goes on as one.
 */
import type { CertificateEntry } from '../../core/entities.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { basicConstraints } from '../../x509/extensions/basic-constraints.ts';
import { findExtension } from '../../x509/extensions/find.ts';
import { keyUsage } from '../../x509/extensions/key-usage.ts';
import { subjectAltNames } from '../../x509/extensions/subject-alt-name.ts';
import { EXTENSION_OIDS } from '../../x509/oids.ts';
import type { PublicKeyKind } from '../../x509/public-key.ts';
import { planExtensions, type PlannedExtensions } from './extensions.ts';
import { say } from '../messages.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { refuseUnreadable } from './unreadable.ts';

const COPIED = [
  ['key usage', keyUsage],
  ['basic constraints', basicConstraints],
  ['subject alternative name', subjectAltNames],
] as const;

const COPIED_OIDS = [EXTENSION_OIDS.keyUsage, EXTENSION_OIDS.basicConstraints, EXTENSION_OIDS.subjectAltName];

/** They are planned as those of a request that asks for them: with what does not go with the new key refused. */
export function copiedExtensions(
  entry: CertificateEntry,
  certificate: Certificate,
  keyKind: PublicKeyKind,
): PlannedExtensions | Refusal {
  const unreadable = refuseUnreadable(entry, certificate, COPIED);
  if (unreadable !== null) return unreadable;
  const extensions = COPIED_OIDS.flatMap((oid) => findExtension(certificate, oid) ?? []);
  const planned = planExtensions({
    authority: entry.owner.kind === 'certauth' && !saysItIsNone(certificate),
    keyKind,
    request: { extensions },
    keyUsage: null,
    altNames: null,
    signer: null,
  });
  return isRefusal(planned) ? refuse(planned.message, say('RNGT070I', { kind: keyKind })) : planned;
}

/** CERTAUTH may hold what was never an authority; its copy is none either. */
function saysItIsNone(certificate: Certificate): boolean {
  return basicConstraints(certificate)?.cA === false || keyUsage(certificate)?.keyCertSign === false;
}
