/**
 * YAML as texts, lists and maps with their lines, bounded: all that task lists need of it.
 *
 * YAML 1.2.2, failsafe schema (10.1): every scalar is a text, as Ansible pastes it into a command.
 */
import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
} from 'yaml';
import { LIMITS } from '../../core/limits.ts';

export type YamlNode = YamlText | YamlList | YamlMap;

export interface YamlText {
  readonly kind: 'text';
  readonly text: string;
  /** Line of its first character, from 1. */
  readonly line: number;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly line: number;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly line: number;
}

export interface YamlEntry {
  readonly key: string;
  /** Line of the key. */
  readonly line: number;
  readonly value: YamlNode;
}

/** The documents of a text, or what is wrong with it and where. */
export type YamlReading =
  | { readonly kind: 'documents'; readonly documents: readonly YamlNode[] }
  | { readonly kind: 'bad'; readonly line: number; readonly reason: string };

/**
 * Keys that come twice are Ansible's business: the last one counts. To look for them takes quadratic time, and so does
 * an excerpt of the text with each of many errors.
 */
const OPTIONS = { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false, prettyErrors: false } as const;

/** Reads `text`; never throws. Tags are not looked at, and a merge key is a key like any other. */
export function readYaml(text: string): YamlReading {
  if (text.length > LIMITS.yamlFile) return bad(1, `longer than ${LIMITS.yamlFile} characters`);
  const lines = new LineCounter();
  try {
    const nodes: YamlNode[] = [];
    const budget = { left: LIMITS.yamlNodes };
    for (const document of documentsOf(text, lines)) {
      const [error] = document.errors;
      if (error !== undefined) return bad(lines.linePos(error.pos[0]).line, reasonOf(error.message));
      const copy = copier(lines, budget);
      if (document.contents !== null) nodes.push(copy(document.contents, 0));
    }
    return { kind: 'documents', documents: nodes };
  } catch (error) {
    // The package walks deep nesting by recursion: the end of the stack is the input's doing.
    if (error instanceof Broken) return bad(lines.linePos(error.at).line, reasonOf(error.message));
    return bad(1, error instanceof TooMuch ? error.message : DEEP);
  }
}

/** Signs out of place in one document; what has more is something else. */
const ERRORS = 20;

/** One after the other, so that what comes behind the first bad one is not read. Throws `Broken`. */
function* documentsOf(text: string, lines: LineCounter): Generator<Document.Parsed, void> {
  const composer = new Composer(OPTIONS);
  let errors = 0;
  for (const token of tokensOf(text, lines)) {
    if (token.type === 'error' && ++errors > ERRORS) throw new Broken(token.message, token.offset);
    yield* composer.next(token);
  }
  yield* composer.end();
}

/** What `Parser.parse` does, and brackets counted, whose depth costs the package seconds. */
function* tokensOf(text: string, lines: LineCounter): Generator<CST.Token, void> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let depth = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '[' || lexeme === '{') depth++;
    else if (lexeme === ']' || lexeme === '}') depth--;
    if (depth > LIMITS.yamlDepth) throw new TooMuch(DEEP);
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

function bad(line: number, reason: string): YamlReading {
  return { kind: 'bad', line, reason };
}

function reasonOf(message: string): string {
  return message.includes('call stack') ? DEEP : message.slice(0, 120);
}

const DEEP = 'nested too deeply to be read';

class TooMuch extends Error {}

/** No YAML from this place on. */
class Broken extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Copies the package's nodes to ours, counting them: aliases of aliases multiply. */
function copier(lines: LineCounter, budget: { left: number }): (from: unknown, depth: number) => YamlNode {
  // An alias means the last anchor of its name before it (YAML 3.2.2.2); the package would search anew each time.
  const anchors = new Map<string, unknown>();

  function lineOf(node: unknown): number {
    const start = (node as { range?: readonly [number, number, number] | null } | null)?.range?.[0];
    return start === undefined ? 1 : lines.linePos(start).line;
  }

  function copy(from: unknown, depth: number): YamlNode {
    if (--budget.left < 0) throw new TooMuch(`more than ${LIMITS.yamlNodes} values, aliases counted`);
    if (depth > LIMITS.yamlDepth) throw new TooMuch(`nested more than ${LIMITS.yamlDepth} deep`);
    if (isAlias(from)) return copy(anchors.get(from.source), depth + 1);
    if (isNode(from) && from.anchor !== undefined) anchors.set(from.anchor, from);
    const line = lineOf(from);
    if (isSeq(from)) return { kind: 'list', items: from.items.map((item) => copy(item, depth + 1)), line };
    if (isMap(from)) return { kind: 'map', entries: from.items.map((pair) => entry(pair, depth)), line };
    const block = isScalar(from) && (from.type === 'BLOCK_FOLDED' || from.type === 'BLOCK_LITERAL');
    return { kind: 'text', text: textOf(from), line: block ? line + 1 : line };
  }

  function entry({ key, value }: { key: unknown; value: unknown }, depth: number): YamlEntry {
    return { key: textOf(key), line: lineOf(key), value: copy(value, depth + 1) };
  }

  return copy;
}

function textOf(node: unknown): string {
  return isScalar(node) && node.value !== null && node.value !== undefined ? String(node.value) : '';
}
