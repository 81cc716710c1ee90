/**
 * Conditions of tasks.
 *
 * Ansible, "Conditionals": an expression, or a list of them of which all must hold. What is not understood is not
 * guessed.
 */
import { evaluate, type Lookup, truthOf } from '../jinja.ts';
import type { YamlNode } from './yaml.ts';

export type Verdict =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'unset'; readonly name: string }
  /** `later`: only running tells. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly later?: true };

/** A text, or a list of which all must hold. */
export function verdictOn(node: YamlNode, lookup: Lookup): Verdict {
  if (node.kind === 'map') return notUnderstood('a map');
  for (const each of node.kind === 'list' ? node.items : [node]) {
    if (each.kind !== 'text') return notUnderstood('a list in a list');
    const verdict = one(each.text, lookup);
    if (verdict.kind !== 'yes') return verdict;
  }
  return { kind: 'yes' };
}

function one(clause: string, lookup: Lookup): Verdict {
  // Off, no and the like are words of YAML; braces around the whole are not needed and often written.
  const bare = /^\s*\{\{([^{}]*)\}\}\s*$/.exec(clause)?.[1] ?? clause;
  const word = truthOf(bare.trim());
  if (word !== null) return { kind: word ? 'yes' : 'no' };
  const found = evaluate(bare, lookup);
  if (found.kind === 'unset') return found;
  // Not the reason of the expression: nobody has written braces here.
  if (found.kind === 'unknown') return found.reason.startsWith('{{') ? notUnderstood(clause) : found;
  const truth = truthOf(found.value);
  return truth === null ? notUnderstood(clause) : { kind: truth ? 'yes' : 'no' };
}

function notUnderstood(what: string): Verdict {
  return {
    kind: 'unknown',
    reason: `the condition ${what.length > 60 ? `${what.slice(0, 57)}...` : what} is not evaluated`,
  };
}
