/**
 * RACDCERT GENCERT: makes a certificate, signed with its own key or another one, and a key pair for it.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT". The key is made last: everything that can be refused
 * is refused before it.
 */
import { put, type ChangeSet } from '../../core/change.ts';
import type { CertificateEntry } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import { sameCertificate } from '../../core/owner.ts';
import { dataSet, optional } from '../../tso/declare.ts';
import { signatureFor } from '../../x509/algorithms.ts';
import { issueCertificate } from '../../x509/issue.ts';
import { listingName } from '../../x509/name.ts';
import { parsePublicKey } from '../../x509/public-key.ts';
import { KEY_USAGE_KEYWORDS } from '../../x509/racf-key-usage.ts';
import { alternativeNames } from '../alternative-names.ts';
import { planExtensions } from '../extensions.ts';
import { defineFunction } from '../function.ts';
import { keyEntry, keyMaterial, refuseForeignKey } from '../key-material.ts';
import { defaultLabel } from '../labels.ts';
import { say } from '../messages.ts';
import { generatedPkdsLabel } from '../pkds-label.ts';
import { digtcertName } from '../profile-name.ts';
import { concluded, isRefusal, refuse, refused } from '../refusal.ts';
import { predecessorOf, replace } from '../renewal.ts';
import { readRequest } from '../request-data-set.ts';
import { nextSerial, SELF_SIGNED_SERIAL, serialText } from '../serial.ts';
import { findSigner, signerOf, type Signer } from '../signer.ts';
import { subjectName } from '../subject-name.ts';
import { isInDate, isWithin, overlap, requestedValidity, type Validity } from '../validity.ts';

