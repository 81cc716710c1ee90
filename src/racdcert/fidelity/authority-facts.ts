/** What a function demands of a user without SPECIAL, in words, from the tables that decide it. */
import type { Access } from '../../core/entities.ts';
import {
  FACILITY_DEMANDS,
  GRANULAR_DEMANDS,
  GRANULAR_SWITCH,
  TOKEN_DEMANDS,
  type Condition,
  type FacilityDemand,
  type GranularDemand,
  type Subject,
  type TokenDemand,
} from '../authority/authority-table.ts';
import type { OwnerKind, RacdcertFunction, Rule } from '../function.ts';

const WHEN: Readonly<Record<Condition, string>> = {
  always: '',
  signed: ', with SIGNWITH',
  'self-signed': ', without SIGNWITH',
  'with-key': ', with the private key',
  'without-key': ', without the private key',
  'own-ring': ", where the ring is one's own",
  'other-ring': ", where the ring is another user's",
  'other-usage': ', where USAGE makes of the certificate what it is not by itself',
  'natural-usage': ', where USAGE is what the certificate is by itself',
};

const OF: Readonly<Record<Subject, string>> = {
  owner: '',
  inner: ', for the certificate in parentheses',
  signer: ', for the signer',
};

/** Who else than users may own what a function works on. */
const POOLS: Readonly<Record<OwnerKind, string | null>> = {
  certificate: 'CERTAUTH and SITE',
  ring: null,
  mapping: 'MULTIID',
  none: 'CERTAUTH and SITE',
};

/** One sentence a row; none for a function that everybody may use. */
export function authorityOf({ name, owner }: Pick<RacdcertFunction, 'name' | 'owner'>): readonly Rule[] {
  const tokens = TOKEN_DEMANDS[name];
  return [
    ...(FACILITY_DEMANDS[name] ?? []).map((demand) => facilityRule(demand, owner)),
    ...(GRANULAR_DEMANDS[name] ?? []).map(granularRule),
    ...(tokens === undefined ? [] : [tokenRule(tokens)]),
  ];
}

function facilityRule({ resource, of, levels, when, confidence }: FacilityDemand, owner: OwnerKind): Rule {
  const pools = POOLS[of === 'owner' ? owner : 'certificate'];
  const whose = new Map<Access, string[]>();
  const add = (access: Access, words: string): void => {
    whose.set(access, [...(whose.get(access) ?? []), words]);
  };
  add(levels.own, "one's own");
  add(levels.other, "another user's");
  if (pools !== null) add(levels.pool, `those of ${pools}`);
  const access = [...whose].map(([each, words]) => (whose.size === 1 ? each : `${each} for ${words.join(' and ')}`));
  return {
    text: `IRR.DIGTCERT.${resource} in class FACILITY${OF[of]}${WHEN[when]}: ${access.join(', ')}.`,
    confidence,
  };
}

function granularRule({ thing, of, use, function: called, when, confidence }: GranularDemand): Rule {
  const names = thing === 'ring' ? 'owner.ring' : 'IRR.DIGTCERT.owner.label';
  const resource = `${names}.${use}.${called} in class RDATALIB${OF[of]}${WHEN[when]}`;
  const text = `In place of FACILITY where ${GRANULAR_SWITCH} is defined: ${resource}: READ.`;
  return { text, confidence };
}

/** Any of them is enough. */
function tokenRule(demands: readonly TokenDemand[]): Rule {
  const places = demands.map(({ role, access }) => `${role}.token: ${access}`).join(', or ');
  return {
    text: `Where a token is named and class CRYPTOZ is active: ${places}.`,
    confidence: demands.find(({ confidence }) => confidence !== 'documented')?.confidence ?? 'documented',
  };
}
