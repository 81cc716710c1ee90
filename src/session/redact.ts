/**
 * A command without its passwords, for the history and for echoes.
 *
 * The text is written anew from the parse tree, so that odd blanks, abbreviations and doubled quotes cannot
 * hide a value. Text that cannot be parsed is not kept at all, but for the function's name.
 */
import type { Problem, TreeOperand } from '../tso/operand.ts';
import { quote } from '../tso/print.ts';
import type { CommandTree } from '../tso/tree.ts';

/**
 * Keywords whose values are secret, by the letters that tell them from others. RACDCERT's own is PASSWORD: two letters
 * tell it from PKDS and PCICC, and a single P, which may mean any of them, is taken for the secret. The others are of
 * the commands around it: pass phrases, keys and passwords in segments (BINDPW, SESSKEY, KEYMASKED, KEYENCRYPTED), those
 * of RVARY, and another product's PKCSPASS.
 */
const SECRETS = ['PA', 'PH', 'PW', 'BINDP', 'SESSK', 'KEYM', 'KEYE', 'RVARYP', 'PKCSP'];
const WORDS = ['PASSWORD', 'PHRASE'];
const HIDDEN = '(********)';

/** What a command is known by: of text that cannot be parsed never more, since what follows may hold a password. */
export function commandWord(tree: CommandTree | Problem, text: string): string {
  return tree.kind === 'problem' ? firstWord(text) : tree.command;
}

/** `tree` is what `text` was parsed into. */
export function withoutSecrets(tree: CommandTree | Problem, text: string): string {
  // An unclosed quote may have swallowed anything: such a text is safe only when no secret can stand in it.
  if (tree.kind === 'problem') return mayHoldSecret(text) ? commandWord(tree, text) : text.trim();
  const [first, ...rest] = tree.operands;
  if (first === undefined) return tree.command;
  // What stands first in the commands around RACDCERT is a name, such as that of user PAUL.
  const named = tree.command !== 'RACDCERT' && isName(first);
  const operands = named ? [write(withoutSlash(first)), ...written(rest, true)] : written(tree.operands, true);
  return [tree.command, ...operands].join(' ');
}

/** TSO takes a password behind a slash: `LOGON USER/password`, `DELETE 'DATA.SET/password'`. A path has no such name. */
function withoutSlash(operand: TreeOperand): TreeOperand {
  const [, name, password] = /^([A-Z0-9@#$.()*%&-]+)\/(.+)$/is.exec(operand.text) ?? [];
  return name === undefined || password === undefined ? operand : { ...operand, text: `${name}/********` };
}

/**
 * A word that begins as one of the secrets does, or a letter that only looks like one of ours; a password behind a slash.
 * A line that does not begin as a command of ours may be the lost end of one: its secret would stand alone.
 */
function mayHoldSecret(text: string): boolean {
  if (!/^\s*racdcert\s/i.test(text)) return true;
  const beginning = ['P', ...SECRETS].join('|');
  return new RegExp(`(?:^|[^A-Z0-9@#$])(?:${beginning})|[^ -~\\s]|/`, 'i').test(text);
}

function isName({ text, sub }: TreeOperand): boolean {
  const word = text.toUpperCase();
  return sub === null && word !== '' && !WORDS.some((secret) => secret.startsWith(word));
}

function written(operands: readonly TreeOperand[], topLevel: boolean): readonly string[] {
  let afterSecret = false;
  return operands.map((operand) => {
    // PASSWORD without parentheses is an error; what follows it may still be the password.
    const hidden = topLevel && afterSecret;
    const bare = operand.sub === null && /^[A-Za-z]*[=:]?$/.test(operand.text);
    afterSecret = bare && (isSecret(operand) || (hidden && /^[=:]$/.test(operand.text)));
    if (hidden) return HIDDEN;
    return isSecret(operand) ? withoutValue(operand) : write(operand);
  });
}

/** What follows the letters may be the secret as well: `PASSWORD=...` is no RACDCERT, but typed all the same. */
function withoutValue({ text, sub }: TreeOperand): string {
  const keyword = /^[A-Za-z]*/.exec(text)?.[0] ?? '';
  // A period, as in PAY.RING, joins names and not values.
  const name = /^[A-Za-z0-9.@#$_%*&-]+$/.test(text) && !WORDS.some((word) => text.toUpperCase().startsWith(word));
  const joined = keyword.length < text.length && !name;
  return sub !== null || joined ? `${keyword}${HIDDEN}` : text;
}

function write({ text, quoted, sub }: TreeOperand): string {
  const word = quoted ? quote(text) : text;
  return sub === null ? word : `${word}(${written(sub, false).join(' ')})`;
}

/** In any abbreviation; misspellings that begin like it are hidden as well. */
function isSecret({ text, quoted }: TreeOperand): boolean {
  const word = text.toUpperCase();
  // A letter that only looks like one of ours, as pasted from a page, does not make PASSWORD another word.
  const misprinted = /^P[^\x00-\x7f]/.test(word);
  return !quoted && word !== '' && (word === 'P' || misprinted || SECRETS.some((start) => word.startsWith(start)));
}

function firstWord(text: string): string {
  return /^[\s,]*([A-Za-z@#$][A-Za-z0-9@#$]{0,7})(?![^\s,(])/.exec(text)?.[1]?.toUpperCase() ?? '?';
}
