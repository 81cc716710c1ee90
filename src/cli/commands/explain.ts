/** `ringtool explain "COMMAND"`: what a command means, what is filled in, and what it would do; nothing is changed. */
import { RingtoolError } from '../../core/errors.ts';
import { type ChangeSummary, plannedLine } from '../../session/change-summary.ts';
import { explainCommand, type Explained } from '../../session/explain.ts';
import type { CommandResult } from '../../session/result.ts';
import type { Command } from '../command.ts';
import { ISSUER_OPTIONS } from '../emulation-options.ts';
import { EXIT } from '../exit.ts';
import { openOrCreate } from '../open.ts';
import { sessionFor } from '../session-for.ts';
import { visibleJson } from '../visible.ts';

export const explain: Command = {
  words: { flags: '[text...]', description: 'the command, whole' },
  description:
    'Says what a command of RACDCERT means: the function, whose certificate or ring, every operand as understood,\n' +
    'what is filled in for those left out, what is ignored, what would happen now, and which rules apply. Of the\n' +
    'commands around RACDCERT: the name, what it is for, operands. Nothing is changed. Passwords are not shown.',
  options: ISSUER_OPTIONS,
  freeText: true,
  examples: [
    `ringtool explain "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Lab CA')) WITHLABEL('Lab CA')"`,
    `ringtool explain "RACDCERT ID(WEBSRV) REKEY(LABEL('web'))" --level 2.4`,
    'ringtool explain "SETR RACL(DIGTCERT) REFR"',
  ],
  exitCodes: [
    '0   explained, whatever running the command would answer',
    '12  the command cannot be read, or is not known',
  ],
  async run(invocation) {
    const { words, io } = invocation;
    const text = words.join(' ').trim();
    if (text === '') throw new RingtoolError('cli/usage', 'a command to explain is needed');
    const globals = { ...invocation.globals, dryRun: true };
    const store = await openOrCreate(globals);
    try {
      const session = await sessionFor({ ...invocation, globals }, store);
      const explained = await explainCommand(text, session);
      if (globals.json) io.out(visibleJson(documentOf(explained)));
      else io.out(linesOf(explained).join('\n'));
      if (!globals.json) for (const hint of explained.result.hints) io.hint(hint);
      return explained.of === 'nothing' ? EXIT.severe : EXIT.done;
    } finally {
      await store.close();
    }
  },
};

function documentOf(explained: Explained): object {
  const { echo, returnCode, messages, hints, changes } = explained.result;
  return {
    format: 'ringtool-explain',
    version: 1,
    command: echo,
    of: explained.of,
    explanation: explained.of === 'nothing' ? null : explained.explanation,
    happens: { returnCode, messages, hints, changes },
  };
}

function linesOf(explained: Explained): readonly string[] {
  if (explained.of === 'nothing') return explained.result.messages.map(({ id, text }) => `${id} ${text}`);
  const { name, summary } = explained.explanation;
  if (explained.of === 'racf') {
    const { operands, recorded } = explained.explanation;
    return [
      `${name}: ${summary}`,
      ...section(
        'As understood',
        operands.map(({ named, written }) => columns(written, written.startsWith(named) ? '' : named)),
      ),
      ...section('Accepted without effect here', recorded),
      ...happens(explained.result),
    ];
  }
  const { topic, owner, operands, filledIn, ignored, rules } = explained.explanation;
  return [
    `RACDCERT ${name}: ${summary}`,
    `z/OS Security Server RACF Command Language Reference, "${topic}"`,
    ...section(
      'Owner',
      owner === null ? [] : [owner.named ? owner.text : `${owner.text}, the issuing user: no owner is named`],
    ),
    ...section(
      'As understood',
      operands.map(({ written, meaning }) => columns(written, meaning)),
    ),
    ...section(
      'Filled in',
      filledIn.map(({ name: operand, value }) => columns(operand, value)),
    ),
    ...section(
      'Ignored',
      ignored.map(({ name: operand, why }) => columns(operand, why)),
    ),
    ...happens(explained.result),
    ...section(
      'Rules',
      rules.map(({ text, confidence }) => columns(`[${confidence}]`, text, 13)),
    ),
  ];
}

/** What would be said and changed; a listing is counted, not printed. */
function happens({ returnCode, messages, changes, lines }: CommandResult): readonly string[] {
  const listed = lines.length - messages.length;
  return section('What would happen now', [
    ...(listed > 0 ? [`a listing of ${listed} lines`] : []),
    ...messages.map(({ id, text }) => `${id} ${text}`),
    ...changes.map(planned),
    `return code ${returnCode}`,
  ]);
}

/** The name of a key says nothing to a person, and is another one each time. */
function planned(change: ChangeSummary): string {
  return change.what === 'key' ? `Would ${change.action} a private key.` : plannedLine(change);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** What is too long for its column has a line of its own. */
function columns(left: string, right: string, width = 34): string {
  if (right === '') return left;
  return left.length > width ? `${left}\n  ${' '.repeat(width)} ${right}` : `${left.padEnd(width)} ${right}`;
}
