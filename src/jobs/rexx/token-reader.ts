/** The words and signs of an exec, one after the other, with a look ahead. */
import type { Token } from './scan.ts';

const BEHIND: Token = { kind: 'end', text: '', line: 0, blank: false };

export class TokenReader {
  #at = 0;

  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The next one, or one further on; behind the last there are only ends. */
  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? BEHIND;
  }

  next(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }

  get atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** Takes the next one when it is this word. */
  take(word: string): boolean {
    const token = this.peek();
    if (token.kind !== 'symbol' || token.text !== word) return false;
    this.#at++;
    return true;
  }

  /** Passes over empty clauses. */
  skipEnds(): void {
    while (!this.atEnd && this.peek().kind === 'end') this.#at++;
  }
}
