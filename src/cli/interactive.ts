/** The prompt of `ringtool racdcert` and `ringtool tso`, when nobody pipes anything in. */
import { completeCommand } from '../session/complete.ts';
import { isRingtoolError } from '../core/errors.ts';
import { runJob } from '../session/job-run.ts';
import { flagOption, type Invocation } from './command.ts';
import { EXIT } from './exit.ts';
import { jobScreen } from './job-screen.ts';
import { openOrCreate } from './open.ts';
import { promptFor } from './prompt.ts';
import { historyFile } from './prompt-history.ts';
import { sessionFor } from './session-for.ts';
import { typedJob } from './typed-job.ts';
import type { TypedOrRead } from './typed-or-read.ts';

const HELP = [
  'Commands are typed as at READY; + and - at the end of a line continue it, TAB completes, arrow up recalls.',
  'What one means and would do: ringtool explain "COMMAND". How sure that is: ringtool about fidelity FUNCTION.',
  'END leaves.',
].join('\n');

export async function interact(invocation: Invocation, { name, commandOf }: TypedOrRead): Promise<number> {
  const { globals, io, options } = invocation;
  const store = await openOrCreate(globals);
  try {
    const session = await sessionFor(invocation, store);
    const tell = jobScreen(io, { echo: false, fold: flagOption(options, 'fold'), typed: true });
    const emulation = globals.dryRun ? 'a dry run of an emulation' : 'an emulation, not RACF';
    io.hint(`${name}: ${emulation}; user ${session.user}, store ${globals.store}. TAB completes, END leaves.`);
    await promptFor({
      input: process.stdin,
      output: process.stdout,
      prompt: `${name}> `,
      historyFile: historyFile(io.env),
      help: HELP,
      complete: (text) => completeCommand(commandOf(text), session),
      async run(line) {
        let echo = '';
        try {
          await runJob(await typedJob(commandOf(line)), session, {
            stopOnError: false,
            tell(news) {
              if (news.kind === 'done') echo = news.result.echo;
              tell(news);
            },
          });
        } catch (error) {
          // The next command may do better: a prompt is not left for one that could not be run.
          if (!isRingtoolError(error)) throw error;
          io.err(`ringtool: ${error.message}`);
          if (error.hint !== undefined) io.hint(`hint: ${error.hint}`);
        }
        return echo;
      },
    });
  } finally {
    await store.close();
  }
  return EXIT.done;
}
