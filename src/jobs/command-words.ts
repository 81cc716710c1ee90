/**
 * Words that commands for RACF begin with, to tell a text of commands from any other. What the commands mean is
 * known elsewhere.
 */

/** RACDCERT and the commands around it, with their abbreviations (RACF Command Language Reference; TSO/E). */
const WORDS =
  'RACDCERT SETROPTS SETR PERMIT PE RDEFINE RDEF RALTER RALT RDELETE RDEL RLIST RL ADDUSER AU ALTUSER ALU LISTUSER LU ' +
  'DELUSER DU ADDGROUP AG ALTGROUP ALG DELGROUP DG LISTGRP LG CONNECT CO REMOVE RE RACMAP RVARY ' +
  'ADDSD ALTDSD DELDSD LISTDSD PROFILE PROF TSS ACF';

const BEGINS = new RegExp(`^(?:${WORDS.replaceAll(' ', '|')})(?=[ \\t]+[A-Z(+*-]|[ \\t]*\\(|[ \\t]*$)`, 'i');

/** The first line that is neither blank nor a comment begins with a command. */
export function beginsWithCommand(text: string): boolean {
  for (const written of text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '').split(/\r\n|\n|\r/)) {
    const line = written.trim();
    if (line === '' || line.startsWith('*')) continue;
    return beginsCommand(line);
  }
  return false;
}

/** A command stands at the beginning of `line`; TSO may stand before it, as on the command line of ISPF. */
export function beginsCommand(line: string): boolean {
  return BEGINS.test(line.trim().replace(/^TSO[ \t]+/i, ''));
}

/** RACDCERT stands at the beginning of some line, or behind a quote. */
export function mentionsRacdcert(text: string): boolean {
  return /(?:^|["'`])[ \t]*(?:TSO[ \t]+)?RACDCERT[ \t(]/im.test(text);
}
