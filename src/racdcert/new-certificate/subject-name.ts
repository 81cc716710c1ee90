/**
 * SUBJECTSDN as a distinguished name: C, SP, L, O, OUs, T, CN in the encoding, so that listings show CN first.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT"; order as transcripts show it.
 */
import { buildName, listingName, type Name } from '../../x509/name.ts';
import { say } from '../messages.ts';
import { refuse, refuseValue, type Refusal } from '../refusal.ts';

export interface SubjectOperands {
  readonly CN?: string;
  readonly T?: string;
  readonly OU?: readonly string[];
  readonly O?: string;
  readonly L?: string;
  readonly SP?: string;
  readonly C?: string;
}

/** RACF keeps no longer name; the API twin says so with IRRD203I. */
const NAME_LENGTH = 1024;

export function subjectName(operands: SubjectOperands): Name | Refusal {
  const { CN, T, OU = [], O, L, SP, C } = operands;
  if (C !== undefined && !/^[A-Za-z]{2}$/.test(C)) return refuseValue('country', C);
  // Listings reverse the encoding, and show the OUs in the order they were typed.
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['C', C],
    ['SP', SP],
    ['L', L],
    ['O', O],
    ...OU.toReversed().map((unit) => ['OU', unit] as const),
    ['T', T],
    ['CN', CN],
  ];
  const attributes = parts.flatMap(([type, value]) => (value === undefined || value === '' ? [] : [{ type, value }]));
  if (attributes.length === 0) return refuse(say('IRRD130I', { keyword: 'SUBJECTSDN' }));
  const name = buildName(attributes);
  return listingName(name).length > NAME_LENGTH ? refuse(say('RNGT030I', {})) : name;
}
