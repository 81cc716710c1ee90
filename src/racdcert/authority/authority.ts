/**
 * Whether a user may do what a command asks for, by the profiles of the store.
 *
 * Without SPECIAL RACDCERT asks for FACILITY `IRR.DIGTCERT.function`, or for RDATALIB once IRR.RACDCERT.GRANULAR is
 * defined there; no profile means no (where other commands let pass what nobody protects). ICSF asks for CRYPTOZ, and
 * for CSFKEYS where a profile protects the key. What counts in a RACLISTed class is what was loaded, so that a forgotten
 * refresh is met here before production meets it.
 */
import { atLeast, isInEffect, standing, type Standing } from '../../authority/access.ts';
import { isGeneric } from '../../authority/generic.ts';
import type { Access } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import type { MappingOwner, Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import { FACILITY_DEMANDS, GRANULAR_DEMANDS, GRANULAR_SWITCH, TOKEN_DEMANDS } from './authority-table.ts';
import { type Touched, touched } from './authority-subjects.ts';
import type { Context, OperandName, RacdcertFunction, Request } from '../function.ts';
import { say } from '../messages.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** One access that is needed; of several places any is enough. */
interface Need {
  readonly class: string;
  readonly places: readonly { readonly resource: string; readonly access: Access }[];
  /** What no profile means. */
  readonly unprotected: 'refused' | 'allowed';
  /** What the operator is told. */
  readonly refusal: Message;
}

/** The user may, with what is worth knowing even so. */
export interface Permission {
  readonly kind: 'permission';
  readonly remarks: readonly Message[];
}

/** Whether the user may; the refusal has as remarks what is missing. */
export async function authorise(
  view: StoreView,
  called: Pick<RacdcertFunction, 'name' | 'owner'>,
  request: Request<unknown, OperandName>,
  { user }: Pick<Context, 'user'>,
): Promise<Permission | Refusal> {
  const issuer = await view.user(user);
  if (issuer?.attributes.includes('SPECIAL') === true) return { kind: 'permission', remarks: [] };
  const granular = GRANULAR_DEMANDS[called.name] !== undefined && (await isInEffect(view, 'RDATALIB', GRANULAR_SWITCH));
  const { active } = await view.settings();
  const what = await touched(view, called, request, user);
  const needs = [
    ...(granular ? granularNeeds(called.name, what) : facilityNeeds(called.name, what, user)),
    ...(active.includes('CRYPTOZ') ? tokenNeeds(called.name, what) : []),
    ...(active.includes('CSFKEYS') ? keyNeeds(what) : []),
  ];
  const verdicts: Verdict[] = [];
  for (const need of needs) verdicts.push(await verdictOn(view, need, user));
  const lacking = verdicts.filter(({ met }) => !met);
  const [first] = lacking;
  if (first === undefined) return { kind: 'permission', remarks: verdicts.flatMap(({ remarks }) => remarks) };
  const stored = new Set(lacking.flatMap(({ refresh }) => refresh));
  return refuse(
    first.need.refusal,
    ...lacking.flatMap(({ remarks }) => remarks),
    ...[...stored].map((name) => say('RNGT087I', { class: name })),
    ...(granular ? [say('RNGT084I', {})] : []),
    ...(issuer === null ? [say('RNGT083I', { user })] : []),
  );
}

function facilityNeeds(name: string, { conditions, owners }: Touched, user: string): readonly Need[] {
  const demands = (FACILITY_DEMANDS[name] ?? []).filter(({ when }) => conditions.has(when));
  return demands.map(({ resource, of, levels }) => {
    const place = { resource: `IRR.DIGTCERT.${resource}`, access: levels[standingOf(owners[of], user)] };
    return { class: 'FACILITY', places: [place], unprotected: 'refused', refusal: say('IRRD101I', {}) };
  });
}

function standingOf(owner: Owner | MappingOwner | null, user: string): 'own' | 'other' | 'pool' {
  if (owner === null || owner.kind !== 'user') return 'pool';
  return owner.id === user ? 'own' : 'other';
}

function granularNeeds(name: string, what: Touched): readonly Need[] {
  const demands = (GRANULAR_DEMANDS[name] ?? []).filter(({ when }) => what.conditions.has(when));
  return demands.flatMap(({ thing, of, use, function: called }) => {
    const owner = granularOwner(what.owners[of]);
    const names = thing === 'ring' ? what.rings : what.labels[of];
    const prefix = thing === 'ring' ? owner : `IRR.DIGTCERT.${owner}`;
    return names.map((each): Need => {
      const resource = `${prefix}.${each.toUpperCase()}.${use}.${called}`;
      const places = [{ resource, access: 'READ' as const }];
      return { class: 'RDATALIB', places, unprotected: 'refused', refusal: say('IRRD101I', {}) };
    });
  });
}

/** The pools are named as the long form of their anchors has it. */
function granularOwner(owner: Owner | MappingOwner | null): string {
  if (owner?.kind === 'certauth') return 'CERTIFAUTH';
  if (owner?.kind === 'site') return 'SITECERTIF';
  return owner?.kind === 'user' ? owner.id : '*';
}

function tokenNeeds(name: string, { token }: Touched): readonly Need[] {
  const demands = TOKEN_DEMANDS[name];
  if (token === null || demands === undefined) return [];
  const places = demands.map(({ role, access }) => ({ resource: `${role}.${token}`, access }));
  return [{ class: 'CRYPTOZ', places, unprotected: 'refused', refusal: say('RNGT085I', { token }) }];
}

function keyNeeds({ icsfKeys }: Touched): readonly Need[] {
  return icsfKeys.map((label) => ({
    class: 'CSFKEYS',
    places: [{ resource: label, access: 'READ' }],
    unprotected: 'allowed',
    refusal: say('IRRD191I', {}),
  }));
}

/** What became of a need. */
interface Verdict {
  readonly need: Need;
  readonly met: boolean;
  readonly remarks: readonly Message[];
  /** RACLISTed classes that must be refreshed once the remarks were followed. */
  readonly refresh: readonly string[];
}

/** One need and the place of it that is looked at. */
interface Wanted {
  readonly class: string;
  readonly resource: string;
  readonly access: Access;
  readonly user: string;
}

async function verdictOn(view: StoreView, need: Need, user: string): Promise<Verdict> {
  const remarks: Message[] = [];
  const refresh: string[] = [];
  for (const { resource, access } of need.places) {
    const wanted: Wanted = { class: need.class, resource, access, user };
    const { inEffect, afterRefresh } = await standing(view, user, need.class, resource);
    if (passes(inEffect, access, need)) return { need, met: true, remarks: warned(wanted, inEffect), refresh: [] };
    if (afterRefresh !== null && passes(afterRefresh, access, need)) {
      remarks.push(say('RNGT086I', { ...wanted }));
    } else {
      remarks.push(...missing(wanted, afterRefresh ?? inEffect));
      if (afterRefresh !== null) refresh.push(need.class);
    }
  }
  return { need, met: false, remarks, refresh };
}

function passes({ profile, access, warning }: Standing, needed: Access, { unprotected }: Need): boolean {
  return profile === null ? unprotected === 'allowed' : warning || atLeast(access, needed);
}

/** WARNING mode hides what production will refuse one day. */
function warned(wanted: Wanted, { profile, access: has }: Standing): readonly Message[] {
  if (profile === null || atLeast(has, wanted.access)) return [];
  return [say('RNGT088I', { ...wanted, has, profile: profile.name })];
}

function missing(wanted: Wanted, { profile, access: has }: Standing): readonly Message[] {
  // A name cannot be typed with the blanks of a label in it.
  const typed = wanted.resource.replace(/\s/g, '%');
  if (profile === null) return [say('RNGT081I', { ...wanted, typed })];
  const { access, user } = wanted;
  const named = { profile: profile.name, class: wanted.class, user, access };
  const advice = isGeneric(profile.name) ? say('RNGT090I', { ...named, typed }) : say('RNGT082I', named);
  return [say('RNGT080I', { ...wanted, has, profile: profile.name }), advice];
}
