/**
 * An exec from its text to steps: clauses, and the blocks that hold them.
 *
 * z/OS TSO/E REXX Reference, "Clauses" and "Keyword instructions". The whole exec is read before any of it runs:
 * one that is not well formed runs nothing.
 */
import { Assembly } from './assembly.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Code } from './code.ts';
import { readExpression, referenceOf } from './expression.ts';
import { Fault, Stop } from './faults.ts';
import { readInstruction } from './instructions.ts';
import { readLoop } from './loop.ts';
import { scan, type Token } from './scan.ts';
import { TokenReader } from './token-reader.ts';

const THEN: ReadonlySet<string> = new Set(['THEN']);

/** The words and signs of an exec; throws a `Fault` with the line where the text is no REXX. */
export function scanLines(lines: readonly string[]): readonly Token[] {
  return scan(`${lines.join('\n')}\n`);
}

/** Throws a `Fault` with the line where clauses do not fit together, and a `Stop` beyond the bounds. */
export function readExec(tokens: readonly Token[], lines: readonly string[]): Code {
  const block = new BlockReader(new TokenReader(tokens));
  block.clauses(0);
  const token = block.reader.peek();
  if (!block.reader.atEnd) throw new Fault(token.text === 'END' ? 10 : 9, '', token.line);
  return block.out.finish(lines);
}

/** Lines of templates of z/OSMF workflows: they choose parts of the text before it is an exec. */
const OF_TEMPLATES: ReadonlySet<string> = new Set(['#IF', '#ELSEIF', '#ELSE', '#END', '#SET', '#FOREACH']);

class BlockReader {
  readonly out = new Assembly();
  readonly reader: TokenReader;

  constructor(reader: TokenReader) {
    this.reader = reader;
  }

  /** Clauses up to an END, WHEN or OTHERWISE, which is left, or to the end of the exec. */
  clauses(depth: number): void {
    for (;;) {
      this.reader.skipEnds();
      if (this.reader.atEnd || this.#isKeyword('END', 'WHEN', 'OTHERWISE')) return;
      if (!this.#label()) this.#clause(depth);
    }
  }

  /** True when the next word is one of these, as a keyword: neither assigned nor a label. */
  #isKeyword(...words: readonly string[]): boolean {
    const token = this.reader.peek();
    const after = this.reader.peek(1);
    const isName = after.kind === ':' || (after.kind === 'operator' && after.text === '=');
    return token.kind === 'symbol' && !isName && words.includes(token.text);
  }

  #label(): boolean {
    const token = this.reader.peek();
    if (token.kind !== 'symbol' || this.reader.peek(1).kind !== ':') return false;
    this.out.label(token.text);
    this.reader.next();
    this.reader.next();
    return true;
  }

