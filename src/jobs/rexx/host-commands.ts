/**
 * Commands of REXX itself among those of TSO: data stack, and EXECIO on data sets that ALLOC has given a DD name.
 *
 * z/OS TSO/E REXX Reference, "TSO/E REXX commands"; z/OS TSO/E Command Reference, "ALLOCATE" and "FREE".
 */
import { allocate, free } from './allocation.ts';
import { upper } from './characters.ts';
import { execio } from './execio.ts';
import type { Exec, Frame, Run } from './exec.ts';
import { Stop } from './faults.ts';
import { wholeOf } from './number.ts';

/** Named rather than passed on: what they change is not there. */
const NOT_EMULATED: ReadonlySet<string> = new Set(['EXECUTIL', 'SUBCOM', 'QBUF', 'QELEM', 'QSTACK']);
/** Tracing and halting, from inside the exec: without effect on what it does. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['TS', 'TE', 'HT', 'RT']);

/** The words of a command in upper case, for telling what it is. */
export function wordsOf(text: string): readonly string[] {
  return upper(text)
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}

/** The return code; null when the command is none of these and goes to TSO. */
export function* runHostCommand(exec: Exec, frame: Frame, text: string): Run<number | null> {
  const [name = '', first] = wordsOf(text);
  switch (name) {
    case 'NEWSTACK':
      exec.stack.newStack();
      return 0;
    case 'DELSTACK':
      exec.stack.deleteStack();
      return 0;
    case 'MAKEBUF':
      return exec.stack.makeBuffer();
    case 'DROPBUF':
      return exec.stack.dropBuffer(first === undefined ? undefined : (wholeOf(first, 9) ?? 0)) ? 0 : 2;
    case 'EXECIO':
      return yield* execio(exec, frame, text);
    case 'ALLOC':
    case 'ALLOCATE':
      return yield* allocate(exec, text);
    case 'FREE':
      return yield* free(exec, text);
    default:
      if (NOT_EMULATED.has(name)) throw new Stop(`the REXX command ${name} is not emulated`);
      return WITHOUT_EFFECT.has(name) ? 0 : null;
  }
}
