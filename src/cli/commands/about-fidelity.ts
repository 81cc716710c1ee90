/** `ringtool about fidelity`: how sure we are of each message, from the catalogues themselves. */
import type { Confidence, MessageText } from '../../core/message.ts';
import { MESSAGES as RACDCERT_MESSAGES, NOT_USED } from '../../racdcert/messages.ts';
import { RACF_MESSAGES } from '../../racf/messages.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { visibleJson } from '../visible.ts';

const MEANING: Readonly<Record<Confidence, string>> = {
  documented: 'read in a manual',
  seen: 'seen in a published transcript, or relied on by a public program',
  assumed: 'deduced or remembered: z/OS may word it differently',
  own: "ringtool's own text: the real one is not known",
};

export const aboutFidelity: Command = {
  description: 'ringtool is an emulation. This lists every message by how sure we are that z/OS prints it so.',
  examples: ['ringtool about fidelity', 'ringtool about fidelity --json'],
  async run({ globals, io }) {
    const waiting: ReadonlySet<string> = new Set(NOT_USED);
    const all = Object.entries<MessageText>({ ...RACF_MESSAGES, ...RACDCERT_MESSAGES })
      .map(([id, { text, severity, confidence }]) => ({ id, severity, confidence, text, used: !waiting.has(id) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (globals.json) {
      io.out(visibleJson({ format: 'ringtool-fidelity', version: 1, messages: all }));
      return EXIT.done;
    }
    const lines = ['ringtool is an emulation of RACDCERT: what it says follows public manuals and transcripts.'];
    const section = (title: string, some: typeof all): void => {
      lines.push('', `${title} (${some.length})`, ...some.map(({ id, text }) => `  ${id.padEnd(10)}${text}`));
    };
    for (const [confidence, meaning] of Object.entries(MEANING)) {
      section(
        `${confidence}: ${meaning}`,
        all.filter((message) => message.used && message.confidence === confidence),
      );
    }
    section(
      'not used by this version: texts that wait for their functions',
      all.filter(({ used }) => !used),
    );
    io.out(lines.join('\n'));
    return EXIT.done;
  },
};
