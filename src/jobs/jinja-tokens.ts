/** Words of an expression of Jinja: quoted texts, names, whole numbers, signs. */

export interface JinjaToken {
  readonly kind: 'text' | 'name' | 'number' | 'sign';
  /** Without the quotes of a text. */
  readonly text: string;
}

const TOKEN =
  /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([A-Za-z_][A-Za-z0-9_]*)|(\d+)|(==|!=|<=|>=|[<>|.,()[\]~+]))/y;

/** More than these nobody writes between braces. */
const MOST = 500;

/** Null where something else stands. */
export function tokensOf(source: string): readonly JinjaToken[] | null {
  const tokens: JinjaToken[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = tokens.length < MOST ? TOKEN.exec(text) : null;
    if (found === null) return null;
    const [, quoted, name, number, sign] = found;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}
