/** docs/fidelity.md, written from the declarations. */
import { CATALOGUE } from '../../../src/racdcert/catalogue.ts';
import {
  commonMessages,
  fidelityOf,
  type FunctionFidelity,
  messageFidelity,
} from '../../../src/racdcert/fidelity/fidelity.ts';
import type { Rule } from '../../../src/racdcert/function.ts';
import { FUNCTIONS } from '../../../src/racdcert/functions/index.ts';
import { NEVER_SAID } from '../../../src/racdcert/fidelity/never-said.ts';

export function fidelityPage(): string {
  const functions = FUNCTIONS.map(fidelityOf);
  const common = Object.keys(CATALOGUE).filter((id) => FUNCTIONS.some((each) => commonMessages(each).includes(id)));
  return [
    '# Fidelity',
    '',
    'How sure we are that z/OS does and says what ringtool does and says. This page is written from the declarations in',
    '`src/racdcert/`, and a test holds it to them; `ringtool about fidelity` says the same.',
    '',
    '- **documented**: read in a manual.',
    '- **seen**: seen in a published transcript, or relied on by a public program.',
    '- **assumed**: deduced or remembered; z/OS may word or do it differently.',
    "- **own**: ringtool's own; what z/OS says or does is not known.",
    '',
    'Synopses come from the declarations, which do not tell what must be there: every keyword stands in brackets.',
    'Topics are those of the RACF Command Language Reference. A line is as sure as the least sure part of it. Messages',
    'include what goes to standard error only, which is always our own.',
    '',
    ...functions.flatMap(section),
    '## Messages that any function may give',
    '',
    'IRRD102I where the function needs a defined user, IRRD136I where it knows no MULTIID.',
    '',
    ...messageTable(common),
    '',
    '## Messages that are never said here',
    '',
    ...table(
      ['message', 'text', 'confidence', 'why'],
      NEVER_SAID.map(({ id, text, confidence, why }) => [id, text ?? '(not known)', confidence, why]),
    ),
    '',
  ].join('\n');
}

function section({
  name,
  summary,
  synopsis,
  operands,
  messages,
  rules,
  authority,
}: FunctionFidelity): readonly string[] {
  return [
    `## ${name}`,
    '',
    `${summary}.`,
    '',
    '```',
    ...synopsis.map((part, at) => (at === 0 ? part : `   ${part}`)),
    '```',
    '',
    ...table(
      ['operand', 'means', 'without it', 'confidence', 'topic'],
      operands.map(({ name: operand, meaning, fallback, confidence, topic }) => [
        `\`${operand}\``,
        meaning,
        fallback ?? '',
        confidence,
        topic,
      ]),
    ),
    '',
    ...messageTable(messages.map(({ id }) => id)),
    '',
    ...sentences(rules),
    '',
    ...(authority.length === 0 ? [] : ['When authority is enforced, a user without SPECIAL needs:', '']),
    ...sentences(authority),
    ...(authority.length === 0 ? [] : ['']),
  ];
}

function sentences(rules: readonly Rule[]): readonly string[] {
  return rules.map(({ text, confidence }) => `- ${text} *(${confidence})*`);
}

function messageTable(ids: readonly string[]): readonly string[] {
  const rows = ids.map(messageFidelity).map(({ id, text, confidence }) => [id, text, confidence]);
  return table(['message', 'text', 'confidence'], rows);
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)];
}
