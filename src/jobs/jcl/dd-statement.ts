/** A DD statement read, with the in-stream data behind it. */
import type { Remark } from '../carrier.ts';
import type { PlacedLine } from '../continuation.ts';
import type { Budget } from './budget.ts';
import { type BackwardReference, ddSource, hasSource } from './dd.ts';
import { fillData, type FindUnset, plainData } from './filling.ts';
import { readInStream } from './in-stream.ts';
import type { DdPart, Place } from './model.ts';
import { listed, type Operands, written } from './operands.ts';
import type { Symbols } from './symbols.ts';

export interface DdContext {
  readonly lines: readonly PlacedLine[];
  /** Index of the line behind the statement. */
  readonly next: number;
  readonly symbols: Symbols;
  readonly budget: Budget;
  readonly backward: BackwardReference;
  readonly unset: FindUnset;
}

export interface ReadDd {
  readonly part: DdPart;
  /** Says itself where its data are. */
  readonly source: boolean;
  /** Index of the line behind its data. */
  readonly next: number;
  readonly error: string | null;
}

/** z/OS MVS JCL Reference, "SYMBOLS parameter". */
const SYMBOLS: readonly string[] = ['JCLONLY', 'EXECSYS', 'CNVTSYS'];

export function readDdStatement(operands: Operands, at: Place, context: DdContext): ReadDd {
  const { lines, next, symbols, budget, backward, unset: find } = context;
  const data = readInStream(lines, next, operands);
  if (data === null) {
    const source = ddSource(operands, backward);
    const named = source.kind === 'data-set' ? null : written(operands, 'DSN', 'DSNAME');
    const unset = [named, written(operands, 'DDNAME'), written(operands, 'DISP')].flatMap(find);
    return { part: { at, source, hints: [], unset }, source: hasSource(operands), next, error: null };
  }
  budget.lines(data.lines.length, at);
  const kind = symbolsKind(operands);
  const filled =
    kind === null ? plainData(data.lines, at.file) : fillData(data.lines, at.file, symbols, budget, kind !== 'JCLONLY');
  const hints: Remark[] = [...filled.hints];
  if (data.unended !== null) {
    hints.push({ ...at, text: `the delimiter ${data.unended} never comes; the data end with the file` });
  }
  const unset = [...find(written(operands, 'DLM')), ...find(written(operands, 'SYMBOLS')), ...filled.unset];
  return {
    part: { at, source: { kind: 'in-stream', lines: filled.lines }, hints, unset },
    source: true,
    next: data.next,
    error: kind === null || SYMBOLS.includes(kind) ? null : `SYMBOLS=${kind} is none of ${SYMBOLS.join(', ')}`,
  };
}

/** JCLONLY of `JCLONLY` and of `(JCLONLY,LOGDD)`; null when the data are left alone. */
function symbolsKind(operands: Operands): string | null {
  const value = written(operands, 'SYMBOLS');
  return value === null ? null : (listed(value)[0] ?? '').toUpperCase();
}
