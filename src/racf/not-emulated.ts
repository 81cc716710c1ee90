/**
 * Commands that scripts hold and ringtool passes over, with the abbreviations the manuals give them.
 *
 * RACF Command Language Reference, "Command names and abbreviations"; TSO/E Command Reference.
 */

/** Full name to abbreviations. A command that gets a record of its own leaves this table. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  // RACF
  ADDSD: ['AD'],
  ALTDSD: ['ALD'],
  ALTGROUP: ['ALG'],
  DELDSD: ['DD'],
  LISTDSD: ['LD'],
  PASSWORD: ['PW', 'PHRASE'],
  RACLINK: [],
  RACMAP: [],
  RVARY: [],
  // TSO/E and access method services
  ALLOCATE: ['ALLOC'],
  ALTLIB: [],
  ATTRIB: ['ATTR'],
  CALL: [],
  DEFINE: ['DEF'],
  END: [],
  EXEC: ['EX'],
  EXECUTIL: [],
  FREE: ['UNALLOC'],
  HELP: ['H'],
  ISPSTART: [],
  LISTALC: ['LISTA'],
  LISTBC: ['LISTB'],
  LISTCAT: ['LISTC'],
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

/** The operator command that makes another product read its records again, typed in the same input. */
const REBUILD = 'F ACF2';

/** Answered with a note that says whose they are. */
export const OTHER_PRODUCTS: ReadonlySet<string> = new Set(['ACF', 'TSS', REBUILD]);

const FULL_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([name, short]) => [name, ...short].map((word) => [word, name] as const)),
);

/** The full name of a command that is passed over; null for one that is not known at all. `first` is its first operand. */
export function notEmulatedName(command: string, first = ''): string | null {
  if ((command === 'F' || command === 'MODIFY') && /^ACF2$/i.test(first)) return REBUILD;
  // %NAME runs a procedure of the installation's own.
  if (command.startsWith('%')) return 'EXEC';
  return FULL_NAMES.get(command) ?? null;
}
