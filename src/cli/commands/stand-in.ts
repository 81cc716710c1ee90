/**
 * `ringtool stand-in NAME words`: what stand-ins for z/OS commands call. Inside a running job it asks that job;
 * elsewhere (`ringtool shims`) it runs the command itself.
 */
import { isRingtoolError, RingtoolError } from '../../core/errors.ts';
import { type Call, callOf, type JobSource, STAND_INS } from '../../jobs/shell/calls.ts';
import { JOB_VARIABLE } from '../../jobs/shell/stand-ins.ts';
import type { Command, Invocation } from '../command.ts';
import { textOfFile, textOfInput } from '../command-text.ts';
import { EXIT } from '../exit.ts';

export const standIn: Command = {
  description: 'Takes the place of a z/OS command in shell scripts. `ringtool shims` and `ringtool run` call it.',
  words: { flags: '<name...>', description: `${STAND_INS.join(', ')}, and its words` },
  freeText: true,
  examples: ['ringtool stand-in tsocmd -- "RACDCERT LIST"'],
  exitCodes: ['the return code of the command'],
  async run(invocation) {
    const [name = '', ...words] = invocation.words;
    if (!STAND_INS.includes(name)) throw new RingtoolError('cli/usage', `there is no stand-in for ${name}`);
    const call = callOf(name, words);
    const socket = invocation.io.env[JOB_VARIABLE];
    if (socket === undefined || socket === '') return alone(call, invocation);
    const { askJob } = await import('../ask-job.ts');
    const input = call.kind === 'job' && call.source.kind !== 'data-set' ? jobText(call.source, invocation) : null;
    try {
      return await askJob(socket, { name, words, input }, invocation.io);
    } catch (error) {
      // Whoever ran the script is gone: it must not go on behind his back, not even to its next line.
      if (isRingtoolError(error, 'jobs/bad-job')) {
        invocation.io.err(`ringtool: ${error.message}; the script is ended`);
        process.kill(0, 'SIGTERM');
      }
      throw error;
    }
  },
};

/** Outside of a job it does what `ringtool tso` and `ringtool run` do; inside of one nothing of that is loaded. */
async function alone(call: Call, invocation: Invocation): Promise<number> {
  const { io, options } = invocation;
  switch (call.kind) {
    case 'command': {
      const { emulateTyped } = await import('../emulate.ts');
      const code = await emulateTyped({ ...invocation, options: { ...options, echo: call.echo } }, call.text);
      return call.zero ? EXIT.done : code;
    }
    case 'job': {
      if (call.source.kind === 'data-set') {
        throw new RingtoolError('cli/usage', 'jobs in data sets can be submitted only by scripts that ringtool runs');
      }
      const { runTexts } = await import('../run-text.ts');
      await runTexts(invocation, [{ name: jobName(call.source), text: jobText(call.source, invocation) }], 'jcl');
      return EXIT.done;
    }
    case 'not-emulated':
      io.err(`ringtool: not emulated: ${call.text} (${call.reason})`);
      return EXIT.failed;
    default:
      io.err(`ringtool: ${call.reason}`);
      return EXIT.failed;
  }
}

function jobName(source: Exclude<JobSource, { kind: 'data-set' }>): string {
  return source.kind === 'stdin' ? '-' : source.name;
}

function jobText(source: Exclude<JobSource, { kind: 'data-set' }>, { io }: Invocation): string {
  return source.kind === 'stdin' ? textOfInput(io) : textOfFile(source.name);
}
