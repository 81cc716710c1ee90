/** Builds the chain of a leaf out of the issuers that its scope may use. */
import type { Certificate } from '../x509/certificate.ts';
import { buildChain } from '../x509/chain.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { verifySignature } from '../x509/verify.ts';
import type { CertificateSubject, ChainScope, ChainSubject, IssuerElsewhere } from './subject.ts';

export interface ChainWorld {
  readonly scope: ChainScope;
  readonly where: string;
  /** Certificates that may have issued this one, by name. */
  issuers(certificate: Certificate): Promise<readonly Certificate[]>;
  /** Asked only when no issuer fits: is there one where the scope may not look? */
  elsewhere(certificate: Certificate): Promise<IssuerElsewhere | null>;
}

export async function chainSubject(leaf: CertificateSubject, world: ChainWorld): Promise<ChainSubject> {
  const { certificates, complete } = await buildChain(leaf.certificate, (certificate) => world.issuers(certificate));
  const top = certificates.at(-1) ?? leaf.certificate;
  const elsewhere = complete ? null : await world.elsewhere(top);
  return {
    kind: 'chain',
    what: leaf.what,
    where: world.where,
    scope: world.scope,
    certificates,
    complete,
    signatures: certificates.slice(0, -1).map((certificate, index) => {
      const issuer = certificates[index + 1];
      return issuer === undefined ? 'unknown' : verifySignature(certificate, issuer.publicKey.spki);
    }),
    wrongKey: !complete && elsewhere === null && (await onlyWrongKeys(top, world)),
    origin: leaf.origin,
    elsewhere,
  };
}

/** There are issuers of the right name, but the signature is by none of them. */
async function onlyWrongKeys(certificate: Certificate, world: ChainWorld): Promise<boolean> {
  const wanted = nameMatchKey(certificate.issuer.der);
  const named = (await world.issuers(certificate)).filter((issuer) => nameMatchKey(issuer.subject.der) === wanted);
  return named.length > 0 && named.every((issuer) => verifySignature(certificate, issuer.publicKey.spki) === 'invalid');
}
