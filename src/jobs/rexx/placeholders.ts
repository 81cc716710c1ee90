/**
 * Placeholders in the strings of an exec that is a template: `${name}` and `{{ name }}`. Other forms are ordinary text
 * of a REXX string.
 */
import { LIMITS } from '../../core/limits.ts';
import type { Unset } from '../carrier.ts';
import type { Token } from './scan.ts';

const PLACEHOLDER = /\$!?\{([A-Za-z_][A-Za-z0-9_.-]{0,63})\}|\{\{ *([A-Za-z_][A-Za-z0-9_.-]{0,63}) *\}\}/g;

/** More than these nobody reads. */
const MOST = 1_000;

/** The words with values filled in, and the placeholders that have none. A value is never looked through again. */
export function fillStrings(
  tokens: readonly Token[],
  symbols: ReadonlyMap<string, string>,
  file: string,
): { readonly tokens: readonly Token[]; readonly unset: readonly Unset[] } {
  const unset: Unset[] = [];
  const filled = tokens.map((token) => {
    if (token.kind !== 'string' || !token.text.includes('{')) return token;
    const text = token.text.replace(PLACEHOLDER, (written: string, first?: string, second?: string) => {
      const name = first ?? second ?? '';
      const value = symbols.get(name);
      if (value === undefined && unset.length < MOST) unset.push({ file, line: token.line, name, text: written });
      return value ?? written;
    });
    return text.length > LIMITS.rexx.string ? token : { ...token, text };
  });
  return { tokens: filled, unset };
}
