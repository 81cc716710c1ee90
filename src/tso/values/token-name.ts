/** The name of a PKCS #11 token, folded to upper case with or without quotes. */
import { isTokenName } from '../../core/names.ts';
import { text } from './text.ts';
import type { Operand } from '../operand.ts';

/** `all` takes `*` as well. */
export function tokenName({ all = false } = {}): Operand<string> {
  const accepts = (name: string): boolean => isTokenName(name) || (all && name === '*');
  return text({ max: 32, what: 'token name', fold: 'always', accepts });
}
