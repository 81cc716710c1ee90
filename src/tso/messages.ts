/**
 * Messages of the command language itself: every text once.
 *
 * Ids beginning IKJ are TSO/E's (TSO/E Messages). RNGT9nnI are ringtool's own, for conditions whose real text
 * is not known.
 */
import type { MessageText } from '../core/message.ts';

export const TSO_MESSAGES = {
  IKJ56500I: {
    text: 'COMMAND {name} NOT FOUND',
    severity: 'error',
    confidence: 'assumed',
    returnCode: 12,
  },
  IKJ56621I: {
    text: 'INVALID COMMAND NAME SYNTAX',
    severity: 'error',
    confidence: 'documented',
    returnCode: 12,
  },
  IKJ56701I: { text: 'MISSING {what}', severity: 'error', confidence: 'assumed', returnCode: 12 },
  IKJ56702I: { text: 'INVALID {data}', severity: 'error', confidence: 'documented', returnCode: 12 },
  IKJ56709I: { text: 'INVALID DATA SET NAME, {name}', severity: 'error', confidence: 'assumed', returnCode: 12 },
  IKJ56712I: { text: 'INVALID KEYWORD, {keyword}', severity: 'error', confidence: 'assumed', returnCode: 12 },
  IKJ56716I: {
    text: 'EXTRANEOUS INFORMATION WAS IGNORED: {text}',
    severity: 'information',
    confidence: 'assumed',
    returnCode: 0,
  },
  RNGT901I: {
    text: 'The keyword {keyword} is ambiguous: it may stand for {candidates}.',
    severity: 'error',
    confidence: 'own',
    returnCode: 12,
  },
  RNGT902I: {
    text: 'The quote in column {column} is not closed.',
    severity: 'error',
    confidence: 'own',
    returnCode: 12,
  },
  RNGT903I: {
    text: 'The character in column {column} is {name} ({code}). Type {instead} in its place.',
    severity: 'error',
    confidence: 'own',
    returnCode: 12,
  },
  RNGT904I: {
    text: 'The parenthesis in column {column} does not follow a keyword.',
    severity: 'error',
    confidence: 'own',
    returnCode: 12,
  },
  RNGT905I: {
    text: 'The quote in column {column} must follow a blank, a comma or a parenthesis.',
    severity: 'error',
    confidence: 'own',
    returnCode: 12,
  },
  RNGT906I: {
    text: 'The quoted string that ends in column {column} must be followed by a blank, a comma or a parenthesis.',
    severity: 'error',
    confidence: 'own',
    returnCode: 12,
  },
  RNGT907I: {
    text: 'Parentheses are nested more than {limit} deep in column {column}.',
    severity: 'error',
    confidence: 'own',
    returnCode: 12,
  },
  RNGT908I: {
    text: 'The command is longer than {limit} characters.',
    severity: 'error',
    confidence: 'own',
    returnCode: 12,
  },
  RNGT910I: {
    text: 'The keyword {keyword} is given more than once; the last one counts.',
    severity: 'information',
    confidence: 'own',
    returnCode: 0,
  },
  RNGT911I: {
    text: 'TSO knows only apostrophes as quotes: the double quotes in {keyword} are part of its value.',
    severity: 'information',
    confidence: 'own',
    returnCode: 0,
  },
  RNGT909I: { text: 'The command is empty.', severity: 'error', confidence: 'own', returnCode: 12 },
} as const satisfies Readonly<Record<string, MessageText>>;

export type TsoMessageId = keyof typeof TSO_MESSAGES;