  #clause(depth: number): void {
    const { reader } = this;
    const token = reader.peek();
    if (depth > LIMITS.rexx.blocks)
      throw new Fault(11, `more than ${LIMITS.rexx.blocks} blocks within each other`, token.line);
    if (token.kind === 'symbol' && OF_TEMPLATES.has(token.text)) {
      throw new Stop(`${token.text.toLowerCase()} belongs to a template, which has to be filled in first`, token.line);
    }
    const after = reader.peek(1);
    if (token.kind === 'symbol' && after.kind === 'operator' && after.text === '=') this.#assignment();
    else if (this.#isKeyword('IF')) this.#condition(depth);
    else if (this.#isKeyword('DO')) this.#loop(depth);
    else if (this.#isKeyword('SELECT')) this.#selection(depth);
    else if (this.#isKeyword('THEN', 'ELSE')) throw new Fault(8, '', token.line);
    else if (this.#isKeyword('END')) throw new Fault(10, '', token.line);
    else if (this.#isKeyword('WHEN', 'OTHERWISE')) throw new Fault(9, '', token.line);
    else {
      const keyword = this.#isKeyword(token.text) ? token.text : null;
      this.out.add(readInstruction(reader, keyword), token.line);
      this.#endOfClause();
    }
  }

  #assignment(): void {
    const token = this.reader.next();
    this.reader.next();
    const target = referenceOf(token.text);
    if (target === null) throw new Fault(31, token.text, token.line);
    this.out.add({ kind: 'assign', target, value: readExpression(this.reader) }, token.line);
    this.#endOfClause();
  }

  #endOfClause(): void {
    const token = this.reader.peek();
    if (token.kind === 'end') return;
    if (token.kind === ')' || token.kind === ',') throw new Fault(37, token.text, token.line);
    throw new Fault(21, token.kind === 'string' ? '' : token.text, token.line);
  }

  /** The instruction that THEN, ELSE or a WHEN leads to. */
  #branch(depth: number, line: number): void {
    this.reader.skipEnds();
    if (this.reader.atEnd) throw new Fault(14, '', line);
    this.#clause(depth + 1);
  }

  /** `expression THEN instruction`; gives the index of the step that jumps over it. */
  #guarded(depth: number, line: number): number {
    const { reader, out } = this;
    reader.next();
    const condition = readExpression(reader, THEN);
    if (condition === null) throw new Fault(35, 'a condition is missing', line);
    const at = out.add({ kind: 'branch', condition, to: 0 }, line);
    reader.skipEnds();
    if (!reader.take('THEN')) throw new Fault(18, '', line);
    this.#branch(depth, line);
    // One step follows the instruction: the jump that leads over what comes instead of it.
    out.replace(at, { kind: 'branch', condition, to: out.here + 1 });
    return out.add({ kind: 'jump', to: out.here + 1 }, line);
  }

  #condition(depth: number): void {
    const { reader, out } = this;
    const { line } = reader.peek();
    const over = this.#guarded(depth, line);
    reader.skipEnds();
    if (!this.#isKeyword('ELSE')) return;
    reader.next();
    this.#branch(depth, line);
    out.replace(over, { kind: 'jump', to: out.here });
  }

  #selection(depth: number): void {
    const { reader, out } = this;
    const { line } = reader.next();
    this.#endOfClause();
    reader.skipEnds();
    const overs: number[] = [];
    while (this.#isKeyword('WHEN')) {
      overs.push(this.#guarded(depth, reader.peek().line));
      reader.skipEnds();
    }
    if (overs.length === 0) throw new Fault(7, '', line);
    if (this.#isKeyword('OTHERWISE')) {
      reader.next();
      this.clauses(depth + 1);
    } else out.add({ kind: 'fault', number: 7, detail: 'no WHEN holds, and there is no OTHERWISE' }, line);
    this.#end(null, line);
    for (const over of overs) out.replace(over, { kind: 'jump', to: out.here });
  }

  #loop(depth: number): void {
    const { reader, out } = this;
    const { line } = reader.next();
    const loop = readLoop(reader);
    this.#endOfClause();
    if (loop === null) {
      this.clauses(depth + 1);
      this.#end(null, line);
      return;
    }
    const start = out.add({ kind: 'jump', to: 0 }, line);
    const again = out.add({ kind: 'turn' }, line);
    this.clauses(depth + 1);
    const next = out.add({ kind: 'repeat', again }, this.#end(loop.name, line));
    out.replace(start, { kind: 'loop', loop, next, exit: out.here });
  }

  /** END, with the name of the loop or none; gives its line. */
  #end(name: string | null, start: number): number {
    const { reader } = this;
    reader.skipEnds();
    if (reader.atEnd) throw new Fault(14, 'this block has no END', start);
    const { line } = reader.peek();
    if (!reader.take('END')) throw new Fault(9, '', line);
    const token = reader.peek();
    if (token.kind === 'symbol') {
      reader.next();
      if (token.text !== name) throw new Fault(10, token.text, line);
    }
    this.#endOfClause();
    return line;
  }
}
