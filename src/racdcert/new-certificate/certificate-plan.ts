/**
 * What a certificate to be generated will say, and who signs it: all that GENCERT can refuse, before any key is made.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT".
 */
import type { CertificateEntry } from '../../core/entities.ts';
import type { Owner } from '../../core/owner.ts';
import type { CommandView } from '../../core/view.ts';
import type { Bound } from '../../tso/operand.ts';
import type { Name } from '../../x509/name.ts';
import { KEY_USAGE_KEYWORDS } from '../../x509/racf-key-usage.ts';
import type { CertificateRequest } from '../../x509/request.ts';
import { refuseDefined } from './already-defined.ts';
import { alternativeNames } from './alternative-names.ts';
import { planExtensions, type PlannedExtensions } from './extensions.ts';
import type { PlanContext } from '../function.ts';
import { keyMaterial, refuseForeignKey, type KeyMaterial } from '../keys/key-material.ts';
import { defaultLabel } from './labels.ts';
import { say } from '../messages.ts';
import type { OPERANDS } from '../operands.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { predecessorOf } from './replace-same-key.ts';
import { readRequest } from '../data-sets/request-data-set.ts';
import { missingKeywords } from '../required.ts';
import { nextSerial, SELF_SIGNED_SERIAL, serialText } from './serial.ts';
import { findSigner, refuseUnreadableSigner, signerOf, type Signer } from './signer.ts';
import { subjectName } from './subject-name.ts';
import { requestedValidity, type Validity } from './validity.ts';

export interface CertificatePlan {
  readonly kind: 'plan';
  readonly label: string;
  readonly subject: Name;
  readonly issuer: Name;
  readonly serial: bigint;
  readonly validity: Validity;
  readonly material: KeyMaterial;
  readonly extensions: PlannedExtensions;
  /** The certificate that this one replaces, because it has the same key. */
  readonly old: CertificateEntry | null;
  readonly signing: Signing;
}

/** Whose key signs. */
export type Signing =
  | { readonly by: 'signer'; readonly signer: Signer }
  /** The key of the certificate that is replaced, which so signs itself. */
  | { readonly by: 'old key'; readonly signer: Signer }
  | { readonly by: 'new key' };

type Operands = Bound<typeof OPERANDS>;

export async function planCertificate(
  view: CommandView,
  dataSet: string | null,
  owner: Owner,
  operands: Operands,
  context: PlanContext,
): Promise<CertificatePlan | Refusal> {
  const altNames = alternativeNames(operands.ALTNAME, context.level);
  if (isRefusal(altNames)) return altNames;
  const request = dataSet === null ? null : await readRequest(view, dataSet);
  if (isRefusal(request)) return request;
  if (request === null && operands.SUBJECTSDN === undefined) return missingKeywords({ SUBJECTSDN: undefined });
  const material = await keyMaterial(view, request, operands, context.level);
  if (isRefusal(material)) return material;
  const old = request === null ? null : await predecessorOf(view, owner, request.publicKey.spki);
  if (isRefusal(old)) return old;
  const signing = await whoSigns(view, owner, operands, context.user, material, old);
  if (isRefusal(signing)) return signing;
  const label = operands.WITHLABEL ?? old?.label ?? (await defaultLabel(view, owner));
  if (label !== old?.label && (await view.certificate(owner, label)) !== null) return refuse(say('RNGT001I', {}));
  const validity = requestedValidity(operands.NOTBEFORE, operands.NOTAFTER, context.now, context.timeZone);
  if (validity === null) return refuse(say('IRRD133I', {}));
  const subject = subjectOf(operands, request);
  if (isRefusal(subject)) return subject;
  const keywords = KEY_USAGE_KEYWORDS.filter((keyword) => operands.KEYUSAGE?.[keyword]);
  const extensions = planExtensions({
    authority: owner.kind === 'certauth',
    keyKind: material.kind === 'new' ? material.spec.kind : material.publicKey.kind,
    request,
    keyUsage: keywords.length === 0 ? null : keywords,
    altNames,
    signer: signing.by === 'signer' ? signing.signer.certificate : null,
  });
  if (isRefusal(extensions)) return extensions;
  const issuer = signing.by === 'signer' ? signing.signer.certificate.subject : subject;
  const serial = signing.by === 'new key' ? SELF_SIGNED_SERIAL : nextSerial(signing.signer.entry);
  const defined = await refuseDefined(view, issuer.der, serialText(serial));
  if (defined !== null) return defined;
  return { kind: 'plan', label, subject, issuer, serial, validity, material, extensions, old, signing };
}

/** A given public key needs SIGNWITH, unless its private half is here to sign itself. */
async function whoSigns(
  view: CommandView,
  owner: Owner,
  { SIGNWITH }: Operands,
  user: string,
  material: KeyMaterial,
  old: CertificateEntry | null,
): Promise<Signing | Refusal> {
  if (SIGNWITH !== undefined) {
    const signer = await findSigner(view, SIGNWITH, owner, user);
    if (isRefusal(signer)) return signer;
    return refuseForeignKey(signer.certificate.publicKey) ?? refuseUnreadableSigner(signer) ?? { by: 'signer', signer };
  }
  if (material.kind === 'new') return { by: 'new key' };
  const signer = old && (await signerOf(view, old));
  return signer === null ? missingKeywords({ SIGNWITH }) : { by: 'old key', signer };
}

/** SUBJECTSDN wins over the name in the request. */
function subjectOf({ SUBJECTSDN }: Operands, request: CertificateRequest | null): Name | Refusal {
  if (SUBJECTSDN !== undefined || request === null) return subjectName(SUBJECTSDN ?? {});
  return request.subject.rdns.length === 0 ? refuse(say('RNGT031I', {})) : request.subject;
}
