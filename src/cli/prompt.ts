/** An interactive prompt for a person at a terminal: lines with history and completion, continued with + and -. */
import { createInterface } from 'node:readline';
import type { Completions } from '../tso/being-typed.ts';
import { continued, goingOn, type Sign } from '../jobs/continuation.ts';
import { openHistory } from './prompt-history.ts';

export interface PromptOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** `racdcert> ` */
  readonly prompt: string;
  /** Where lines are remembered; null for nowhere. */
  readonly historyFile: string | null;
  /** What HELP and ? answer. */
  readonly help: string;
  complete(text: string): Promise<Completions>;
  /** Runs one command and prints what comes of it; gives it back as it may be remembered: without passwords. */
  run(command: string): Promise<string>;
}

const ENDS = /^\s*(?:end|exit|quit|logoff)\s*;?\s*$/i;
const CONTINUES = '... ';
const HELP = /^\s*(?:help|\?)\s*$/i;
/** What stands in the place of a password in the history. */
const MASKED = /\(\*{8}\)/;
/** A word that begins with P, outside the middle of another: PASSWORD and PHRASE in any abbreviation or misspelling. */
const MAY_HOLD_PASSWORD = /(?:^|[^A-Z0-9@#$])P/i;

/** Reads and runs commands until END or the end of the input. */
export async function promptFor(options: PromptOptions): Promise<void> {
  const { input, output, prompt } = options;
  const history = openHistory(options.historyFile);
  const joiner = lineJoiner();
  const reader = createInterface({
    input,
    output,
    prompt,
    history: [...history.lines],
    historySize: 500,
    completer(line: string, done: (error: null, result: [string[], string]) => void) {
      options.complete(joiner.pending() + line).then(
        ({ candidates, typed }) => done(null, [[...candidates], typed]),
        () => done(null, [[], line]),
      );
    },
  });
  let remembered: string[] = [];
  reader.on('history', (lines: string[]) => {
    remembered = lines;
  });
  const ask = (text: string): void => {
    reader.setPrompt(text);
    reader.prompt();
  };
  // ^C forgets the command being typed, as ATTN does.
  reader.on('SIGINT', () => {
    joiner.forget();
    for (const name of ['e', 'u']) reader.write(null, { ctrl: true, name });
    output.write('\n');
    ask(prompt);
  });
  ask(prompt);
  for await (const line of reader) {
    const command = joiner.add(line);
    if (command === null) {
      ask(CONTINUES);
      continue;
    }
    if (ENDS.test(command)) break;
    if (HELP.test(command)) output.write(`${options.help}\n`);
    else if (MASKED.test(command)) output.write('The password stands for one that is not remembered: type it anew.\n');
    else if (command.trim() !== '') {
      const echo = await options.run(command);
      // As typed it may hold a password: arrow-up gives it back without.
      const kept = MAY_HOLD_PASSWORD.test(command) ? echo : command.trim();
      if (remembered[0] === line) remembered[0] = kept;
      if (kept !== '') history.remember(kept);
    }
    ask(prompt);
  }
  reader.close();
}

interface LineJoiner {
  /** The whole command, or null when the line goes on. */
  add(line: string): string | null;
  /** What has been typed of the command so far. */
  pending(): string;
  forget(): void;
}

/** As in a file of commands. */
function lineJoiner(): LineJoiner {
  let text = '';
  let before: Sign = '';
  const forget = (): void => {
    text = before = '';
  };
  return {
    add(line) {
      const { body, sign } = continued(line);
      text += goingOn(before, body);
      before = sign;
      if (sign !== '') return null;
      const whole = text;
      forget();
      return whole;
    },
    pending: () => text,
    forget,
  };
}
