/**
 * A command without its passwords, for the history and for echoes.
 *
 * The text is written anew from the parse tree, so that odd blanks, abbreviations and doubled quotes cannot
 * hide a value. Text that cannot be parsed is not kept at all, but for the function's name.
 */
import type { Problem, TreeOperand } from '../tso/operand.ts';
import { quote } from '../tso/print.ts';
import type { CommandTree } from '../tso/tree.ts';

/** RACDCERT's own, and the pass phrase of the commands around it. */
const SECRETS = ['PASSWORD', 'PHRASE'];
/** So many letters tell PASSWORD from PKDS and PCICC. A single P may mean any of them: it is taken for the secret. */
const TELLING = 2;
const HIDDEN = '(********)';

/** `tree` is what `text` was parsed into. */
export function withoutSecrets(tree: CommandTree | Problem, text: string): string {
  // An unclosed quote may have swallowed anything: nothing of such a text is safe to keep.
  if (tree.kind === 'problem') return firstWord(text);
  return [tree.command, ...written(tree.operands, true)].join(' ');
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
  return sub !== null || keyword.length < text.length ? `${keyword}${HIDDEN}` : keyword;
}

function write({ text, quoted, sub }: TreeOperand): string {
  const word = quoted ? quote(text) : text;
  return sub === null ? word : `${word}(${written(sub, false).join(' ')})`;
}

/** In any abbreviation; misspellings that begin like it are hidden as well. */
function isSecret({ text, quoted }: TreeOperand): boolean {
  const start = text.toUpperCase().slice(0, TELLING);
  return !quoted && SECRETS.some((word) => word.startsWith(start));
}

function firstWord(text: string): string {
  return /^[A-Za-z@#$][A-Za-z0-9@#$]{0,7}(?![^\s,(])/.exec(text.replace(/^[\s,]+/, ''))?.[0]?.toUpperCase() ?? '?';
}
