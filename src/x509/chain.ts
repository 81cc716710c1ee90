/**
 * Builds the chain from a leaf to a self-signed certificate (RFC 4158), out of candidates the caller finds.
 *
 * Among several issuers of one name the one whose key identifier and signature fit comes first; one whose signature
 * does not fit is none. Loops and long chains end at a bound.
 */
import { LIMITS } from '../core/limits.ts';
import type { Certificate } from './certificate.ts';
import { authorityKeyIdentifier } from './extensions/authority-key-identifier.ts';
import { subjectKeyIdentifier } from './extensions/subject-key-identifier.ts';
import { unlessUnreadable } from './extensions/find.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { isSelfIssued, isSelfSigned, verifySignature } from './verify.ts';

/** A chain, leaf first; complete when it ends in a self-signed certificate. */
export interface Chain {
  readonly certificates: readonly Certificate[];
  readonly complete: boolean;
}

/** Finds certificates whose subject may be the issuer of `certificate`. */
export type FindIssuers = (certificate: Certificate) => Promise<readonly Certificate[]>;

/** Cross-certified worlds have many paths: more tries than this find nothing better. */
const TRIES = 4 * LIMITS.chainLength;

/** The first complete chain in order of preference, else the longest found. */
export async function buildChain(leaf: Certificate, findIssuers: FindIssuers): Promise<Chain> {
  let longest: readonly Certificate[] = [leaf];
  let tries = 0;
  const extend = async (path: readonly Certificate[]): Promise<Chain | null> => {
    tries++;
    const last = path[path.length - 1] ?? leaf;
    if (path.length > longest.length) longest = path;
    // A signature we cannot check on a self-issued certificate still makes it the top: unknown is not invalid.
    if (isSelfSigned(last) !== 'invalid') return { certificates: path, complete: true };
    if (path.length > LIMITS.chainLength) return null;
    for (const issuer of await rankedIssuers(last, path, findIssuers)) {
      if (tries >= TRIES) break;
      const chain = await extend([...path, issuer]);
      if (chain !== null) return chain;
    }
    return null;
  };
  return (await extend([leaf])) ?? { certificates: longest, complete: false };
}

async function rankedIssuers(
  certificate: Certificate,
  path: readonly Certificate[],
  findIssuers: FindIssuers,
): Promise<readonly Certificate[]> {
  const wanted = nameMatchKey(certificate.issuer.der);
  const ranked: { readonly issuer: Certificate; readonly rank: number }[] = [];
  for (const issuer of await findIssuers(certificate)) {
    if (path.some((one) => Buffer.compare(one.der, issuer.der) === 0)) continue;
    if (nameMatchKey(issuer.subject.der) !== wanted) continue;
    const verdict = verifySignature(certificate, issuer.publicKey.spki);
    if (verdict === 'invalid') continue;
    const rank =
      (verdict === 'valid' ? 4 : 0) +
      (compareKeyIdentifiers(certificate, issuer) === 'same' ? 2 : 0) +
      (isSelfIssued(issuer) ? 1 : 0);
    ranked.push({ issuer, rank });
  }
  return ranked.sort((a, b) => b.rank - a.rank).map(({ issuer }) => issuer);
}

/** What the key identifiers say (RFC 5280 4.2.1.1); `unknown` where one is missing or cannot be read. */
export function compareKeyIdentifiers(certificate: Certificate, issuer: Certificate): 'same' | 'different' | 'unknown' {
  const wanted = unlessUnreadable(() => authorityKeyIdentifier(certificate)?.keyIdentifier ?? null);
  const own = unlessUnreadable(() => subjectKeyIdentifier(issuer));
  if (wanted === null || own === null) return 'unknown';
  return Buffer.compare(wanted, own) === 0 ? 'same' : 'different';
}
