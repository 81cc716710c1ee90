/** A command as a tree: its name, and operands with what stands in their parentheses. */
import { LIMITS } from '../core/limits.ts';
import type { Message } from '../core/message.ts';
import { foldUpper } from './fold.ts';
import { nameless, problem } from './problem.ts';
import { tokenize, type Token } from './tokens.ts';
import type { Problem, TreeOperand } from './operand.ts';

export interface CommandTree {
  readonly kind: 'command';
  /** In upper case; an implicit EXEC keeps its percent sign. */
  readonly command: string;
  readonly operands: readonly TreeOperand[];
  /** TSO's remarks that do not stop the command (IKJ56716I), printed before the command's own messages. */
  readonly notes: readonly Message[];
}

/** TSO/E Command Reference: up to eight letters, digits and national characters, the first not a digit. */
const COMMAND_NAME = /^%?[A-Za-z@#$][A-Za-z0-9@#$]{0,7}$/;

export function parseCommand(text: string): CommandTree | Problem {
  const tokens = tokenize(text);
  if (!isTokens(tokens)) return tokens;
  const [name, next] = tokens;
  if (name === undefined) return problem(0, 'RNGT909I', {});
  const joined = next?.kind === 'open' && next.at === name.end;
  if (name.kind !== 'word' || joined || !COMMAND_NAME.test(name.text)) {
    return problem(name.at, 'IKJ56621I', {});
  }
  const parsed = parseOperands(tokens.slice(1));
  if (parsed.kind === 'problem') return parsed;
  const notes = parsed.surplus === 0 ? [] : [{ id: 'IKJ56716I', inserts: { text: ')'.repeat(parsed.surplus) } }];
  return { kind: 'command', command: foldUpper(name.text), operands: parsed.operands, notes };
}

function isTokens(tokens: readonly Token[] | Problem): tokens is readonly Token[] {
  return Array.isArray(tokens);
}

/** A tree operand while its list is still being read. */
interface Growing extends TreeOperand {
  sub: Growing[] | null;
}

interface Parsed {
  readonly kind: 'parsed';
  readonly operands: readonly TreeOperand[];
  /** Right parentheses that closed nothing. */
  readonly surplus: number;
}

/** Parentheses still open at the end are closed there, without a word: that is what TSO's parser does. */
function parseOperands(tokens: readonly Token[]): Parsed | Problem {
  const operands: Growing[] = [];
  const outer: Growing[][] = [];
  let level = operands;
  let surplus = 0;
  for (const token of tokens) {
    if (token.kind === 'word' || token.kind === 'quoted') {
      level.push({ text: token.text, quoted: token.kind === 'quoted', at: token.at, sub: null });
    } else if (token.kind === 'open') {
      // A list may stand directly behind the command's name: ADDUSER (A B). It is an operand without a name.
      if (level === operands && level.length === 0) level.push({ text: '', quoted: false, at: token.at, sub: null });
      const keyword = level.at(-1);
      // A blank before the parenthesis is tolerated: nothing else can be meant than the word before it.
      if (keyword === undefined || keyword.quoted || keyword.sub !== null) return nameless(token.at);
      if (outer.length >= LIMITS.commandDepth) {
        return problem(token.at, 'RNGT907I', { limit: String(LIMITS.commandDepth), column: String(token.at + 1) });
      }
      outer.push(level);
      keyword.sub = [];
      level = keyword.sub;
    } else {
      const around = outer.pop();
      if (around === undefined) surplus++;
      else level = around;
    }
  }
  return { kind: 'parsed', operands, surplus };
}
