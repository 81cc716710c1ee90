/** Which rules run: all, only those named, or all but those named. */
import { RingtoolError } from '../core/errors.ts';

export interface Selection {
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
}

/** Keeps the order of `rules`; throws `findings/unknown-rule` for an id that no rule has. */
export function selectRules<R extends { readonly id: string }>(
  rules: readonly R[],
  selection: Selection,
): readonly R[] {
  const known = new Set(rules.map((rule) => rule.id));
  for (const id of [...(selection.only ?? []), ...(selection.skip ?? [])]) {
    if (!known.has(id)) {
      throw new RingtoolError('findings/unknown-rule', `there is no rule ${JSON.stringify(id)}`, {
        hint: `rules: ${[...known].join(', ')}`,
      });
    }
  }
  const only = selection.only && selection.only.length > 0 ? new Set(selection.only) : known;
  const skip = new Set(selection.skip ?? []);
  return rules.filter((rule) => only.has(rule.id) && !skip.has(rule.id));
}
