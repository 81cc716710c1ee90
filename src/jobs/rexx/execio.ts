/**
 * EXECIO: lines of a data set into variables or the data stack, and back.
 *
 * z/OS TSO/E REXX Reference, "EXECIO". Lines written reach the data set when it is closed: by FINIS, by FREE or by the
 * end of the exec. DISKRU, SKIP and starting lines are not emulated.
 */
import { upper } from './characters.ts';
import { type Exec, type Frame, type OpenFile, type Run, readDataSet } from './exec.ts';
import { Stop } from './faults.ts';
import { hasValue, read, referenceByName, write } from './references.ts';

const SHAPE =
  /^\s*EXECIO\s+(\*|\d{1,9})\s+(DISKR|DISKW)\s+([A-Z@#$][A-Z0-9@#$]{0,7})(?:\s+|$)(?:\(([^)]*)(?:\)\s*)?)?$/;

const OK = 0;
const END_REACHED = 2;
const FAILED = 20;

/** Gives the return code: 0, 2 when the data set ended before so many lines, or 20. */
export function* execio(exec: Exec, frame: Frame, text: string): Run<number> {
  const [, count, operation, name = '', options = ''] = SHAPE.exec(upper(text)) ?? [];
  const stem = /\bSTEM\s+(\S+)/.exec(options)?.[1];
  const others = options.replace(/\bSTEM\s+\S+/, '').replace(/\b(?:FINIS|FIFO|OPEN)\b/g, '');
  if (count === undefined || others.trim() !== '') throw new Stop('this form of EXECIO is not emulated');
  const file = exec.files.get(name);
  if (file === undefined) {
    throw new Stop(`EXECIO on ${name}: the exec has not allocated a data set to it, so it is not emulated`);
  }
  const most = count === '*' ? null : Number(count);
  const code = yield* operation === 'DISKR'
    ? readLines(exec, frame, file, most, stem)
    : writeLines(exec, frame, file, most, stem);
  return /\bFINIS\b/.test(options) ? Math.max(code, yield* closeFile(exec, file)) : code;
}

function* readLines(
  exec: Exec,
  frame: Frame,
  file: OpenFile,
  most: number | null,
  stem: string | undefined,
): Run<number> {
  if (file.reading === null) {
    const bytes = yield* readDataSet(file.dataSet);
    if (bytes === null) return FAILED;
    const lines = Buffer.from(bytes)
      .toString('utf8')
      .split(/\r\n|\n|\r/);
    if (lines.at(-1) === '') lines.pop();
    file.reading = { lines, next: 0 };
  }
  const { reading } = file;
  const lines = reading.lines.slice(reading.next, most === null ? undefined : reading.next + most);
  reading.next += lines.length;
  for (const [index, line] of lines.entries()) {
    exec.spend(1);
    if (stem === undefined) exec.stack.add(exec.bounded(line), false);
    else write(exec, frame, referenceByName(`${stem}${index + 1}`), exec.bounded(line));
  }
  if (stem !== undefined) write(exec, frame, referenceByName(`${stem}0`), String(lines.length));
  return most !== null && lines.length < most ? END_REACHED : OK;
}

function* writeLines(
  exec: Exec,
  frame: Frame,
  file: OpenFile,
  most: number | null,
  stem: string | undefined,
): Run<number> {
  if (file.writing === null) {
    const before = file.append ? yield* readDataSet(file.dataSet) : null;
    file.writing =
      before === null
        ? []
        : [
            Buffer.from(before)
              .toString('utf8')
              .replace(/\r?\n$/, ''),
          ];
    for (const line of file.writing) exec.storage.take(line.length);
  }
  for (let index = 1; most === null || index <= most; index++) {
    const line = stem === undefined ? exec.stack.pull() : fromStem(exec, frame, `${stem}${index}`, most === null);
    // With an asterisk an empty line ends the writing, or the first that is not there.
    if (most === null && (line === null || line === '')) break;
    if (line === null)
      throw new Stop('EXECIO DISKW with too few lines in the data stack waits for what somebody types');
    exec.spend(1);
    exec.storage.take(line.length);
    file.writing.push(line);
  }
  return OK;
}

function fromStem(exec: Exec, frame: Frame, name: string, orNone: boolean): string | null {
  const reference = referenceByName(name);
  return orNone && !hasValue(exec, frame, reference) ? null : read(exec, frame, reference);
}

/** Ends reading and writing; gives 20 when the data set could not be written. */
export function* closeFile(exec: Exec, file: OpenFile): Run<number> {
  const { writing, dataSet } = file;
  file.reading = null;
  file.writing = null;
  if (writing === null) return OK;
  for (const line of writing) exec.storage.take(-line.length);
  const bytes = new TextEncoder().encode(writing.map((line) => `${line}\n`).join(''));
  const at = { file: exec.file, line: exec.line, text: `EXECIO DISKW into ${dataSet}` };
  const reply = yield { kind: 'data-set', name: dataSet, bytes, at };
  return reply !== null && reply !== undefined && 'returnCode' in reply && reply.returnCode !== 0 ? FAILED : OK;
}
