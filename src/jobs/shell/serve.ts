/** Answers what a stand-in asks: runs the command or the job through the job that runs, and says what to print. */
import { type Carrier, passOn, type Remark, type Running, type Surroundings } from '../carrier.ts';
import { readBy } from '../read-job.ts';
import { callOf, type JobSource, STAND_INS } from './calls.ts';
import type { Reply } from './frames.ts';
import type { Locator } from './locate.ts';

/** What a stand-in sends: its name and words, and the job that is to be submitted where it has it at hand. */
export interface Question {
  readonly name: string;
  readonly words: readonly string[];
  readonly input: string | null;
}

/** The script that runs. */
export interface Script {
  readonly file: string;
  readonly locate: Locator;
  readonly surroundings: Surroundings;
  /** By which the jobs that it submits are read. */
  readonly carriers: readonly Carrier[];
  /** Jobs so far: each has its number, whoever submits it. */
  readonly submitted: { count: number };
}

type Served = Running<readonly Reply[]>;

/** The code of a call that is not emulated or wrong. */
const REFUSED = 8;

/** A question as it came over the wire, checked; null when it is none. */
export function questionOf(asked: unknown): Question | null {
  if (typeof asked !== 'object' || asked === null) return null;
  const { name, words, input } = asked as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || !STAND_INS.includes(name)) return null;
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) return null;
  return { name, words, input: typeof input === 'string' ? input : null };
}

export async function* serve({ name, words, input }: Question, script: Script): Served {
  const call = callOf(name, words);
  const at = (text: string): { readonly file: string; readonly line: number } => ({
    file: script.file,
    line: script.locate(text),
  });
  switch (call.kind) {
    case 'command': {
      const { text } = call;
      const answer = yield { kind: 'command', command: { text, ...at(text), step: null }, trapped: true, fresh: true };
      const { returnCode = REFUSED, lines = [], echo } = answer ?? {};
      const printed = call.echo && echo !== undefined ? [echo, ...lines] : lines;
      return [...printedAs(printed), { exit: call.zero ? 0 : returnCode }];
    }
    case 'job':
      return yield* submit(call.source, call.listing, input, script, at(name));
    case 'not-emulated':
      yield { kind: 'not-emulated', part: { text: call.text, reason: call.reason, ...at(call.text) } };
      return [{ exit: REFUSED }];
    default:
      yield { kind: 'hint', remark: { text: call.reason, ...at(name) } };
      return [{ exit: REFUSED }];
  }
}

async function* submit(
  source: JobSource,
  listing: boolean,
  input: string | null,
  script: Script,
  at: Omit<Remark, 'text'>,
): Served {
  const { surroundings, carriers } = script;
  const held = source.kind === 'data-set' ? await surroundings.dataSet(source.name.replaceAll("'", '')) : null;
  const text = held === null ? input : new TextDecoder('utf-8').decode(held);
  const fileName = source.kind === 'stdin' ? `${script.file}(stdin)` : source.name;
  if (text === null) {
    yield { kind: 'problem', remark: { ...at, text: `there is no job ${fileName}` } };
    return [{ exit: 1 }];
  }
  const job = await readBy(carriers, text, fileName, surroundings, 'jcl');
  for (const { file, line, text: left } of job.unset) {
    yield { kind: 'problem', remark: { file, line, text: `no value for ${left}; the job is not run` } };
  }
  if (job.unset.length > 0) return [{ exit: 1 }];
  const lines: string[] = [];
  let highest = 0;
  yield* passOn(
    job.run(),
    (event, answer) => {
      if (event.kind === 'step') highest = Math.max(highest, event.returnCode ?? 0);
      if (event.kind === 'command' && listing && event.trapped !== true) lines.push(...(answer?.lines ?? []));
    },
    (event) => (event.kind === 'command' ? { ...event, trapped: event.trapped === true || listing } : event),
  );
  script.submitted.count++;
  const printed = listing ? lines : jobLines(script.submitted.count, text, highest);
  // Zowe CLI tells whether a job could be submitted, not how it ended.
  return [...printedAs(printed), { exit: 0 }];
}

/** What Zowe CLI says of a submitted job; the layout is assumed. */
function jobLines(number: number, text: string, code: number): readonly string[] {
  const name = /^\/\/([A-Z0-9@#$]{1,8})\s+JOB(?:\s|$)/im.exec(text)?.[1] ?? '';
  return [
    `jobid:   JOB${String(number).padStart(5, '0')}`,
    `retcode: CC ${String(code).padStart(4, '0')}`,
    `jobname: ${name}`,
    'status:  OUTPUT',
  ];
}

/** So many characters a message at most: a listing of a large store is sent in pieces. */
const PIECE = 1024 * 1024;

function printedAs(lines: readonly string[]): readonly Reply[] {
  const replies: Reply[] = [];
  let piece = '';
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < PIECE) continue;
    replies.push({ out: piece });
    piece = '';
  }
  if (piece !== '') replies.push({ out: piece });
  return replies;
}
