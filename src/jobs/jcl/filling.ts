/** Symbols filled in: in the operands of statements, and in in-stream data that ask for it. */
import type { Remark, Unset } from '../carrier.ts';
import type { PlacedLine } from '../continuation.ts';
import type { Budget } from './budget.ts';
import type { DataLine, Place } from './model.ts';
import { isTemplate, substitute, symbolsIn } from './substitution.ts';
import type { Symbols } from './symbols.ts';
import { isSystemSymbol } from './system-symbols.ts';
import type { Template } from './template.ts';

/** The operand field with every known symbol filled in; one that nobody knows stays as it is. */
export function fillField(field: string, symbols: Symbols, budget: Budget, at: Place): string {
  return substitute(field, (name, { quoted }) => {
    const text = symbols.look(name)?.text ?? symbols.system(name);
    if (text === null) return null;
    budget.characters(text.length, at);
    // What comes from a symbol is text: its ampersands begin no symbol, its apostrophes end no value.
    const plain = text.replace(/&&|&/g, '&&');
    return quoted ? plain.replaceAll("'", "''") : plain;
  });
}

/** What has no value in a filled-in operand: symbols, and placeholders of a template. */
export type FindUnset = (operand: string | null) => readonly Unset[];

/** Finds it in operands of the statement `at`. */
export function unsetFinder({ file, line }: Place, template: Template): FindUnset {
  return (operand) => {
    if (operand === null) return [];
    const symbols = symbolsIn(operand).filter(({ name, at }) => !isTemplate(operand, at, name));
    return [...symbols, ...template.left(operand)].map(({ name, text }) => ({ file, line, name, text }));
  };
}

/**
 * The same for a relational expression, where an ampersand behind an operand is the word AND, and an angle bracket
 * no placeholder.
 */
export function unsetInExpression(expression: string, { file, line }: Place, template: Template): readonly Unset[] {
  const symbols = symbolsIn(expression).filter(({ at }) => {
    const before = expression.slice(Math.max(0, at - OPERAND), at).trimEnd();
    const word = /[A-Z0-9@#$.')]+$/i.exec(before)?.[0].toUpperCase();
    return word === undefined || /^(?:EQ|NE|GT|LT|GE|LE|NG|NL|NOT|AND|OR)$/.test(word);
  });
  const placeholders = template.left(expression).filter(({ text }) => /^\$?\{/.test(text));
  return [...symbols, ...placeholders].map(({ name, text }) => ({ file, line, name, text }));
}

/** Characters looked at in front of an ampersand. */
const OPERAND = 100;

/** TSO reads 72 columns; 73 to 80 are for sequence numbers. */
const COLUMNS = 72;

export interface FilledData {
  readonly lines: readonly DataLine[];
  readonly hints: readonly Remark[];
  readonly unset: readonly Unset[];
}

/** Data as they stand. */
export function plainData(lines: readonly PlacedLine[], file: string): FilledData {
  return { lines: lines.map((line) => dataLine(line, file)), hints: [], unset: [] };
}

export function dataLine({ text, line, filled }: PlacedLine, file: string): DataLine {
  const end = endOfText(text);
  const data = { text: text.slice(0, end), beyond: text.slice(end), line, file };
  return filled === true ? { ...data, filled } : data;
}

/** A placeholder without a value is not cut in two: it would no longer be known as one. */
function endOfText(text: string): number {
  if (text.length <= COLUMNS) return COLUMNS;
  for (const { 0: whole, index } of text.slice(0, COLUMNS + LONGEST).matchAll(/[{<][^{}<>]{0,200}\}{0,2}>?/g)) {
    if (index < COLUMNS && index + whole.length > COLUMNS && /[}>]$/.test(whole)) return index + whole.length;
  }
  return COLUMNS;
}

/** Characters of a placeholder. */
const LONGEST = 200;

/**
 * Data of a DD with SYMBOLS=: exported symbols are filled in, `system` ones too where asked for. A symbol that is
 * known and not exported stays, as on z/OS, with a hint. `NAME=&NAME` is a template for RACF and stays.
 */
export function fillData(
  lines: readonly PlacedLine[],
  file: string,
  symbols: Symbols,
  budget: Budget,
  system: boolean,
): FilledData {
  const hints = new Map<string, Remark>();
  const unset: Unset[] = [];
  const stays = (name: string, line: number, why: string): null => {
    if (!hints.has(name)) hints.set(name, { file, line, text: `&${name} stays as it is: ${why}` });
    return null;
  };
  const filled = lines.map((line): DataLine => {
    const raw = dataLine(line, file);
    const text = substitute(raw.text, (name, { at }) => {
      const known = symbols.look(name);
      const value = known?.exported === true ? known.text : system && known === null ? symbols.system(name) : null;
      if (value !== null) {
        budget.characters(value.length, raw);
        return value;
      }
      if (isTemplate(raw.text, at, name)) return null;
      if (known !== null) return stays(name, line.line, 'no EXPORT SYMLIST= before its SET names it');
      if (!system && isSystemSymbol(name)) return stays(name, line.line, 'SYMBOLS=JCLONLY takes no system symbols');
      unset.push({ file, line: line.line, name, text: `&${name}` });
      return null;
    });
    if (text.trimEnd().length > COLUMNS && raw.text.trimEnd().length <= COLUMNS) {
      hints.set(`${line.line}`, { file, line: line.line, text: 'with its symbols the line goes beyond column 72' });
    }
    return text === raw.text ? raw : { ...raw, text, filled: true };
  });
  return { lines: filled, hints: [...hints.values()], unset };
}
