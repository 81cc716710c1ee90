/**
 * A RACDCERT command explained: the function, whose things it works on, operands as understood, what is filled in and
 * what is ignored, and the rules that apply.
 */
import { ownerText, type MappingOwner, type Owner } from '../../core/owner.ts';
import type { CommandView } from '../../core/view.ts';
import { shownOperand } from '../../tso/show-value.ts';
import type { CommandTree } from '../../tso/tree.ts';
import { type Effective, effectiveValues } from './effective.ts';
import { fidelityOf, type OperandFidelity } from '../fidelity/fidelity.ts';
import type { PlanContext, Rule } from '../function.ts';
import { FUNCTIONS } from '../functions/index.ts';
import { type IgnoredKeyword, ignoredKeywords } from './ignored.ts';
import { alternativesTo, isOwnerWord } from '../keywords.ts';
import { understand, type Understanding } from '../understand.ts';

export interface ExplainedOperand extends Omit<OperandFidelity, 'fallback'> {
  /** As it would be typed, names in full: `NOTAFTER(DATE(2027-11-20))`. */
  readonly written: string;
}

export interface Explanation {
  readonly name: string;
  readonly summary: string;
  /** Of the RACF Command Language Reference. */
  readonly topic: string;
  /** Null where no owner counts, or where the command is refused before one is looked for. */
  readonly owner: { readonly text: string; readonly named: boolean } | null;
  readonly operands: readonly ExplainedOperand[];
  /** What holds for operands that are not written: the very value where it can be worked out, else in words. */
  readonly filledIn: readonly { readonly name: string; readonly value: string }[];
  readonly ignored: readonly IgnoredKeyword[];
  readonly rules: readonly Rule[];
}

/** Null for text that RACDCERT cannot read: running it says why. `tree` holds no passwords. */
export async function explainRacdcert(
  view: CommandView,
  tree: CommandTree,
  context: PlanContext & { readonly prefix: string },
): Promise<Explanation | null> {
  const understood = understand(tree, context.user, context.prefix);
  if (understood.kind === 'problem') return null;
  const called =
    understood.kind === 'request' ? understood.function : FUNCTIONS.find(({ name }) => name === understood.command);
  if (called === undefined) return null;
  const { name, summary, rules } = called;
  const about = { name, summary, topic: `RACDCERT ${name}`, rules };
  if (understood.kind === 'refused') return { ...about, owner: null, operands: [], filledIn: [], ignored: [] };
  const { request, keywords } = understood;
  const facts = new Map(fidelityOf(called).operands.map((fact) => [fact.name, fact]));
  const effective = await effectiveValues(view, called, request, context);
  return {
    ...about,
    owner: called.owner === 'none' ? null : { text: textOf(request.owner), named: keywords.some(isOwnerWord) },
    operands: operandsOf(understood, facts),
    filledIn: [
      ...(keywords.includes(name) ? [] : [{ name, value: 'meant, because no function is named' }]),
      ...filledIn(understood, facts, effective),
    ],
    ignored: ignoredKeywords(called, keywords),
  };
}

type Requested = Extract<Understanding, { kind: 'request' }>;
type Facts = ReadonlyMap<string, OperandFidelity>;

function textOf(owner: Owner | MappingOwner): string {
  return owner.kind === 'multiid' ? 'MULTIID' : ownerText(owner);
}

/** The keywords inside the function's own parentheses, or the one value there; null and '' for none. */
function innerValues({
  function: { value: declared },
  request: { value },
}: Requested): Readonly<Record<string, unknown>> | null {
  return declared.keywords === undefined ? null : ((value ?? {}) as Readonly<Record<string, unknown>>);
}

function operandsOf(requested: Requested, facts: Facts): readonly ExplainedOperand[] {
  const { name } = requested.function;
  const inner = innerValues(requested);
  const { value, operands } = requested.request;
  const own =
    inner === null
      ? value === null
        ? []
        : [{ path: name, written: shownOperand(name, value) }]
      : Object.entries(inner).map(([word, of]) => ({
          path: `${name}(${word})`,
          written: `${name}(${shownOperand(word, of)})`,
        }));
  const others = Object.entries(operands).map(([word, of]) => ({ path: word, written: shownOperand(word, of) }));
  return [...own, ...others].flatMap(({ path, written }) => {
    const fact = facts.get(path);
    if (fact === undefined) return [];
    const { fallback: _, ...known } = fact;
    return [{ ...known, written }];
  });
}

/** Of owners in parentheses one is enough to say whose it is; without any ID stands for what is meant. */
const INNER_OWNERS: readonly string[] = ['ID', 'CERTAUTH', 'SITE'];

function isLeftOut(word: string, inner: Readonly<Record<string, unknown>>): boolean {
  if (!INNER_OWNERS.includes(word)) return !(word in inner);
  return word === 'ID' && !INNER_OWNERS.some((each) => each in inner);
}

/** Of operands that exclude each other none is filled in when one of them is written. */
function filledIn(requested: Requested, facts: Facts, effective: Effective): Explanation['filledIn'] {
  const { name, operands: belonging } = requested.function;
  const inner = innerValues(requested);
  const written = Object.keys(requested.request.operands);
  const own =
    inner === null
      ? requested.request.value === null
        ? [name]
        : []
      : [...facts.keys()].filter(
          (path) => path.startsWith(`${name}(`) && isLeftOut(path.slice(name.length + 1, -1), inner),
        );
  const others = belonging.filter((word) => {
    const alternatives = alternativesTo(word);
    // Of those that could be meant the one that is, else the first.
    const among = belonging.filter((each) => alternatives.includes(each));
    const meant = among.find((each) => effective.has(each)) ?? among[0];
    return !written.some((other) => alternatives.includes(other)) && meant === word;
  });
  const paths = [...own, ...others, ...[...effective.keys()].filter((path) => /^NOT(BEFORE|AFTER)\(/.test(path))];
  return paths.flatMap((path) => {
    const value = effective.get(path) ?? facts.get(path)?.fallback ?? null;
    return value === null ? [] : [{ name: path, value }];
  });
}
