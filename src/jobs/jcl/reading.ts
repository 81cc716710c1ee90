/**
 * What a DD gives to the program that reads it: DDNAME= followed, concatenations put together.
 *
 * z/OS MVS JCL Reference, "DDNAME parameter": the DD it names comes later in the same step.
 */
import type { JobEvent, Remark, Unset } from '../carrier.ts';
import { type DataSets, whyUnread } from './data-sets.ts';
import { dataLine } from './filling.ts';
import type { DataLine, DdPart, Place, Step } from './model.ts';

/** DDNAME= that one DD may lead through; real jobs have one. */
const FORWARD = 50;

/** The statements behind a DD name, DDNAME= followed; what is wrong comes as a remark. */
export function partsOf(step: Step, name: string): readonly DdPart[] | Remark {
  return follow(step, name, new Set([name]));
}

function follow(step: Step, name: string, taken: Set<string>): readonly DdPart[] | Remark {
  const parts: DdPart[] = [];
  for (const part of step.dds.find(name)?.parts ?? []) {
    if (part.source.kind !== 'forward') {
      parts.push(part);
      continue;
    }
    const target = part.source.name;
    const text = `//${name} DD DDNAME=${target}`;
    if (taken.size > FORWARD) return { ...part.at, text: `${text} is one too many` };
    if (taken.has(target)) return { ...part.at, text: `${text} comes to a DD that is taken already` };
    taken.add(target);
    if (step.dds.find(target) === null) {
      // With a symbol in it, it is the symbol that is asked for.
      if (part.unset.length > 0) parts.push(part);
      else if (part.source.elsewhere === true) parts.push({ ...part, hints: [...part.hints, passedOver(part, text)] });
      else return { ...part.at, text: `${text}: no DD ${target} comes in step ${step.name}` };
      continue;
    }
    const found = follow(step, target, taken);
    if ('text' in found) return found;
    for (const each of found) parts.push(each);
  }
  return parts;
}

function passedOver({ at }: DdPart, text: string): Remark {
  return { ...at, text: `${text}: only other steps have a DD of this name; nothing is read here` };
}

/** In-stream lines of a DD, and whether that is all there is to it. */
export function ownLines(
  step: Step,
  name: string,
): { readonly lines: readonly DataLine[]; readonly complete: boolean } {
  const parts = partsOf(step, name);
  if ('text' in parts) return { lines: [], complete: true };
  const sources = parts.map(({ source }) => source);
  return {
    lines: sources.flatMap((source) => (source.kind === 'in-stream' ? source.lines : [])),
    complete: sources.every(({ kind }) => kind !== 'data-set'),
  };
}

/** What has no value in the statements behind a DD name. */
export function unsetInDd(step: Step, name: string): readonly Unset[] {
  const parts = partsOf(step, name);
  return 'text' in parts ? [] : parts.flatMap(({ unset }) => unset);
}

/** Why a DD gave nothing: the step ends with 12, or is not emulated. */
export type Unread = 'problem' | 'not-emulated';

/** All lines of a DD. */
export async function* readLines(
  step: Step,
  name: string,
  dataSets: DataSets,
): AsyncGenerator<JobEvent, readonly DataLine[] | Unread> {
  const parts = yield* partsToRead(step, name);
  if (typeof parts === 'string') return parts;
  const lines: DataLine[] = [];
  for (const { at, source } of parts) {
    if (source.kind === 'in-stream') for (const line of source.lines) lines.push(line);
    if (source.kind !== 'data-set') continue;
    const read = yield* existing(dataSets.lines(source.name), source.name, `//${name} DD`, at);
    if (read === null) return 'problem';
    for (const line of read) lines.push(dataLine(line, source.name));
  }
  return lines;
}

/** All bytes of a DD; lines of the job end in a line feed, blanks at their end left out. */
export async function* readBytes(
  step: Step,
  name: string,
  dataSets: DataSets,
): AsyncGenerator<JobEvent, Uint8Array | Unread> {
  const parts = yield* partsToRead(step, name);
  if (typeof parts === 'string') return parts;
  const pieces: Uint8Array[] = [];
  for (const { at, source } of parts) {
    if (source.kind === 'in-stream') pieces.push(Buffer.from(source.lines.map(record).join('')));
    if (source.kind !== 'data-set') continue;
    const bytes = yield* existing(dataSets.content(source.name), source.name, `//${name} DD`, at);
    if (bytes === null) return 'problem';
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/** The whole line: columns 73 to 80 are data to programs other than TSO. */
function record({ text, beyond }: DataLine): string {
  return `${(beyond === '' ? text : text.padEnd(72) + beyond).trimEnd()}\n`;
}

/** The statements behind a DD name, when all of them are understood. */
export async function* partsToRead(step: Step, name: string): AsyncGenerator<JobEvent, readonly DdPart[] | Unread> {
  const parts = partsOf(step, name);
  if ('text' in parts) {
    yield { kind: 'problem', remark: parts };
    return 'problem';
  }
  for (const { at, source, hints } of parts) {
    for (const remark of hints) yield { kind: 'hint', remark };
    if (source.kind === 'wrong') {
      yield problem(at, `//${name} DD: ${source.text}`);
      return 'problem';
    }
    if (source.kind === 'unread') {
      yield { kind: 'not-emulated', part: { ...at, text: `//${name} DD`, reason: source.reason } };
      return 'not-emulated';
    }
  }
  return parts;
}

/** What is `sought` of a data set; one that is not there is a problem. */
async function* existing<T>(
  sought: Promise<T | null>,
  name: string,
  dd: string,
  at: Place,
): AsyncGenerator<JobEvent, T | null> {
  const found = yield* readable(sought, dd, at);
  if (found === null) yield problem(at, `${dd}: there is no data set ${name}`);
  return found === 'problem' ? null : found;
}

/** What is `sought` of a data set, null when it is not there; one that cannot be read is a problem. */
export async function* readable<T>(
  sought: Promise<T | null>,
  dd: string,
  at: Place,
): AsyncGenerator<JobEvent, T | null | 'problem'> {
  try {
    return await sought;
  } catch (error) {
    yield problem(at, `${dd}: ${whyUnread(error)}`);
    return 'problem';
  }
}

export function problem(at: Place, text: string): JobEvent {
  return { kind: 'problem', remark: { ...at, text } };
}
