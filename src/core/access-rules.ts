/** The rules of a profile apart from it, and compared: those in storage and those in the database may differ. */
import type { AccessRules } from './entities.ts';

/** Nothing but the rules. */
export function rulesOf({ uacc, accessList, warning }: AccessRules): AccessRules {
  return { uacc, accessList, warning };
}

/** The order of the access list counts: it is that of PERMIT. */
export function sameRules(one: AccessRules, other: AccessRules): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ uacc, accessList, warning }: AccessRules): string {
  return JSON.stringify([uacc, accessList.map(({ id, access }) => [id, access]), warning]);
}
