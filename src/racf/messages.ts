/**
 * Messages of the commands around RACDCERT: every text once.
 *
 * ICH ids are RACF's, IKJ ids TSO/E's; RNGT95nI are ringtool's own. All are printed with TSO_MESSAGES beside them.
 */
import { type MessageText, sayFrom } from '../core/message.ts';
import { TSO_MESSAGES } from '../tso/messages.ts';

export const RACF_MESSAGES = {
  ...TSO_MESSAGES,
  ICH14063I: {
    text: 'SETROPTS COMMAND COMPLETE.',
    severity: 'information',
    confidence: 'seen',
    returnCode: 0,
  },
  ICH14070I: {
    text: 'SETROPTS RACLIST REFRESH had no effect on class {name}.',
    severity: 'warning',
    confidence: 'seen',
    returnCode: 4,
  },
  IKJ56688I: {
    text: 'CHAR(0) LINE(0) {prompt} INTERCOM NOPAUSE {msgid} NOMODE NOWTPMSG NORECOVER {prefix} PLANGUAGE(ENU) SLANGUAGE(ENU) VARSTORAGE(LOW)',
    severity: 'information',
    confidence: 'assumed',
    returnCode: 0,
  },
  RNGT950I: {
    text: 'The command {name} is not emulated; it is passed over. This is said once.',
    severity: 'information',
    confidence: 'own',
    returnCode: 0,
  },
  RNGT951I: {
    text: '{name} and its subcommands belong to another security product and are not emulated; they are passed over.',
    severity: 'information',
    confidence: 'own',
    returnCode: 0,
  },
  RNGT952I: {
    text: 'The operand {keyword} of {command} is accepted and not emulated.',
    severity: 'information',
    confidence: 'own',
    returnCode: 0,
  },
  RNGT953I: {
    text: 'The class {name} is not one of the certificate classes; was {suggestion} meant?',
    severity: 'information',
    confidence: 'own',
    returnCode: 0,
  },
} as const satisfies Readonly<Record<string, MessageText>>;

/** A message with exactly the inserts its text has slots for. */
export const say = sayFrom(RACF_MESSAGES);
