/**
 * The order in which mends can be typed: rings and chains first, for a roll-over carries their connections over;
 * then issuers before what they sign, for their new keys are what signs it.
 */
import type { Finding } from '../findings/finding.ts';
import type { SubjectName } from '../findings/rule.ts';

/** Certificates with findings, and the `what` of the certificate in the same store that signed each. */
export interface SignerNames {
  add(subject: SubjectName, signer: string): void;
  /** How many signers with findings stand above it. */
  depth(subject: SubjectName): number;
}

export function signerNames(): SignerNames {
  const signers = new Map<string, string>();
  const key = (what: string, where: string) => JSON.stringify([what, where]);
  return {
    add: ({ what, where }, signer) => void signers.set(key(what, where), signer),
    depth({ what, where }) {
      // Two CAs may have signed each other.
      const met = new Set([what]);
      let next = signers.get(key(what, where));
      while (next !== undefined && !met.has(next)) {
        met.add(next);
        next = signers.get(key(next, where));
      }
      return met.size - 1;
    },
  };
}

export function inTypingOrder(findings: readonly Finding[], signers: SignerNames): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, place: placeOf(finding.subject, signers) }))
    .sort((a, b) => a.place - b.place)
    .map(({ finding }) => finding);
}

function placeOf(subject: SubjectName, signers: SignerNames): number {
  if (subject.kind === 'ring') return 0;
  if (subject.kind === 'chain') return 1;
  return 2 + (subject.kind === 'certificate' ? signers.depth(subject) : 0);
}
