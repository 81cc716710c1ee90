/** Symbols filled in: in the operands of statements, and in in-stream data that ask for it. */
import type { Remark, SourceLine, Unset } from '../carrier.ts';
import type { Budget } from './budget.ts';
import type { DataLine, Place } from './model.ts';
import { isTemplate, substitute, symbolsIn } from './substitution.ts';
import type { Symbols } from './symbols.ts';
import { isSystemSymbol } from './system-symbols.ts';

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

/** Symbols left in a filled-in operand: those without a value. */
export function unsetIn(operand: string | null, { file, line }: Place): readonly Unset[] {
  if (operand === null) return [];
  return symbolsIn(operand)
    .filter(({ name, at }) => !isTemplate(operand, at, name))
    .map(({ name, text }) => ({ file, line, name, text }));
}

/** The same for a relational expression, where an ampersand behind an operand is the word AND. */
export function unsetInExpression(expression: string, { file, line }: Place): readonly Unset[] {
  return symbolsIn(expression)
    .filter(({ at }) => {
      const before = expression.slice(0, at).trimEnd();
      const word = /[A-Z0-9@#$.')]+$/i.exec(before)?.[0].toUpperCase();
      return word === undefined || /^(?:EQ|NE|GT|LT|GE|LE|NG|NL|NOT|AND|OR)$/.test(word);
    })
    .map(({ name, text }) => ({ file, line, name, text }));
}

/** TSO reads 72 columns; 73 to 80 are for sequence numbers. */
const COLUMNS = 72;

export interface FilledData {
  readonly lines: readonly DataLine[];
  readonly hints: readonly Remark[];
  readonly unset: readonly Unset[];
}

/** Data as they stand. */
export function plainData(lines: readonly SourceLine[], file: string): FilledData {
  return { lines: lines.map((line) => dataLine(line, file)), hints: [], unset: [] };
}

export function dataLine({ text, line }: SourceLine, file: string): DataLine {
  return { text: text.slice(0, COLUMNS), beyond: text.slice(COLUMNS), line, file };
}

/**
 * Data of a DD with SYMBOLS=: exported symbols are filled in, `system` ones too where asked for. A symbol that is
 * known and not exported stays, as on z/OS, with a hint. `NAME=&NAME` is a template for RACF and stays.
 */
export function fillData(
  lines: readonly SourceLine[],
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
