/**
 * A script from its start to its end: what it prints, what its stand-ins ask, and how long is waited for what it left
 * running.
 */
import { unreachable } from '../../core/errors.ts';
import type { JobEnd, Running } from '../carrier.ts';
import { guard } from './guard.ts';
import type { Interpreter } from './interpreter.ts';
import { openJobSocket, type Visitor } from './job-socket.ts';
import { mailbox } from './mailbox.ts';
import { type Happening, startScript } from './process.ts';
import { questionOf, type Script, serve } from './serve.ts';
import { passSignals } from './signals.ts';

export interface Stage {
  readonly env: NodeJS.ProcessEnv;
  readonly socket: string;
  readonly folder: string;
  readonly script: Script;
}

/** Starts the script at `path` and goes with it to its end. */
export async function* conduct(
  interpreter: Interpreter,
  path: string,
  { env, socket, folder, script }: Stage,
): Running<JobEnd> {
  const { post, take } = mailbox<Happening | Visit | Pause>();
  const listening = await openJobSocket(socket, (visitor) => post({ kind: 'visit', visitor }));
  const shell = startScript(interpreter, path, env, post);
  const signals = passSignals(shell, folder);
  const callOff = shell.id === null ? null : guard(shell.id, folder, env.PATH ?? '');
  let exitCode: number | null = null;
  let closed = false;
  let pauses = 0;
  let ticking: NodeJS.Timeout | undefined;
  try {
    for (;;) {
      const happening = await take();
      switch (happening.kind) {
        case 'output':
          yield { kind: 'output', stream: happening.stream, text: happening.text, bytes: happening.bytes };
          happening.taken();
          break;
        case 'visit':
          yield* attend(happening.visitor, script);
          pauses = 0;
          break;
        case 'not-started':
          yield { kind: 'problem', remark: { file: script.file, line: 1, text: `no shell: ${happening.reason}` } };
          return { exitCode: null };
        case 'exited':
          ({ exitCode } = happening);
          ticking = setInterval(() => {
            pauses++;
            post({ kind: 'pause' });
          }, PAUSE_MS);
          break;
        case 'closed':
          closed = true;
          break;
        case 'pause':
          break;
        default:
          return unreachable(happening);
      }
      if (exitCode === null) continue;
      // Stand-ins in the background outlive the script's own shell.
      const alive = shell.alive();
      if (closed && !alive) return { exitCode };
      if (pauses < (shell.signalled ? 1 : PATIENCE)) continue;
      if (!shell.signalled) {
        const text = alive ? LEFT_RUNNING : LEFT_OPEN;
        yield { kind: 'hint', remark: { file: script.file, line: 1, text } };
      }
      return { exitCode };
    }
  } finally {
    clearInterval(ticking);
    await shell.end();
    callOff?.();
    listening.close();
    signals.release();
  }
}

interface Visit {
  readonly kind: 'visit';
  readonly visitor: Visitor;
}

/** Time goes by after the script's own shell has ended. */
interface Pause {
  readonly kind: 'pause';
}

const PAUSE_MS = 50;
/** So many pauses in which nothing is asked, and what runs in the background is taken for something else. */
const PATIENCE = 40;
const LEFT_RUNNING = 'what the script started in the background is still running and is ended';
const LEFT_OPEN = 'something that the script started has left it and may still print; it is not waited for';

async function* attend(visitor: Visitor, script: Script): Running<void> {
  const question = questionOf(visitor.asked);
  if (question === null) return visitor.reply([{ err: 'ringtool: the question is not understood\n', exit: 8 }]);
  const { name, words } = question;
  if (visitor.gone) {
    const command = { text: [name, ...words].join(' '), file: script.file, line: script.locate(name), step: null };
    yield { kind: 'skipped', command, reason: 'who called it has gone' };
    return;
  }
  visitor.reply(yield* serve(question, script));
}
