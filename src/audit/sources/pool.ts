/**
 * The certificates of all files together: whether one is a leaf or a CA, and where its issuers are, shows only
 * when every file has been read.
 *
 * Kept as bytes, not as parsed records: reading one again costs microseconds, and memory stays near the files'.
 */
import { createHash } from 'node:crypto';
import { isRingtoolError } from '../../core/errors.ts';
import { type Certificate, parseCertificate } from '../../x509/certificate.ts';
import { nameMatchKey } from '../../der/name-match.ts';
import { listingName } from '../../x509/name.ts';
import { chainSubject, type ChainWorld } from '../chain-subject.ts';
import { type Evidence, evidence } from '../evidence.ts';
import { roleOf, selfSignedOf } from '../role.ts';
import type { CertificateSubject, Origin } from '../subject.ts';

export interface PoolPlace {
  readonly path: string;
  /** From 1. */
  readonly position: number;
  readonly format: Extract<Origin, { kind: 'file' }>['format'];
}

interface Pooled {
  readonly der: Uint8Array;
  readonly place: PoolPlace;
}

export interface CertificatePool {
  /** Null when taken (or known already); else why the bytes are no certificate. */
  add(der: Uint8Array, place: PoolPlace): string | null;
  evidence(): AsyncGenerator<Evidence>;
}

export function certificatePool(): CertificatePool {
  const seen = new Set<string>();
  const all: Pooled[] = [];
  const bySubject = new Map<string, Pooled[]>();
  const issuerNames = new Set<string>();

  const world: ChainWorld = {
    scope: { kind: 'files' },
    where: 'the files given',
    issuers: async (certificate) =>
      (bySubject.get(nameMatchKey(certificate.issuer.der)) ?? []).map(({ der }) => parseCertificate(der)),
    elsewhere: async () => null,
  };

  return {
    add(der, place) {
      let certificate: Certificate;
      try {
        certificate = parseCertificate(der);
      } catch (error) {
        if (isRingtoolError(error)) return error.message;
        throw error;
      }
      const print = createHash('sha256').update(der).digest('base64');
      if (seen.has(print)) return null;
      seen.add(print);
      const pooled = { der, place };
      all.push(pooled);
      const subject = nameMatchKey(certificate.subject.der);
      const same = bySubject.get(subject);
      if (same) same.push(pooled);
      else bySubject.set(subject, [pooled]);
      const issuer = nameMatchKey(certificate.issuer.der);
      if (issuer !== subject) issuerNames.add(issuer);
      return null;
    },
    async *evidence() {
      for (const { der, place } of all) {
        const certificate = parseCertificate(der);
        const subject = subjectOf(certificate, place, issuerNames.has(nameMatchKey(certificate.subject.der)));
        yield evidence(subject);
        const signedByAnother = subject.selfSigned === 'no' || subject.selfSigned === 'invalid';
        if (subject.role === 'leaf' && signedByAnother) {
          yield evidence(await chainSubject(subject, { ...world, where: place.path }));
        }
      }
    },
  };
}

function subjectOf(certificate: Certificate, place: PoolPlace, signsOthers: boolean): CertificateSubject {
  const name = listingName(certificate.subject);
  return {
    kind: 'certificate',
    what: name === '' ? `certificate with serial number ${certificate.serial}` : name,
    where: place.position === 1 ? place.path : `${place.path}, certificate ${place.position}`,
    certificate,
    role: roleOf(certificate, signsOthers),
    selfSigned: selfSignedOf(certificate),
    origin: { kind: 'file', path: place.path, format: place.format },
  };
}
