/**
 * What may stand at the end of a RACDCERT command that is being typed: keywords, labels, rings and users.
 *
 * Answers come from the declarations and from the store; what neither knows has no completion.
 */
import { CERTAUTH, SITE, userOwner, type Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import { type Completions, fitting, keywordsOf, type Open, openAt } from '../../tso/being-typed.ts';
import type { OperandTable } from '../../tso/operand.ts';
import { quote } from '../../tso/print.ts';
import { KEYWORDS } from '../keywords.ts';

/** `text` ends at the cursor; the name RACDCERT may stand in front. */
export async function complete(text: string, view: StoreView, issuer: string): Promise<Completions> {
  const open = openAt(text);
  return fitting(open, await offer(text, open, view, issuer));
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
  if (inner === 'ID') return await userIds(view);
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
  return keywordsOf(level.table);
}

/** Owners to choose from; more are no help. */
const OWNERS = 200;

/** Those that are defined, and those that own something without being so. */
async function userIds(view: StoreView): Promise<readonly string[]> {
  const defined = (await view.users()).map(({ id }) => id);
  return [...new Set([...defined, ...(await view.owners(OWNERS))])].sort();
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
