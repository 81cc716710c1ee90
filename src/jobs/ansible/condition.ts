/**
 * Conditions of tasks: what can be told before anything runs.
 *
 * Ansible, "Conditionals". Comparisons with a literal, `is defined`, `not`, `and`; anything else is not guessed.
 */
import { evaluate, type Lookup } from '../jinja.ts';
import type { YamlNode } from './yaml.ts';

export type Verdict =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'unset'; readonly name: string }
  | { readonly kind: 'unknown'; readonly reason: string };

const YES: Verdict = { kind: 'yes' };
const NO: Verdict = { kind: 'no' };

/** A text, or a list of which all must hold. */
export function verdictOn(node: YamlNode, lookup: Lookup): Verdict {
  if (node.kind === 'map') return notUnderstood('a map');
  for (const each of node.kind === 'list' ? node.items : [node]) {
    if (each.kind !== 'text') return notUnderstood('a list in a list');
    const verdict = all(each.text, lookup);
    if (verdict.kind !== 'yes') return verdict;
  }
  return YES;
}

function all(text: string, lookup: Lookup): Verdict {
  for (const clause of text.split(/\s+and\s+/)) {
    const verdict = one(clause.trim(), lookup);
    if (verdict.kind !== 'yes') return verdict;
  }
  return YES;
}

function one(clause: string, lookup: Lookup): Verdict {
  const negated = /^not\s+(.+)$/s.exec(clause);
  if (negated !== null) {
    const verdict = one(negated[1] ?? '', lookup);
    return verdict.kind === 'yes' ? NO : verdict.kind === 'no' ? YES : verdict;
  }
  const defined = /^([A-Za-z_][\w.]*)\s+is\s+(not\s+)?(defined|undefined)$/.exec(clause);
  if (defined !== null) {
    const found = evaluate(defined[1] ?? '', lookup);
    if (found.kind === 'unknown') return found;
    const wanted = (defined[3] === 'defined') !== (defined[2] !== undefined);
    return (found.kind === 'value') === wanted ? YES : NO;
  }
  const compared = /^([^=!<>]+?)\s*(==|!=)\s*([^=!<>]+)$/.exec(clause);
  if (compared === null) return truth(clause, lookup);
  const [left, right] = [evaluate(compared[1] ?? '', lookup), evaluate(compared[3] ?? '', lookup)];
  if (left.kind !== 'value') return left;
  if (right.kind !== 'value') return right;
  if (typeof left.value !== 'string' || typeof right.value !== 'string') return notUnderstood(clause);
  return (left.value === right.value) === (compared[2] === '==') ? YES : NO;
}

function truth(clause: string, lookup: Lookup): Verdict {
  const bare = clause.replace(/\s*\|\s*bool\s*$/, '');
  const found = /^(?:true|yes|false|no)$/i.test(bare)
    ? { kind: 'value' as const, value: bare }
    : evaluate(bare, lookup);
  // Not the reason of the expression: nobody has written braces here.
  if (found.kind === 'unknown' && found.reason.startsWith('{{')) return notUnderstood(clause);
  if (found.kind !== 'value') return found;
  const text = typeof found.value === 'string' ? found.value.toLowerCase() : null;
  if (text !== null && /^(?:true|yes|on|1)$/.test(text)) return YES;
  return text !== null && /^(?:false|no|off|0|)$/.test(text) ? NO : notUnderstood(clause);
}

function notUnderstood(what: string): Verdict {
  return {
    kind: 'unknown',
    reason: `the condition ${what.length > 60 ? `${what.slice(0, 57)}...` : what} is not evaluated`,
  };
}
