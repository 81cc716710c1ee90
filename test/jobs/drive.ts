/** Runs a job with scripted answers and keeps what happened: carriers are tested through their events. */
import type { Answer, Job, JobEnd, JobEvent, Surroundings } from '../../src/jobs/carrier.ts';

/** What a job stands in, for tests: fixed clock and user, data sets from a map that the job's own go into. */
export interface Scene extends Surroundings {
  readonly dataSets: Map<string, Uint8Array>;
}

export interface SceneParts extends Partial<Omit<Surroundings, 'dataSet' | 'symbols'>> {
  readonly symbols?: Readonly<Record<string, string>>;
  /** Texts by fully qualified name. */
  readonly dataSets?: Readonly<Record<string, string>>;
}

export function scene({ symbols = {}, dataSets = {}, ...parts }: SceneParts = {}): Scene {
  const held = new Map(Object.entries(dataSets).map(([name, text]) => [name, Buffer.from(text)]));
  return {
    symbols: new Map(Object.entries(symbols)),
    procedureFolders: [],
    user: 'IBMUSER',
    now: new Date('2030-02-03T04:05:06Z'),
    timeZone: 'UTC',
    prefix: 'IBMUSER',
    dryRun: false,
    program: null,
    environment: {},
    ...parts,
    dataSets: held,
    dataSet: (name) => Promise.resolve(held.get(name) ?? null),
  };
}

/** A code, or lines and a code, by the beginning of the command; the first that fits counts, 0 where none does. */
export type Script = Readonly<Record<string, number | Answer>>;

export interface Driven {
  readonly events: readonly JobEvent[];
  readonly end: JobEnd;
  /** Commands run, blanks around them removed. */
  readonly commands: readonly string[];
  readonly skipped: readonly string[];
  /** `line: text` of problems, of hints, and of what is not emulated (`line: text: reason`). */
  readonly problems: readonly string[];
  readonly hints: readonly string[];
  readonly notEmulated: readonly string[];
  /** What the job printed on either stream. */
  readonly output: string;
  /** `name=code` of each step, `name=-` of one not run. */
  readonly steps: readonly string[];
}

export async function drive(job: Job, script: Script = {}, dataSets: Scene['dataSets'] = new Map()): Promise<Driven> {
  const running = job.run();
  const events: JobEvent[] = [];
  let answer: Answer | undefined;
  for (;;) {
    const { done, value } = await running.next(answer);
    if (done === true) return { events, end: value, ...summary(events) };
    events.push(value);
    answer = undefined;
    if (value.kind === 'command') answer = answerOf(script, value.command.text);
    if (value.kind === 'data-set') {
      dataSets.set(value.name, value.bytes);
      answer = { returnCode: 0, lines: [] };
    }
  }
}

function answerOf(script: Script, text: string): Answer {
  const found = Object.entries(script).find(([start]) => text.trimStart().startsWith(start))?.[1] ?? 0;
  return typeof found === 'number' ? { returnCode: found, lines: [] } : found;
}

function summary(events: readonly JobEvent[]): Omit<Driven, 'events' | 'end'> {
  const of = <K extends JobEvent['kind']>(kind: K): Extract<JobEvent, { kind: K }>[] =>
    events.filter((event): event is Extract<JobEvent, { kind: K }> => event.kind === kind);
  return {
    commands: of('command').map(({ command }) => command.text.trim()),
    skipped: of('skipped').map(({ command }) => command.text.trim()),
    problems: of('problem').map(({ remark }) => `${remark.line}: ${remark.text}`),
    hints: of('hint').map(({ remark }) => `${remark.line}: ${remark.text}`),
    notEmulated: of('not-emulated').map(({ part }) => `${part.line}: ${part.text}: ${part.reason}`),
    output: of('output')
      .map(({ text }) => text)
      .join(''),
    steps: of('step').map(({ name, returnCode }) => `${name}=${returnCode ?? '-'}`),
  };
}
