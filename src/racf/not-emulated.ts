/**
 * Commands that scripts hold and ringtool passes over, with the abbreviations the manuals give them.
 *
 * RACF Command Language Reference, "Command names and abbreviations"; TSO/E Command Reference.
 */

/** Full name to abbreviations. A command that gets a record of its own leaves this table. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  // RACF
  ADDGROUP: ['AG'],
  ADDSD: ['AD'],
  ADDUSER: ['AU'],
  ALTDSD: ['ALD'],
  ALTGROUP: ['ALG'],
  ALTUSER: ['ALU'],
  CONNECT: ['CO'],
  DELDSD: ['DD'],
  DELGROUP: ['DG'],
  DELUSER: ['DU'],
  LISTDSD: ['LD'],
  LISTGRP: ['LG'],
  LISTUSER: ['LU'],
  PASSWORD: ['PW', 'PHRASE'],
  PERMIT: ['PE'],
  RACLINK: [],
  RACMAP: [],
  RALTER: ['RALT'],
  RDEFINE: ['RDEF'],
  RDELETE: ['RDEL'],
  REMOVE: ['RE'],
  RLIST: ['RL'],
  RVARY: [],
  SEARCH: ['SR'],
  // TSO/E and access method services
  ALLOCATE: ['ALLOC'],
  ALTLIB: [],
  ATTRIB: ['ATTR'],
  CALL: [],
  DEFINE: ['DEF'],
  DELETE: ['DEL'],
  END: [],
  EXEC: ['EX'],
  EXECUTIL: [],
  FREE: ['UNALLOC'],
  HELP: ['H'],
  ISPSTART: [],
  LISTALC: ['LISTA'],
  LISTBC: ['LISTB'],
  LISTCAT: ['LISTC'],
  LISTDS: ['LISTD'],
  LOGOFF: [],
  OGET: [],
  OPUT: [],
  OSHELL: [],
  OUTPUT: ['OUT'],
  PRINTDS: ['PR'],
  RENAME: ['REN'],
  REPRO: [],
  SEND: ['SE'],
  STATUS: ['ST'],
  SUBMIT: ['SUB'],
  TIME: [],
  TSOLIB: [],
  WHEN: [],
  // other security products
  ACF: [],
  TSS: [],
};

/** Answered with a note that says whose they are. */
export const OTHER_PRODUCTS: ReadonlySet<string> = new Set(['ACF', 'TSS']);

const FULL_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([name, short]) => [name, ...short].map((word) => [word, name] as const)),
);

/** The full name of a command that is passed over; null for one that is not known at all. */
export function notEmulatedName(command: string): string | null {
  // %NAME runs a procedure of the installation's own.
  if (command.startsWith('%')) return 'EXEC';
  return FULL_NAMES.get(command) ?? null;
}
