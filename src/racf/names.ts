/**
 * The names that RACF commands begin with, and hold in lists: users, groups, classes, profiles.
 *
 * RACF Command Language Reference, "Naming considerations for resource profiles".
 */
import { PROFILE_NAME_LENGTH } from '../authority/generic.ts';
import { isUserId } from '../core/names.ts';
import { isPrintable } from '../core/printable.ts';
import { list, text } from '../tso/declare.ts';
import { foldUpper } from '../tso/fold.ts';
import type { Operand, Problem, TreeOperand, Value } from '../tso/operand.ts';
import { invalid } from '../tso/problem.ts';
import { keepsCase } from './classes.ts';
import type { Positional } from './positionals.ts';

/** Names in one list: a command of 32,767 characters holds no more that make sense. */
const MANY_NAMES = 1_000;

/** Letters, digits and national characters, upper case: classes, users and groups alike. */
function shortName(what: string, options: { readonly star?: boolean } = {}): Operand<string> {
  const accepts = (name: string): boolean => isUserId(name) || (options.star === true && name === '*');
  return text({ what, max: 8, fold: 'always', accepts });
}

export const userName = (): Operand<string> => shortName('userid');
export const groupName = (): Operand<string> => shortName('group name');
export const className = (): Operand<string> => shortName('class name');
/** Users, groups, and `*` for every defined user. */
export const accessIds = (): Operand<readonly string[]> =>
  list(shortName('userid', { star: true }), { max: MANY_NAMES, adds: true });

/** A positional operand read as what stands in a keyword's parentheses. */
function positional<T>(what: string, of: Operand<T>, optional = false): Positional<T> {
  return {
    what,
    optional,
    read: (item, binding) => of.bind({ text: '', quoted: false, at: item.at, sub: [item] }, binding),
  };
}

export const users = (): Positional<string> => positional('userid', shortName('userid'));
export const groups = (): Positional<string> => positional('group name', shortName('group name'));
export const resourceClass = (): Positional<string> => positional('class name', shortName('class name'));
/** `*` means all; without any the issuer or the current group is meant. */
export const listedUsers = (): Positional<string> => positional('userid', shortName('userid', { star: true }), true);
export const listedGroups = (): Positional<string> =>
  positional('group name', shortName('group name', { star: true }), true);

/** A profile's name as typed: whether it is folded is the class's to say. */
export interface TypedName {
  readonly text: string;
}

/** Names of profiles. */
export const profiles = (): Positional<TypedName> => ({ what: 'profile name', read: readProfileName });

/** A profile's name in a keyword's parentheses: `FROM(...)`. */
export const profileName = (): Operand<TypedName> => ({
  what: 'profile name',
  takes: 'value',
  bind(node) {
    const [item, second] = node.sub ?? [];
    if (item === undefined || second !== undefined) return invalid(node.at, 'profile name', second?.text ?? '');
    return readProfileName(item);
  },
});

function readProfileName(item: TreeOperand): Value<TypedName> | Problem {
  const { text: name } = item;
  const fits = name.length >= 1 && name.length <= PROFILE_NAME_LENGTH && isPrintable(name);
  if (item.sub !== null || !fits || /[\s,();]/.test(name)) return invalid(item.at, 'profile name', name);
  return { kind: 'value', value: { text: name } };
}

/** The name as the class keeps it. */
export function profileNameIn(className: string, { text: name }: TypedName): string {
  return keepsCase(className) ? name : foldUpper(name);
}
