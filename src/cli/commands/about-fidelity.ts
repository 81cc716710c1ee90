/** `ringtool about fidelity [FUNCTION]`: how sure we are of each function and message, from the declarations. */
import type { Confidence, MessageText } from '../../core/message.ts';
import { RingtoolError } from '../../core/errors.ts';
import { CATALOGUE } from '../../racdcert/catalogue.ts';
import { commonMessages, fidelityOf, type FunctionFidelity } from '../../racdcert/fidelity/fidelity.ts';
import { FUNCTIONS } from '../../racdcert/functions/index.ts';
import { NEVER_SAID, type NeverSaid } from '../../racdcert/fidelity/never-said.ts';
import { RACF_MESSAGES } from '../../racf/messages.ts';
import { suggest } from '../../tso/suggest.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { visibleJson } from '../visible.ts';

const MEANING: Readonly<Record<Confidence, string>> = {
  documented: 'read in a manual',
  seen: 'seen in a published transcript, or relied on by a public program',
  assumed: 'deduced or remembered: z/OS may word or do it differently',
  own: "ringtool's own: what z/OS says or does is not known",
};
const CONFIDENCES = Object.keys(MEANING) as readonly Confidence[];

interface KnownMessage extends Pick<MessageText, 'severity' | 'confidence' | 'text'> {
  readonly id: string;
  /** Functions of RACDCERT that may give it; empty for messages of other commands. */
  readonly functions: readonly string[];
}

function allMessages(): readonly KnownMessage[] {
  const sources = FUNCTIONS.map((each) => ({
    name: each.name,
    ids: new Set([...each.messages, ...commonMessages(each)]),
  }));
  return Object.entries<MessageText>({ ...RACF_MESSAGES, ...CATALOGUE })
    .map(([id, { text, severity, confidence }]) => {
      const functions = sources.filter(({ ids }) => ids.has(id)).map(({ name }) => name);
      return { id, severity, confidence, text, functions };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const aboutFidelity: Command = {
  words: {
    flags: '[name]',
    description: 'a function of RACDCERT: its operands, messages and rules; or the id of a message',
  },
  description:
    'ringtool is an emulation. This says how sure we are that z/OS works and words it so: of every function and\n' +
    'message, or of everything about one function.',
  examples: [
    'ringtool about fidelity',
    'ringtool about fidelity GENCERT',
    'ringtool about fidelity IRRD107I',
    'ringtool about fidelity --json',
  ],
  async run({ words, globals, io }) {
    const [word] = words;
    const message = word === undefined ? undefined : messageCalled(word);
    if (message !== undefined) {
      if (globals.json)
        io.out(visibleJson({ format: 'ringtool-fidelity', version: 2, functions: [], messages: [message] }));
      else io.out(aboutMessage(message).join('\n'));
      return EXIT.done;
    }
    const functions = word === undefined ? FUNCTIONS.map(fidelityOf) : [fidelityOf(named(word))];
    if (globals.json) {
      const rest = word === undefined ? { messages: allMessages(), neverSaid: NEVER_SAID } : {};
      io.out(visibleJson({ format: 'ringtool-fidelity', version: 2, functions, ...rest }));
      return EXIT.done;
    }
    const [only] = functions;
    io.out((word !== undefined && only !== undefined ? about(only) : overview(functions)).join('\n'));
    return EXIT.done;
  },
};

/** One that is said here, or one that z/OS has and nothing here says. */
function messageCalled(word: string): KnownMessage | NeverSaid | undefined {
  const called = ({ id }: { readonly id: string }): boolean => id === word.toUpperCase();
  return allMessages().find(called) ?? NEVER_SAID.find(called);
}

function aboutMessage(message: KnownMessage | NeverSaid): readonly string[] {
  const { id, text, confidence } = message;
  const said = `${id} ${text ?? '(its text is not known)'}`;
  const sure = `${confidence}: ${MEANING[confidence]}`;
  if ('why' in message) return [said, '', sure, `never said here: ${message.why}`];
  const { severity, functions } = message;
  const by = functions.length === 0 ? 'a command around RACDCERT, or TSO' : `RACDCERT ${functions.join(', ')}`;
  return [said, '', sure, `severity: ${severity}`, `said by: ${by}`];
}

function named(word: string) {
  const name = word.toUpperCase();
  const found = FUNCTIONS.find((each) => each.name === name);
  if (found !== undefined) return found;
  const meant = suggest(
    name,
    FUNCTIONS.map((each) => each.name),
  );
  throw new RingtoolError('cli/usage', `RACDCERT has no function and no message ${word}`, {
    hint: meant === null ? 'ringtool about fidelity names them all' : `did you mean ${meant}?`,
  });
}

/** Everything about one function. */
function about({ name, summary, synopsis, operands, messages, rules, authority }: FunctionFidelity): readonly string[] {
  const tag = (confidence: Confidence): string => `[${confidence}]`.padEnd(13);
  return [
    `${name}: ${summary}`,
    '',
    ...synopsis.map((part, at) => (at === 0 ? part : `  ${part}`)),
    '',
    'Operands',
    ...operands.flatMap(({ name: operand, meaning, fallback, confidence }) => [
      `  ${tag(confidence)} ${operand}: ${meaning}`,
      ...(fallback === null ? [] : [`  ${' '.repeat(13)}   without it: ${fallback}`]),
    ]),
    '',
    'Rules',
    ...rules.map(({ text, confidence }) => `  ${tag(confidence)} ${text}`),
    '',
    ...(authority.length === 0 ? [] : ['Authority, when it is enforced']),
    ...authority.map(({ text, confidence }) => `  ${tag(confidence)} ${text}`),
    ...(authority.length === 0 ? [] : ['']),
    'Messages of its own',
    ...messages.map(({ id, text, confidence }) => `  ${tag(confidence)} ${id.padEnd(9)} ${text}`),
  ];
}

function overview(functions: readonly FunctionFidelity[]): readonly string[] {
  const messages = allMessages();
  return [
    'ringtool is an emulation of RACDCERT: what it does and says follows public manuals and transcripts.',
    '',
    ...CONFIDENCES.map((confidence) => `${confidence.padEnd(11)} ${MEANING[confidence]}`),
    '',
    'What each function has, counted as documented / seen / assumed / own',
    `  ${'function'.padEnd(10)} ${'operands'.padEnd(18)}${'rules'.padEnd(18)}${'authority'.padEnd(18)}messages`,
    ...functions.map(
      ({ name, operands, rules, authority, messages: own }) =>
        `  ${name.padEnd(10)} ${counted(operands).padEnd(18)}${counted(rules).padEnd(18)}${counted(authority).padEnd(18)}${counted(own)}`,
    ),
    ...CONFIDENCES.flatMap((confidence) => {
      const some = messages.filter((message) => message.confidence === confidence);
      return [
        '',
        `Messages ${confidence} (${some.length})`,
        ...some.map(({ id, text }) => `  ${id.padEnd(10)}${text}`),
      ];
    }),
    '',
    `Messages that are never said here (${NEVER_SAID.length})`,
    ...NEVER_SAID.flatMap(({ id, text, why }) => [
      `  ${id.padEnd(10)}${text ?? '(text not known)'}`,
      `  ${' '.repeat(10)}${why}`,
    ]),
  ];
}

function counted(items: readonly { readonly confidence: Confidence }[]): string {
  return CONFIDENCES.map((confidence) => items.filter((item) => item.confidence === confidence).length).join(' / ');
}
