/**
 * Whom a criteria template chooses: with its variables filled in it is the name of a DIGTCRIT profile, whose
 * application data is a user id.
 *
 * RACF Security Administrator's Guide, "Certificate name filtering", criteria: `APPLID=&APPLID` and
 * `RDEFINE DIGTCRIT APPLID=EROYAL APPLDATA(ROYALID)`.
 */
import type { StoreView } from '../../core/view.ts';

/** Values by name, without the ampersand: `APPLID`. What a certificate alone does not tell is absent. */
export type CriteriaVariables = Readonly<Record<string, string>>;

export interface Chosen {
  /** The template as far as it could be filled in. */
  readonly criteria: string;
  /** Null when a variable has no value, and when there is no such profile. */
  readonly user: string | null;
}

const VARIABLE = /&([A-Z][A-Z0-9]*)/g;

export async function chosenBy(view: StoreView, template: string, variables: CriteriaVariables): Promise<Chosen> {
  let known = true;
  const criteria = template.replace(VARIABLE, (written, name: string) => {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    known &&= value !== undefined;
    return value ?? written;
  });
  const profile = known ? await view.profile('DIGTCRIT', criteria) : null;
  return { criteria, user: profile?.applicationData || null };
}
