/**
 * DIGTCERT profile names: `serial.issuer`, as messages print them.
 *
 * RACF Security Administrator's Guide, "DIGTCERT general resource profiles". A name beyond 246 characters becomes
 * `serial.<first portion of the issuer's name><hash of the certificate><last portion>`.
 */
import { createHash } from 'node:crypto';
import type { Certificate } from '../x509/certificate.ts';
import { listingName } from '../x509/name.ts';

/** Characters that cannot stand in a general resource name; RACF puts a cent sign in their place. */
const NOT_IN_A_NAME = /[\s,;()]/g;

/** Longest name of a profile, the period included. */
const LONGEST = 246;

/** Which hash RACF takes and where it cuts is not public: both are assumed. Hexadecimal, in upper case. */
const SHORTENED = { hash: 'sha1', digits: 40, firstPortion: 1 / 2 } as const;

/** Serial number as listed (hexadecimal), issuer as listed (CN first, periods between). */
export function digtcertName(certificate: Pick<Certificate, 'serial' | 'issuer' | 'der'>): string {
  const issuer = listingName(certificate.issuer);
  const whole = `${certificate.serial}.${issuer}`;
  return (whole.length <= LONGEST ? whole : shortened(certificate, issuer)).replace(NOT_IN_A_NAME, '\u00a2');
}

function shortened({ serial, der }: Pick<Certificate, 'serial' | 'der'>, issuer: string): string {
  // A serial number has 40 digits at the most; one that others made longer than a name may be is cut.
  const begin = `${serial.slice(0, LONGEST - 1 - SHORTENED.digits)}.`;
  const room = LONGEST - begin.length - SHORTENED.digits;
  const first = Math.ceil(room * SHORTENED.firstPortion);
  const hash = createHash(SHORTENED.hash).update(der).digest('hex').toUpperCase();
  return `${begin}${issuer.slice(0, first)}${hash}${issuer.slice(issuer.length - (room - first))}`;
}
