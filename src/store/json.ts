/** JSON of the store: one spelling when written, checked field by field when read. */
import { corrupt } from './failures.ts';

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

/** Keys sorted, two blanks, a newline at the end: a change is a small difference in git. */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

/** The same on one line, for files that grow line by line. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(sorted(value))}\n`;
}

/** Fields of an object, each asked for by name and type; throws `store/corrupt` naming the file. */
export interface Fields {
  text(name: string): string;
  textOrNull(name: string): string | null;
  number(name: string): number;
  flag(name: string): boolean;
  oneOf<T extends string>(name: string, among: readonly T[]): T;
  list(name: string): readonly unknown[];
  /** A list of texts. */
  texts(name: string): readonly string[];
  /** A list of objects, each read by `read`. */
  each<T>(name: string, read: (fields: Fields) => T): readonly T[];
  has(name: string): boolean;
  value(name: string): unknown;
}

export function fieldsOf(value: unknown, file: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw corrupt(file, 'is not a JSON object');
  const record = new Map<string, unknown>(Object.entries(value));
  const wrong = (name: string): Error => corrupt(file, `lacks a proper ${JSON.stringify(name)}`);
  const text = (name: string): string => {
    const found = record.get(name);
    if (typeof found !== 'string') throw wrong(name);
    return found;
  };
  const list = (name: string): readonly unknown[] => {
    const found = record.get(name);
    if (!Array.isArray(found)) throw wrong(name);
    return found;
  };
  return {
    text,
    textOrNull: (name) => (record.get(name) === null ? null : text(name)),
    number(name) {
      const found = record.get(name);
      if (typeof found !== 'number' || !Number.isSafeInteger(found) || found < 0) throw wrong(name);
      return found;
    },
    flag(name) {
      const found = record.get(name);
      if (typeof found !== 'boolean') throw wrong(name);
      return found;
    },
    oneOf(name, among) {
      const found = among.find((each) => each === record.get(name));
      if (found === undefined) throw wrong(name);
      return found;
    },
    list,
    texts(name) {
      return list(name).map((each) => {
        if (typeof each !== 'string') throw wrong(name);
        return each;
      });
    },
    each: (name, read) => list(name).map((each) => read(fieldsOf(each, file))),
    has: (name) => record.has(name),
    value: (name) => record.get(name),
  };
}

/** Reads a JSON object. The parser's own words are dropped: they quote the file, which may hold a key. */
export function parseFields(text: string, file: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw corrupt(file, text.trim() === '' ? 'is empty' : 'is not JSON');
  }
  return fieldsOf(value, file);
}