export const gencert = defineFunction({
  name: 'GENCERT',
  summary: 'Make a certificate, and a key pair for it unless a request brings the key',
  value: optional(dataSet()),
  owner: 'certificate',
  operands: [
    'SUBJECTSDN',
    'SIZE',
    'NOTBEFORE',
    'NOTAFTER',
    'WITHLABEL',
    'SIGNWITH',
    'RSA',
    'NISTECC',
    'BPECC',
    'DSA',
    'ICSF',
    'PCICC',
    'FROMICSF',
    'KEYUSAGE',
    'ALTNAME',
  ],
  async run(view, { value, owner, operands }, context) {
    const { SUBJECTSDN, SIGNWITH, WITHLABEL } = operands;
    const { now, timeZone, user, level } = context;

    const altNames = alternativeNames(operands.ALTNAME, level);
    if (isRefusal(altNames)) return refused(altNames);
    const request = value === null ? null : await readRequest(view, value);
    if (isRefusal(request)) return refused(request);
    if (request === null && SUBJECTSDN === undefined) return refused(missing('SUBJECTSDN'));
    const material = await keyMaterial(view, request, operands, owner, context);
    if (isRefusal(material)) return refused(material);

    const old = request === null ? null : await predecessorOf(view, owner, request.publicKey.spki);
    if (isRefusal(old)) return refused(old);
    // Whoever signs must have a key: a given public key needs SIGNWITH, unless its private half is here.
    if (SIGNWITH === undefined && material.kind === 'given' && old === null) return refused(missing('SIGNWITH'));
    const signer = SIGNWITH === undefined ? null : await findSigner(view, SIGNWITH, owner, user);
    if (isRefusal(signer)) return refused(signer);
    const self = SIGNWITH === undefined && old !== null ? await signerOf(view, old) : null;
    if (self === null && signer === null && old !== null) return refused(missing('SIGNWITH'));
    const foreign = signer && refuseForeignKey(signer.certificate.publicKey);
    if (foreign !== null) return refused(foreign);

    const label = WITHLABEL ?? old?.label ?? (await defaultLabel(view, owner));
    if (label !== old?.label && (await view.certificate(owner, label)) !== null) {
      return refused(refuse(say('RNGT001I', {})));
    }
    const validity = requestedValidity(operands.NOTBEFORE, operands.NOTAFTER, now, timeZone);
    if (validity === null) return refused(refuse(say('IRRD133I', {})));
    const subject = SUBJECTSDN === undefined && request !== null ? request.subject : subjectName(SUBJECTSDN ?? {});
    if (isRefusal(subject)) return refused(subject);
    if (subject.rdns.length === 0) return refused(refuse(say('RNGT031I', {})));

    const keywords = KEY_USAGE_KEYWORDS.filter((keyword) => operands.KEYUSAGE?.[keyword]);
    const extensions = planExtensions({
      authority: owner.kind === 'certauth',
      keyKind: material.kind === 'new' ? material.spec.kind : material.publicKey.kind,
      request,
      keyUsage: keywords.length === 0 ? null : keywords,
      altNames,
      signer: signer?.certificate ?? null,
    });
    if (isRefusal(extensions)) return refused(extensions);

    const issuer = signer === null ? subject : signer.certificate.subject;
    const counter = (signer ?? self)?.entry ?? null;
    const serial = counter === null ? SELF_SIGNED_SERIAL : nextSerial(counter);
    if ((await view.byIssuerAndSerial(issuer.der, serialText(serial))) !== null) {
      const profile = digtcertName(serialText(serial), listingName(issuer));
      return refused(refuse(say('IRRD109I', { profile })));
    }

    const pair = material.kind === 'new' ? await context.keys.generate(material.spec) : null;
    const publicKey = material.kind === 'given' ? material.publicKey : pair && parsePublicKey(pair.spki);
    const signingKey = (signer ?? self)?.pkcs8 ?? pair?.pkcs8;
    if (publicKey === null || signingKey === undefined) return refused(missing('SIGNWITH'));
    const der = issueCertificate({
      subject,
      issuer,
      serial,
      ...validity,
      spki: publicKey.spki,
      extensions: extensions.withKey(publicKey.spki),
      signWith: { pkcs8: signingKey, algorithm: signatureFor(signer?.certificate.publicKey ?? publicKey) },
    });

    const renewsItself = signer !== null && old !== null && sameCertificate(signer.entry, old);
    const doubts = signer === null || renewsItself ? [] : doubtsAbout(signer, validity, now);
    const usable = signer === null || renewsItself || overlap(validity, signer.certificate);
    const made = {
      label,
      der,
      status: usable ? 'TRUST' : 'NOTRUST',
      created: now.toISOString(),
      createdBy: user,
    } as const;
    const counted = signer === null || renewsItself ? [] : [put({ ...signer.entry, lastSerial: serial.toString() })];
    if (old !== null) {
      const lastSerial = self !== null || renewsItself ? serial.toString() : old.lastSerial;
      const changes = [...counted, ...(await replace(view, old, { ...made, lastSerial }))];
      return concluded(doubts, { changes });
    }
    const key = pair && keyEntry(pair.pkcs8, pair.spki);
    const inPkds = material.kind === 'new' && material.place.kind === 'pkds';
    const entry: CertificateEntry = {
      kind: 'certificate',
      owner,
      ...made,
      keyId: key?.id ?? null,
      pkdsLabel: inPkds ? (material.pkdsLabel ?? generatedPkdsLabel(owner, publicKey.spki)) : null,
      rings: [],
      lastSerial: '0',
      requested: false,
      sequence: 0,
    };
    const changes: ChangeSet = [...counted, ...(key === null ? [] : [put(key)]), put(entry)];
    return concluded(doubts, { changes });
  },
});

function missing(keyword: string) {
  return refuse(say('IRRD130I', { keyword }));
}

/** The certificate is made all the same; RACF's own wording is not known. */
function doubtsAbout(signer: Signer, validity: Validity, now: Date): readonly Message[] {
  const trusted = signer.entry.status !== 'NOTRUST' && isInDate(signer.certificate, now);
  return [
    ...(isWithin(validity, signer.certificate) ? [] : [say('RNGT010I', {})]),
    ...(trusted ? [] : [say('RNGT022I', {})]),
  ];
}
