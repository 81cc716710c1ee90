/**
 * Shell text as words and operators, for reading it without a shell.
 *
 * POSIX.1-2017, Shell Command Language, 2.2 "Quoting" and 2.3 "Token recognition". What only a running shell could
 * tell is kept as such; nothing is expanded here.
 */
import type { SourceLine } from '../carrier.ts';

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `$name` or `${name}`; with `${name:-text}` what stands for it when it has no value. */
  | { readonly kind: 'variable'; readonly name: string; readonly text: string; readonly otherwise: string | null }
  /** A substitution, an argument of the script, an expansion not known here. */
  | { readonly kind: 'running'; readonly text: string };

export type ShellToken =
  | { readonly kind: 'word'; readonly parts: readonly Part[]; readonly line: number; readonly quoted: boolean }
  | { readonly kind: 'operator'; readonly text: string; readonly line: number }
  /** What stands between `<<END` and END. */
  | { readonly kind: 'document'; readonly text: string; readonly line: number };

export interface ShellText {
  readonly tokens: readonly ShellToken[];
  /** Line of a quote or substitution that never ends; null when there is none. */
  readonly unclosed: number | null;
}

const PLACEHOLDER = /<[A-Za-z_][A-Za-z0-9_.-]*>/y;
const OPERATORS: readonly string[] = ['<<-', '<<<', '<<', '>>', '&&', '||', ';;', '|', '&', ';', '(', ')', '<', '>'];

export function shellTokens(lines: readonly SourceLine[]): ShellText {
  const scan = new Scanner(lines);
  while (scan.next());
  return { tokens: scan.tokens, unclosed: scan.unclosed };
}

class Scanner {
  readonly tokens: ShellToken[] = [];
  unclosed: number | null = null;
  readonly #text: string;
  readonly #starts: readonly number[];
  readonly #numbers: readonly number[];
  #at = 0;
  #row = 0;
  /** Delimiters of here-documents that begin with the next line. */
  #awaited: string[] = [];

