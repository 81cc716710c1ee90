/** The head of a DO: repetitor and conditions. z/OS TSO/E REXX Reference, "DO". */
import type { Loop } from './code.ts';
import { type Expression, readExpression, type Reference, referenceOf } from './expression.ts';
import { Fault } from './faults.ts';
import type { TokenReader } from './token-reader.ts';

const WORDS: ReadonlySet<string> = new Set(['TO', 'BY', 'FOR', 'WHILE', 'UNTIL']);

/** Reads what follows DO; null for a plain group. */
export function readLoop(reader: TokenReader): Loop | null {
  if (reader.peek().kind === 'end') return null;
  let control: Reference | null = null;
  let name: string | null = null;
  let from: Expression | null = null;
  let times: Expression | null = null;
  const limits: { word: 'TO' | 'BY' | 'FOR'; value: Expression }[] = [];
  const token = reader.peek();
  const after = reader.peek(1);
  if (token.kind === 'symbol' && after.kind === 'operator' && after.text === '=') {
    control = referenceOf(token.text);
    if (control === null) throw new Fault(31, token.text, token.line);
    if (control.kind === 'stem') throw new Fault(32, token.text, token.line);
    name = token.text;
    reader.next();
    reader.next();
    from = needed(reader);
    for (let word = limitWord(reader); word !== null; word = limitWord(reader)) {
      if (limits.some((each) => each.word === word)) throw new Fault(27, `${word} twice`, token.line);
      reader.next();
      limits.push({ word, value: needed(reader) });
    }
  } else if (!reader.take('FOREVER') && !WORDS.has(token.text)) times = needed(reader);
  const condition = reader.peek();
  const isWhile = reader.take('WHILE');
  const isUntil = !isWhile && reader.take('UNTIL');
  const value = isWhile || isUntil ? needed(reader) : null;
  const rest = reader.peek();
  if (rest.kind === 'symbol' && WORDS.has(rest.text)) throw new Fault(27, rest.text, condition.line);
  return { control, name, from, limits, times, while: isWhile ? value : null, until: isUntil ? value : null };
}

function limitWord(reader: TokenReader): 'TO' | 'BY' | 'FOR' | null {
  const { kind, text } = reader.peek();
  return kind === 'symbol' && (text === 'TO' || text === 'BY' || text === 'FOR') ? text : null;
}

function needed(reader: TokenReader): Expression {
  const { line } = reader.peek();
  const value = readExpression(reader, WORDS);
  if (value === null) throw new Fault(27, 'a value is missing', line);
  return value;
}
