/**
 * What ends an exec before its end: an error of the language, or something that is not emulated.
 *
 * Numbers and texts: z/OS TSO/E REXX Reference, "ERRORTEXT"; the language is the same on all systems.
 */

export const FAULT_TEXTS: Readonly<Record<number, string>> = {
  3: 'Program is unreadable',
  4: 'Program interrupted',
  5: 'Machine storage exhausted',
  6: 'Unmatched "/*" or quote',
  7: 'WHEN or OTHERWISE expected',
  8: 'Unexpected THEN or ELSE',
  9: 'Unexpected WHEN or OTHERWISE',
  10: 'Unexpected or unmatched END',
  11: 'Control stack full',
  12: 'Clause too long',
  13: 'Invalid character in program',
  14: 'Incomplete DO/SELECT/IF',
  15: 'Invalid hexadecimal or binary string',
  16: 'Label not found',
  17: 'Unexpected PROCEDURE',
  18: 'THEN expected',
  19: 'String or symbol expected',
  20: 'Symbol expected',
  21: 'Invalid data on end of clause',
  22: 'Invalid character string',
  23: 'Invalid SBCS/DBCS mixed string',
  24: 'Invalid TRACE request',
  25: 'Invalid sub-keyword found',
  26: 'Invalid whole number',
  27: 'Invalid DO syntax',
  28: 'Invalid LEAVE or ITERATE',
  29: 'Environment name too long',
  30: 'Name or string > 250 characters',
  31: 'Name starts with number or "."',
  32: 'Invalid use of stem',
  33: 'Invalid expression result',
  34: 'Logical value not 0 or 1',
  35: 'Invalid expression',
  36: 'Unmatched "(" in expression',
  37: 'Unexpected "," or ")"',
  38: 'Invalid template or pattern',
  39: 'Evaluation stack overflow',
  40: 'Incorrect call to routine',
  41: 'Bad arithmetic conversion',
  42: 'Arithmetic overflow/underflow',
  43: 'Routine not found',
  44: 'Function did not return data',
  45: 'No data specified on function RETURN',
  46: 'Invalid variable reference',
  48: 'Failure in system service',
  49: 'Language processor failure',
};

/** An error of the language: SIGNAL ON SYNTAX sees it. Without a line it belongs to the clause being run. */
export class Fault extends Error {
  readonly number: number;
  readonly line: number | null;

  constructor(number: number, detail = '', line: number | null = null) {
    const text = FAULT_TEXTS[number] ?? 'error';
    super(`REXX error ${number}, ${text}${detail === '' ? '' : `: ${detail}`}`);
    this.name = 'Fault';
    this.number = number;
    this.line = line;
  }
}

/** What cannot be evaluated here, or a bound: the exec stops, whatever it traps. */
export class Stop extends Error {
  readonly line: number | null;

  constructor(text: string, line: number | null = null) {
    super(text);
    this.name = 'Stop';
    this.line = line;
  }
}

/** A condition that SIGNAL ON traps and that is no error by itself. */
export class Raised extends Error {
  readonly condition: 'NOVALUE' | 'ERROR' | 'FAILURE';
  readonly description: string;

  constructor(condition: 'NOVALUE' | 'ERROR' | 'FAILURE', description: string) {
    super(condition);
    this.name = 'Raised';
    this.condition = condition;
    this.description = description;
  }
}

/** EXIT: thrown through all routines that are running. */
export class Ended extends Error {
  readonly code: number;

  constructor(code: number) {
    super('EXIT');
    this.name = 'Ended';
    this.code = code;
  }
}