  constructor(lines: readonly SourceLine[]) {
    this.#text = lines.map(({ text }) => `${text}\n`).join('');
    let start = 0;
    this.#starts = lines.map(({ text }) => {
      const here = start;
      start += text.length + 1;
      return here;
    });
    this.#numbers = lines.map(({ line }) => line);
  }

  /** Reads one token; false at the end. */
  next(): boolean {
    while (' \t\r'.includes(this.#char()) && this.#char() !== '') this.#at++;
    if (this.#text.startsWith('\\\n', this.#at)) {
      this.#at += 2;
      return true;
    }
    const character = this.#char();
    if (character === '') return false;
    if (character === '#') {
      this.#at = this.#text.indexOf('\n', this.#at);
    } else if (character === '\n') {
      this.#operator('\n');
      this.#at++;
      for (const delimiter of this.#awaited.splice(0)) this.#passDocument(delimiter);
    } else {
      const sign = this.#sign();
      if (sign === undefined) this.#word();
      else {
        this.#operator(sign);
        this.#at += sign.length;
        if (sign === '<<' || sign === '<<-') this.#awaitDocument();
      }
    }
    return true;
  }

  #char(): string {
    return this.#text.charAt(this.#at);
  }

  /** Number of the line at the present place. */
  #line(): number {
    while ((this.#starts[this.#row + 1] ?? Number.POSITIVE_INFINITY) <= this.#at) this.#row++;
    return this.#numbers[this.#row] ?? 1;
  }

  #operator(text: string): void {
    this.tokens.push({ kind: 'operator', text, line: this.#line() });
  }

  #awaitDocument(): void {
    const found = /[ \t]*\\?(?:'([^'\n]*)'|"([^"\n]*)"|([\w.-]+))/y;
    const match = this.#matched(found);
    if (match === null) return;
    this.#at = found.lastIndex;
    this.#awaited.push(match[1] ?? match[2] ?? match[3] ?? '');
  }

  #passDocument(delimiter: string): void {
    const line = this.#line();
    const start = this.#at;
    while (this.#at < this.#text.length) {
      const end = this.#text.indexOf('\n', this.#at);
      const text = this.#text.slice(this.#at, end);
      this.#at = end + 1;
      if (text.replace(/^\t+/, '') === delimiter) break;
    }
    this.tokens.push({ kind: 'document', text: this.#text.slice(start, this.#at), line });
  }

  #word(): void {
    const line = this.#line();
    const parts: Part[] = [];
    const start = this.#at;
    while (!this.#endsWord()) {
      if (this.#part(parts)) continue;
      this.unclosed ??= line;
      this.#at = this.#text.length;
      return;
    }
    // A number directly before a redirection says which stream it is about.
    if ('<>'.includes(this.#char()) && /^\d+$/.test(this.#text.slice(start, this.#at))) return;
    this.tokens.push({ kind: 'word', parts, line, quoted: /['"]/.test(this.#text.charAt(start)) });
  }

  #endsWord(): boolean {
    const character = this.#char();
    return character === '' || ' \t\r\n'.includes(character) || this.#sign() !== undefined;
  }

  /** The operator at the present place. `<name>` is a placeholder of a document, not two redirections. */
  #sign(): string | undefined {
    if (this.#char() === '<' && this.#matched(PLACEHOLDER) !== null) return undefined;
    return OPERATORS.find((each) => this.#text.startsWith(each, this.#at));
  }

  #matched(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }

  /** Reads the next part of a word; false when it never ends. */
  #part(parts: Part[]): boolean {
    const character = this.#char();
    if (character === "'") {
      const end = this.#text.indexOf("'", this.#at + 1);
      if (end === -1) return false;
      parts.push({ kind: 'text', text: this.#text.slice(this.#at + 1, end) });
      this.#at = end + 1;
      return true;
    }
    if (character === '"') {
      this.#at++;
      return this.#doubleQuoted(parts);
    }
    if (character === '$' || character === '`') return this.#expansion(parts);
    if (character === '\\') {
      const next = this.#text.charAt(this.#at + 1);
      if (next !== '\n') parts.push({ kind: 'text', text: next });
      this.#at += 2;
      return true;
    }
    this.#plain(parts, character === '<' ? PLACEHOLDER : /[^\s'"$`\\|&;()<>]+/y);
    return true;
  }

  #doubleQuoted(parts: Part[]): boolean {
    parts.push({ kind: 'text', text: '' });
    for (;;) {
      const character = this.#char();
      if (character === '') return false;
      if (character === '"') {
        this.#at++;
        return true;
      }
      if (character === '$' || character === '`') {
        if (!this.#expansion(parts)) return false;
      } else if (character === '\\') {
        const next = this.#text.charAt(this.#at + 1);
        // Before anything else the backslash stands for itself.
        if (next !== '\n') parts.push({ kind: 'text', text: '$`"\\'.includes(next) ? next : `\\${next}` });
        this.#at += 2;
      } else this.#plain(parts, /[^"$`\\]+/y);
    }
  }

  #plain(parts: Part[], pattern: RegExp): void {
    const text = this.#matched(pattern)?.[0] ?? this.#char();
    parts.push({ kind: 'text', text });
    this.#at += text.length;
  }

  /** What begins with $ or a backquote; false when it never ends. */
  #expansion(parts: Part[]): boolean {
    const named = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::-([^{}$`"'\\]*))?\})/y;
    const match = this.#matched(named);
    if (match !== null) {
      const [text, bare, braced, otherwise] = match;
      parts.push({ kind: 'variable', name: bare ?? braced ?? '', text, otherwise: otherwise ?? null });
      this.#at = named.lastIndex;
      return true;
    }
    const start = this.#at;
    const closing = this.#text.startsWith('$(', start) ? ')' : this.#text.startsWith('${', start) ? '}' : '`';
    if (closing === '`' && this.#char() === '$') {
      const special = /\$[0-9@*#?$!-]/y;
      special.lastIndex = start;
      const found = special.test(this.#text);
      parts.push(found ? { kind: 'running', text: this.#text.slice(start, start + 2) } : { kind: 'text', text: '$' });
      this.#at += found ? 2 : 1;
      return true;
    }
    const end = this.#endOf(closing);
    if (end === -1) return false;
    this.#at = end + 1;
    parts.push({ kind: 'running', text: this.#text.slice(start, this.#at) });
    return true;
  }

  /** Where the substitution at the present place ends; quotes inside are not looked into. */
  #endOf(closing: string): number {
    if (closing === '`') return this.#text.indexOf('`', this.#at + 1);
    const opening = closing === ')' ? '(' : '{';
    let depth = 0;
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const character = this.#text.charAt(at);
      if (character === opening) depth++;
      else if (character === closing && --depth === 0) return at;
    }
    return -1;
  }
}
