/**
 * The chain that a data set holds, judged by the data set alone: the end entity first, then its issuers, up to the
 * first certificate with which something is wrong.
 *
 * RACF Command Language Reference, "RACDCERT CHECKCERT".
 */
import { isRingtoolError, RingtoolError } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Message } from '../../core/message.ts';
import { nameMatchKey } from '../../der/name-match.ts';
import { parseCertificate, type Certificate } from '../../x509/certificate.ts';
import { buildChain, compareKeyIdentifiers } from '../../x509/chain.ts';
import { verifySignature } from '../../x509/verify.ts';
import { say } from '../messages.ts';
import type { PackageMembers } from '../data-sets/package-members.ts';
import { endEntityOf } from '../data-sets/package.ts';

export interface ChainInDataSet {
  readonly certificates: readonly Certificate[];
  /** It ends in a self-signed certificate. */
  readonly complete: boolean;
  /** What is wrong with the certificate at which the chain ends. */
  readonly problem: Message | null;
  /** Certificates that are not in the chain. */
  readonly others: number;
}

export async function chainInDataSet({ ders, leaf, passedOver }: PackageMembers): Promise<ChainInDataSet> {
  const members = ders.map(read);
  const readable = members.filter((each): each is Certificate => !(each instanceof RingtoolError));
  const damage = damageIn(members);
  const first =
    leaf === null ? endEntityOf(readable) : readable.find((each) => Buffer.compare(each.der, leaf.der) === 0);
  const unlisted = (listed: number): number => readable.length - listed + passedOver;
  if (first === undefined) return { certificates: [], complete: false, problem: damage, others: unlisted(0) };
  const issuersOf = finder(readable);
  const { certificates, complete } = await buildChain(first, async (certificate) => issuersOf(certificate));
  const last = certificates.at(-1) ?? first;
  const forged = !complete && isForged(last, issuersOf(last));
  const problem = damage ?? (forged ? say('RNGT059I', { number: String(certificates.length) }) : null);
  return { certificates, complete, problem, others: unlisted(certificates.length) };
}

/** The certificate, or why it is none. */
function read(der: Uint8Array): Certificate | RingtoolError {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (isRingtoolError(error, 'x509/bad-certificate')) return error;
    throw error;
  }
}

function damageIn(members: readonly (Certificate | RingtoolError)[]): Message | null {
  const at = members.findIndex((each) => each instanceof RingtoolError);
  const error = members[at];
  if (!(error instanceof RingtoolError)) return null;
  const reason = error.cause instanceof RingtoolError ? error.cause.message : error.message;
  return say('RNGT058I', { number: String(at + 1), reason });
}

/** Finds members that bear the issuer's name: a bounded number, those first whose key identifier fits. */
function finder(members: readonly Certificate[]): (certificate: Certificate) => readonly Certificate[] {
  const bySubject = new Map<string, Certificate[]>();
  for (const each of members) {
    const name = nameMatchKey(each.subject.der);
    const namesakes = bySubject.get(name) ?? [];
    namesakes.push(each);
    bySubject.set(name, namesakes);
  }
  return (certificate) => {
    const named = bySubject.get(nameMatchKey(certificate.issuer.der)) ?? [];
    const fitting = named.filter((issuer) => compareKeyIdentifiers(certificate, issuer) !== 'different');
    const better = fitting.filter((issuer) => compareKeyIdentifiers(certificate, issuer) === 'same');
    return [...new Set([...better, ...fitting])].slice(0, LIMITS.chainLength);
  };
}

/** Its issuer is there, to go by the name, and has not signed it. */
function isForged(certificate: Certificate, issuers: readonly Certificate[]): boolean {
  const verdicts = issuers.map((issuer) => verifySignature(certificate, issuer.publicKey.spki));
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'invalid');
}
