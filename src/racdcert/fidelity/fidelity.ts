/**
 * How sure each part of a function is, put together from its declaration: operands, messages, rules, authority.
 *
 * For `ringtool about fidelity`, docs/fidelity.md, and the tests that hold declarations to what is printed.
 */
import { RingtoolError } from '../../core/errors.ts';
import type { Confidence, MessageText } from '../../core/message.ts';
import { TSO_MESSAGES } from '../../tso/messages.ts';
import type { OperandTable } from '../../tso/operand.ts';
import { CATALOGUE } from '../catalogue.ts';
import { authorityOf } from './authority-facts.ts';
import type { OperandFact } from './fact.ts';
import type { OwnerKind, RacdcertFunction, Rule } from '../function.ts';
import { OPERAND_FACTS, type OperandPath } from './operand-facts.ts';
import { OPERANDS } from '../operands.ts';
import { synopsisOf } from './synopsis.ts';
import { VALUE_FACTS } from './value-facts.ts';

export interface OperandFidelity extends OperandFact {
  /** `SIZE`, `SUBJECTSDN(CN)`; `LIST(LABEL)` for what stands in the function's own parentheses. */
  readonly name: string;
}

export interface MessageFidelity {
  readonly id: string;
  readonly text: string;
  readonly confidence: Confidence;
}

export interface FunctionFidelity {
  readonly name: string;
  readonly summary: string;
  readonly synopsis: readonly string[];
  readonly operands: readonly OperandFidelity[];
  /** Those of its own, without the ones that all functions may give. */
  readonly messages: readonly MessageFidelity[];
  readonly rules: readonly Rule[];
  /** What it demands of a user without SPECIAL, when authority is enforced. */
  readonly authority: readonly Rule[];
}

const OWNERS: Readonly<Record<OwnerKind, readonly OperandPath[]>> = {
  certificate: ['ID', 'CERTAUTH', 'SITE'],
  ring: ['ID'],
  mapping: ['ID', 'MULTIID'],
  none: [],
};

export function fidelityOf(called: RacdcertFunction): FunctionFidelity {
  const { name, summary, value, owner, operands, messages, rules } = called;
  const own = value.keywords === undefined ? [name] : pathsIn(name, value.keywords);
  const others = operands.flatMap((keyword) => [keyword, ...pathsIn(keyword, OPERANDS[keyword].keywords ?? {})]);
  return {
    name,
    summary,
    synopsis: synopsisOf(called),
    operands: [
      ...own.map((path) => ({ name: path, ...factOf(VALUE_FACTS, path) })),
      ...[...OWNERS[owner], ...others].map((path) => ({ name: path, ...factOf(OPERAND_FACTS, path) })),
    ],
    messages: messages.map(messageFidelity),
    rules,
    authority: authorityOf(called),
  };
}

function pathsIn(keyword: string, table: OperandTable): readonly string[] {
  return Object.keys(table).map((inner) => `${keyword}(${inner})`);
}

function factOf(facts: Readonly<Record<string, OperandFact>>, path: string): OperandFact {
  const fact = facts[path];
  if (fact === undefined) throw new RingtoolError('internal/unreachable', `no facts about ${path}`);
  return fact;
}

export function messageFidelity(id: string): MessageFidelity {
  const entry: MessageText | undefined = CATALOGUE[id];
  if (entry === undefined) throw new RingtoolError('internal/unreachable', `no text for message ${id}`);
  return { id, text: entry.text, confidence: entry.confidence };
}

/** Refusals, and what was missing, when authority is enforced. */
const AUTHORITY = [
  'IRRD191I',
  'RNGT080I',
  'RNGT081I',
  'RNGT082I',
  'RNGT090I',
  'RNGT083I',
  'RNGT084I',
  'RNGT085I',
  'RNGT086I',
  'RNGT087I',
  'RNGT088I',
];

/** A user that is not defined, and why. */
const UNDEFINED = ['IRRD102I', 'RNGT036I', 'RNGT037I'];

/** What any function may answer: refusals before it begins, and those of the command language. */
export function commonMessages({ owner, undefinedOwner }: RacdcertFunction): readonly string[] {
  return [
    'IRRD101I',
    ...(owner === 'none' || undefinedOwner === true ? [] : UNDEFINED),
    ...(owner === 'mapping' ? [] : ['IRRD136I']),
    ...AUTHORITY,
    ...Object.keys(TSO_MESSAGES),
  ];
}
