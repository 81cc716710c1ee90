/** What is said of one job, kept to what a reader reads: a hint about a line once, and of one kind no more than fifty. */
import type { JobEvent, Remark, Running } from './carrier.ts';

/** Remarks of one kind; the others are counted. */
const MOST = 50;
/** Kinds told apart: far more than there are. */
const KINDS = 500;

/** Gives the events of a job, and at its end how many remarks of each kind there were beyond the bound. */
export async function* bounded<T>(running: Running<T>): Running<T> {
  const told = new Told();
  try {
    let answer: Parameters<typeof running.next>[0];
    for (;;) {
      const { done, value } = await running.next(answer);
      if (done === true) {
        yield* told.others();
        return value;
      }
      answer = told.takes(value) ? yield value : undefined;
    }
  } finally {
    // Left in the middle it cleans up, and nobody asks for its end.
    await running.return(undefined as never);
  }
}

type Diagnostic = Extract<JobEvent, { kind: 'hint' | 'problem' | 'not-emulated' }>;

interface Kind {
  count: number;
  readonly hints: Set<string>;
  /** The first that is not told. */
  over: Diagnostic | null;
}

class Told {
  readonly #kinds = new Map<string, Kind>();

  /** True when `event` is to be told. */
  takes(event: JobEvent): boolean {
    if (event.kind !== 'hint' && event.kind !== 'problem' && event.kind !== 'not-emulated') return true;
    const { file, line, text } = placed(event);
    const said = event.kind === 'not-emulated' ? `${text} ${event.part.reason}` : text;
    const kind = this.#kind(event.kind, sentence(said));
    const hint = `${file}:${line} ${text}`;
    if (event.kind === 'hint' && kind.hints.has(hint)) return false;
    kind.count++;
    if (kind.count > MOST) kind.over ??= event;
    else if (event.kind === 'hint') kind.hints.add(hint);
    return kind.count <= MOST;
  }

  #kind(event: Diagnostic['kind'], words: string): Kind {
    // A text may have its words from the job: beyond this many it is told with all others.
    const name = `${event} ${this.#kinds.size < KINDS || this.#kinds.has(`${event} ${words}`) ? words : ''}`;
    const kind = this.#kinds.get(name) ?? { count: 0, hints: new Set(), over: null };
    this.#kinds.set(name, kind);
    return kind;
  }

  *others(): Generator<JobEvent, void> {
    for (const { count, over } of this.#kinds.values()) {
      if (over === null) continue;
      const text = `${count - MOST} more of this kind, this one first: ${placed(over).text}`;
      if (over.kind === 'not-emulated') yield { kind: over.kind, part: { ...over.part, text } };
      else yield { kind: over.kind, remark: { ...over.remark, text } };
    }
  }
}

function placed(event: Diagnostic): Remark {
  return event.kind === 'not-emulated' ? event.part : event.remark;
}

/** The words of a remark that are not names: what remarks of one kind have in common. */
function sentence(text: string): string {
  return text
    .replace(/"[^"]*"/g, '')
    .split(' ')
    .filter((word) => /^[a-z']+[,:;.]?$/.test(word))
    .join(' ');
}
