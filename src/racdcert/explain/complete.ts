/**
 * What may stand at the end of a RACDCERT command that is being typed: keywords, labels, rings and users.
 *
 * Answers come from the declarations and from the store; what neither knows has no completion.
 */
import { CERTAUTH, SITE, userOwner, type Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import type { OperandTable } from '../../tso/operand.ts';
import { quote } from '../../tso/print.ts';
import { KEYWORDS } from '../keywords.ts';

export interface Completions {
  /** What the candidates replace: the end of the text. */
  readonly typed: string;
  /** Whole words, in the order to offer them. */
  readonly candidates: readonly string[];
}

/** Beyond so many, candidates are no help. */
const MOST = 200;

/** The words of `text` that are still open: keywords with their parenthesis, then what is being typed. */
interface Open {
  readonly keywords: readonly string[];
  readonly typed: string;
  readonly quoted: boolean;
}

/** `text` ends at the cursor; the name RACDCERT may stand in front. */
export async function complete(text: string, view: StoreView, issuer: string): Promise<Completions> {
  const open = openAt(text);
  const { typed } = open;
  const offered = await offer(text, open, view, issuer);
  const start = (open.quoted ? typed.replace(/^'/, '') : typed).toUpperCase();
  const candidates = offered.filter((each) => each.replace(/^'/, '').toUpperCase().startsWith(start));
  return { typed, candidates: candidates.slice(0, MOST) };
}

async function offer(
  text: string,
  { keywords, quoted }: Open,
  view: StoreView,
  issuer: string,
): Promise<readonly string[]> {
  const inner = keywords.at(-1);
  const owner = ownerIn(text, keywords.length > 1, issuer);
  if (inner === 'LABEL') return (await view.certificatesOf(owner)).map(({ label }) => quote(label));
  if (inner === 'ID') return (await view.users()).map(({ id }) => id);
  if (inner === 'RING' || inner === 'LISTRING' || inner === 'DELRING') {
    return (await view.ringsOf(owner.kind === 'user' ? ringOwner(text, issuer) : issuer)).map(({ name }) => name);
  }
  if (inner === 'TOKEN' || inner === 'DELTOKEN' || inner === 'LISTTOKEN') {
    return (await view.tokens()).map(({ name }) => name);
  }
  if (quoted) return [];
  const level = levelOf(keywords);
  if (level === null) return [];
  if (level.kind === 'words') return level.words;
  return Object.entries(level.table).map(([name, { takes }]) => (takes === 'value' ? `${name}(` : name));
}

type Level =
  | { readonly kind: 'table'; readonly table: OperandTable }
  | { readonly kind: 'words'; readonly words: readonly string[] };

function levelOf(keywords: readonly string[]): Level | null {
  let table = KEYWORDS;
  for (const keyword of keywords) {
    const operand = table[keyword];
    if (operand?.words !== undefined) return { kind: 'words', words: operand.words };
    if (operand?.keywords === undefined) return null;
    table = operand.keywords;
  }
  return { kind: 'table', table };
}

/** Quotes and parentheses decide; comments and doubled quotes need no care here: nobody completes in them. */
function openAt(text: string): Open {
  const keywords: string[] = [];
  let word = '';
  let start = 0;
  let quotedFrom = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quotedFrom >= 0) {
      if (character === "'") {
        quotedFrom = -1;
        start = at + 1;
      }
      continue;
    }
    if (character === "'") quotedFrom = at;
    else if (character === '(') keywords.push(word.toUpperCase());
    else if (character === ')') keywords.pop();
    if (/[A-Za-z0-9@#$.*_-]/.test(character)) {
      // A blank may stand between a keyword and its parenthesis.
      if (start === at) word = '';
      word += character;
    } else start = at + 1;
    if (character === ')') word = '';
  }
  const from = quotedFrom >= 0 ? quotedFrom : start;
  return { keywords, typed: text.slice(from), quoted: quotedFrom >= 0 };
}

/** The owner as far as the text names one: the last one outside parentheses, or within those being typed. */
function ownerIn(text: string, nested: boolean, issuer: string): Owner {
  const scope = nested ? text.slice(openingOf(text)) : text;
  const inner = lastOwner(scope);
  return inner ?? lastOwner(text) ?? userOwner(issuer);
}

function lastOwner(text: string): Owner | null {
  const found = [...text.matchAll(/\bID *\( *([A-Za-z0-9@#$]+)|\b(CERTAUTH|SITE)\b/gi)].at(-1);
  if (found === undefined) return null;
  const [, id, pool] = found;
  if (id !== undefined) return userOwner(id.toUpperCase());
  return pool?.toUpperCase() === 'SITE' ? SITE : CERTAUTH;
}

function ringOwner(text: string, issuer: string): string {
  const outer = /^[^(]*\bID *\( *([A-Za-z0-9@#$]+)/i.exec(text)?.[1];
  return (outer ?? issuer).toUpperCase();
}

/** Where the outermost parenthesis that is still open stands. */
function openingOf(text: string): number {
  const opened: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '(') opened.push(at);
    else if (text.charAt(at) === ')') opened.pop();
  }
  return opened[0] ?? 0;
}
