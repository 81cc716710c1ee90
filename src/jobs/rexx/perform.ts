/** An exec from its first step to its last. */
import type { JobEnd, JobEvent, Surroundings } from '../carrier.ts';
import type { Code } from './code.ts';
import { Exec, type Effect, type Reply, type Run } from './exec.ts';
import { closeFile } from './execio.ts';
import { Ended, Fault, Stop } from './faults.ts';
import { routine } from './routine.ts';

/** Runs it; what cannot be evaluated ends it with a problem that names the line. */
export async function* perform(
  code: Code,
  file: string,
  surroundings: Surroundings,
): AsyncGenerator<JobEvent, JobEnd, Reply> {
  const running = run(new Exec(code, file, surroundings));
  let reply: Reply;
  for (;;) {
    const { done, value }: IteratorResult<Effect, JobEnd> = running.next(reply);
    if (done === true) return value;
    if (value.kind === 'read') reply = await surroundings.dataSet(value.dataSet);
    else reply = yield value;
  }
}

function* run(exec: Exec): Run<JobEnd> {
  const { file } = exec;
  try {
    yield* routine(exec, exec.main(), 0);
    return yield* atEnd(exec, { exitCode: 0 });
  } catch (error) {
    if (error instanceof Ended) return yield* atEnd(exec, { exitCode: error.code });
    if (!(error instanceof Fault || error instanceof Stop)) throw error;
    const line = error.line ?? exec.line;
    yield { kind: 'problem', remark: { file, line, text: `${error.message}; the exec stops here` } };
    return { exitCode: null };
  }
}

/** Data sets are closed. TSO takes what lies in the data stack as commands, once the exec has ended. */
function* atEnd(exec: Exec, end: JobEnd): Run<JobEnd> {
  const { file, line, stack } = exec;
  for (const open of exec.files.values()) yield* closeFile(exec, open);
  const lines = `${stack.queued} ${stack.queued === 1 ? 'line' : 'lines'}`;
  const reason = 'TSO would read what is left as commands; it is not run';
  if (stack.queued > 0)
    yield { kind: 'not-emulated', part: { file, line, text: `${lines} in the data stack`, reason } };
  return end;
}
