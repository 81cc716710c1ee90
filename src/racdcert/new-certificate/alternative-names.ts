/**
 * ALTNAME as general names: the single-value keywords, and from z/OS 3.2 the lists AIP, ADOMAIN, AEMAIL, AURI.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT"; lengths are with the operands.
 */
import type { Release } from '../../core/release.ts';
import { shown } from '../../tso/problem.ts';
import type { GeneralName } from '../../x509/general-name.ts';
import { addressBytes } from '../../x509/ip-address.ts';
import { refuseValue, type Refusal } from '../refusal.ts';
import { refuseBefore } from '../since.ts';

export interface AlternativeNameOperands {
  readonly IP?: string;
  readonly DOMAIN?: string;
  readonly EMAIL?: string;
  readonly URI?: string;
  readonly AIP?: readonly string[];
  readonly ADOMAIN?: readonly string[];
  readonly AEMAIL?: readonly string[];
  readonly AURI?: readonly string[];
}

/** Keywords that a level does not know yet are refused as any unknown word is. */
const KEYWORDS_SINCE = { AIP: '3.2', ADOMAIN: '3.2', AEMAIL: '3.2', AURI: '3.2' } as const;

/** The names in the order in which listings show them; null when there are none. */
export function alternativeNames(
  operands: AlternativeNameOperands | undefined,
  level: Release,
): readonly GeneralName[] | null | Refusal {
  if (operands === undefined) return null;
  for (const [keyword, since] of Object.entries(KEYWORDS_SINCE)) {
    const values = operands[keyword as keyof typeof KEYWORDS_SINCE];
    if (values !== undefined) {
      const written = `${keyword}(${values.map((value) => `'${shown(value)}'`).join(' ')})`;
      const tooEarly = refuseBefore(since, level, keyword, written);
      if (tooEarly !== null) return tooEarly;
    }
  }
  const addresses = both(operands.IP, operands.AIP);
  const bad = addresses.find((address) => addressBytes(address) === null);
  if (bad !== undefined) return refuseValue('IP address', bad);
  const emails = both(operands.EMAIL, operands.AEMAIL);
  const domains = both(operands.DOMAIN, operands.ADOMAIN);
  const uris = both(operands.URI, operands.AURI);
  // RFC 5280 4.2.1.6: these three are IA5String.
  const foreign = [...emails, ...domains, ...uris].find((value) => /[^\u0020-\u007e]/.test(value));
  if (foreign !== undefined) return refuseValue('alternative name', foreign);
  const names: readonly GeneralName[] = [
    ...addresses.map((address) => ({ kind: 'ip', address }) as const),
    ...emails.map((value) => ({ kind: 'email', value }) as const),
    ...domains.map((value) => ({ kind: 'dns', value }) as const),
    ...uris.map((value) => ({ kind: 'uri', value }) as const),
  ];
  return names.length === 0 ? null : names;
}

function both(single: string | undefined, several: readonly string[] | undefined): readonly string[] {
  return [...(single === undefined ? [] : [single]), ...(several ?? [])].filter((value) => value !== '');
}
