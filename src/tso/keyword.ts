/**
 * Keywords by unique prefix: an exact match wins, otherwise the one keyword that begins so.
 *
 * TSO/E Command Reference, "Abbreviating keyword operands".
 */
import { foldUpper } from './fold.ts';
import { foreignSpelling } from './foreign-spellings.ts';
import { nameless, problem, shown } from './problem.ts';
import { suggest } from './suggest.ts';
import type { Problem, TreeOperand } from './operand.ts';

/** The keyword that `node` stands for, or why there is none. */
export function resolveKeyword<K extends string>(
  node: TreeOperand,
  known: readonly K[],
): { readonly kind: 'value'; readonly value: K } | Problem {
  // A quoted string may be a password without its keyword: it is never repeated.
  if (node.quoted) return problem(node.at, 'IKJ56712I', { keyword: "'...'" });
  if (node.text === '') return nameless(node.at);
  const word = foldUpper(node.text);
  const exact = known.find((name) => name === word);
  if (exact !== undefined) return { kind: 'value', value: exact };
  const candidates = known.filter((name) => name.startsWith(word));
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return { kind: 'value', value: only };
  if (candidates.length > 1) {
    const inserts = { keyword: shown(word), candidates: enumerate(candidates) };
    return problem(node.at, 'RNGT901I', inserts, foreignSpelling(word, candidates));
  }
  // A sign after the letters may begin a value, and the value may be a password: PASSWORD=...
  const keyword = /^[^=":/]+/.exec(word)?.[0] ?? word.slice(0, 1);
  return problem(node.at, 'IKJ56712I', { keyword: shown(keyword) }, suggest(keyword, known));
}

function enumerate(names: readonly string[]): string {
  return names.length === 2 ? names.join(' or ') : `${names.slice(0, -1).join(', ')}, or ${names.at(-1) ?? ''}`;
}
