/**
 * EXEC statements: a program as a step, or the call of a procedure.
 *
 * z/OS MVS JCL Reference, "EXEC statement".
 */
import type { Unset } from '../carrier.ts';
import type { FindUnset } from './filling.ts';
import type { DdPart, Place, Step } from './model.ts';
import { NamedList } from './named-list.ts';
import { listed, type Operands, parameter, positional, unquoted, written } from './operands.ts';
import { type ResolveStep, type ReturnCodeTest, returnCodeTests } from './return-code-test.ts';

/** A DD behind the call of a procedure: it replaces one of a step, or is added to it. */
export interface Override {
  /** The step of the procedure; null for the one named before, or the first. */
  readonly step: string | null;
  readonly dd: string;
  /** `source` is false where only other parameters than the data's place are given. */
  readonly parts: { readonly part: DdPart; readonly source: boolean }[];
}

/** PARM= of a call; what has no value in it matters only to a program that is emulated. */
export interface Parm {
  readonly text: string;
  readonly unset: readonly Unset[];
}

/** The call of a procedure, with what follows it. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly at: Place;
  readonly procedure: string;
  readonly symbols: ReadonlyMap<string, string>;
  /** PARM= and COND= by step, under '' where none is named. */
  readonly parms: ReadonlyMap<string, Parm>;
  readonly conditions: ReadonlyMap<string, readonly ReturnCodeTest[]>;
  readonly unset: readonly Unset[];
  readonly overrides: Override[];
}

/** What an EXEC says; `error` is what is wrong with it, which keeps the job from running. */
export interface Exec {
  readonly what: Step | Call;
  readonly error: string | null;
}

/** Keywords of EXEC: they are no symbols of a procedure. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'ACCT ADDRSPC CCSID COND DPRTY DYNAMNBR MEMLIMIT PARM PARMDD PERFORM PGM PROC RD REGION REGIONX RLSTMOUT ROLL ' +
    'TIME TVSMSG TVSAMCOM'
  ).split(' '),
);

/** An EXEC whose symbols are filled in. */
export interface Executing {
  readonly operands: Operands;
  readonly at: Place;
  readonly unset: FindUnset;
}

/** Reads one; `name` is what its step is called. */
export function readExec(read: Executing, name: string, resolve: ResolveStep): Exec {
  const { operands, at, unset } = read;
  const cond = written(operands, 'COND');
  const program = parameter(operands, 'PGM')?.toUpperCase();
  if (program !== undefined) {
    const parm = written(operands, 'PARM');
    const tests = cond === null ? [] : returnCodeTests(cond, resolve);
    const what: Step = {
      kind: 'step',
      name,
      at,
      program,
      parm: parm === null ? null : parmText(parm),
      parmDd: parameter(operands, 'PARMDD')?.toUpperCase() ?? null,
      conditions: typeof tests === 'string' ? [] : tests,
      dds: new NamedList(),
      unset: [...unset(written(operands, 'PGM')), ...unset(cond)],
      parmUnset: unset(parm),
    };
    return { what, error: typeof tests === 'string' ? tests : null };
  }
  return readCall(read, name, parameter(operands, 'PROC') ?? unquoted(positional(operands) ?? ''), resolve);
}

function readCall(
  { operands, at, unset: find }: Executing,
  name: string,
  procedure: string,
  resolve: ResolveStep,
): Exec {
  const symbols = new Map<string, string>();
  const parms = new Map<string, Parm>();
  const conditions = new Map<string, readonly ReturnCodeTest[]>();
  const unset = [...find(procedure)];
  let error: string | null = null;
  for (const operand of operands) {
    const [, keyword = '', step = '', value = ''] = /^([^.='(]+)(?:\.([^=']+))?=(.*)$/s.exec(operand) ?? [];
    const key = keyword.toUpperCase();
    if (key === 'PARM') parms.set(step.toUpperCase(), { text: parmText(value), unset: find(value) });
    else if (key === 'COND') {
      const tests = returnCodeTests(value, resolve);
      for (const each of find(value)) unset.push(each);
      if (typeof tests === 'string') error = tests;
      else conditions.set(step.toUpperCase(), tests);
    } else if (keyword !== '' && step === '' && !KEYWORDS.has(key)) {
      symbols.set(key, symbolText(value));
      for (const each of find(value)) unset.push(each);
    }
  }
  const call: Call = {
    kind: 'call',
    name,
    at,
    procedure: procedure.toUpperCase(),
    symbols,
    parms,
    conditions,
    unset,
    overrides: [],
  };
  return { what: call, error: procedure === '' ? 'EXEC names neither a program nor a procedure' : error };
}

/** The START command of an operator: a procedure called with nothing said. */
export function startCall(procedure: string, at: Place): Call {
  const none = new Map<string, never>();
  return {
    kind: 'call',
    name: '',
    at,
    procedure,
    symbols: none,
    parms: none,
    conditions: none,
    unset: [],
    overrides: [],
  };
}

/** PARM='text', PARM=text or PARM=('one',two), which is passed as one,two. */
function parmText(value: string): string {
  return value.startsWith('(') ? listed(value).join(',') : unquoted(value).replaceAll('&&', '&');
}

/**
 * The text of a symbol as SET, PROC and EXEC assign it: without its quotes, two apostrophes for one.
 *
 * z/OS MVS JCL Reference, "Determining equivalent JCL": two ampersands become one only outside quotes.
 */
export function symbolText(value: string): string {
  const quoted = value.length > 1 && value.startsWith("'") && value.endsWith("'");
  return quoted ? value.slice(1, -1).replaceAll("''", "'") : value;
}
