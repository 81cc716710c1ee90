/**
 * Words that commands for RACF begin with, to tell a text of commands from any other. What the commands mean is
 * known elsewhere.
 */

/**
 * RACDCERT and the commands around it, with their abbreviations (RACF Command Language Reference; TSO/E). A test holds
 * them to the commands that are emulated.
 */
export const COMMAND_WORDS: readonly string[] = (
  'RACDCERT SETROPTS SETR PERMIT PE RDEFINE RDEF RALTER RALT RDELETE RDEL RLIST RL ADDUSER AU ALTUSER ALU LISTUSER LU ' +
  'DELUSER DU ADDGROUP AG ALTGROUP ALG DELGROUP DG LISTGRP LG CONNECT CO REMOVE RE RACMAP RVARY ' +
  'ADDSD ALTDSD DELDSD LISTDSD LISTDS LISTD PROFILE PROF TSS ACF'
).split(' ');

/** An operand with a value in parentheses. */
const OPERAND = /^[ \t][^\n]*[A-Z]\(/i;
/** A name in quotes, or one of several qualifiers in capitals. */
const DATA_SET = /^[ \t]+(?:\([ \t]*)?(?:'|[A-Z@#$][A-Z0-9@#$-]*\.[A-Z@#$])/;

/** Words of plain English and of other languages besides: only with what RACF or TSO has behind them. */
export const AMBIGUOUS: Readonly<Record<string, RegExp>> = {
  SEARCH: OPERAND,
  SR: OPERAND,
  DELETE: DATA_SET,
  DEL: DATA_SET,
};

const BEGINS = new RegExp(`^(?:${COMMAND_WORDS.join('|')})(?=[ \\t]+[A-Z(+*-]|[ \\t]*\\(|[ \\t]*$)`, 'i');

/** The first line that is neither blank nor a comment (of RACF, of a document) begins with a command. */
export function beginsWithCommand(text: string): boolean {
  for (const written of text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').split(/\r\n|\n|\r/)) {
    const line = written.trim();
    if (line === '' || /^(?:\*|#(?![A-Z]))/i.test(line)) continue;
    return beginsCommand(line);
  }
  return false;
}

/** A command stands at the beginning of `line`; TSO may stand before it, as on the command line of ISPF. */
export function beginsCommand(line: string): boolean {
  const text = line.trim().replace(/^TSO[ \t]+/i, '');
  const word = /^[A-Z]+/i.exec(text)?.[0] ?? '';
  return BEGINS.test(text) || AMBIGUOUS[word.toUpperCase()]?.test(text.slice(word.length)) === true;
}

/** The word by which some line of `text` looks like a command: it has an operand with a value. Null where none does. */
export function commandMentioned(text: string): string | null {
  if (mentionsRacdcert(text)) return 'RACDCERT';
  const line = text.split(/\r\n|\n|\r/).find((each) => /[('"]/.test(each) && beginsCommand(each)) ?? '';
  return /[A-Z]+/i.exec(line.replace(/^[ \t]*TSO[ \t]+/i, ''))?.[0].toUpperCase() ?? null;
}

/** RACDCERT stands at the beginning of some line, or behind a quote. */
export function mentionsRacdcert(text: string): boolean {
  return /(?:^|["'`])[ \t]*(?:TSO[ \t]+)?RACDCERT[ \t(]/im.test(text);
}
