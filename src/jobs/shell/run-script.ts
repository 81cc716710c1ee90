/**
 * Runs a script by the real shell, with stand-ins for the commands of z/OS first on its PATH.
 *
 * What the stand-ins are called with comes back over a socket as commands of this job, so that the session, a dry
 * run and a report see them as those of any other carrier. Everything else in the script is done by the shell.
 */
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import {
  type Carrier,
  type Job,
  type JobEnd,
  type JobEvent,
  linesOf,
  type Running,
  type Surroundings,
} from '../carrier.ts';
import { conduct } from './conduct.ts';
import { interpreterFor, pathCalls, shebangOf } from './interpreter.ts';
import { locator } from './locate.ts';
import { makeRunFolder, SOCKET } from './run-folder.ts';
import type { Script } from './serve.ts';
import { quoted, writeStandIns } from './stand-ins.ts';

/** A data set as `cp` and others of z/OS UNIX take it. */
const DATA_SET = /^[^#]*\/\/'[^']+'/;

/** The job of a script; what it will run is known only when it does. */
export function scriptJob(text: string, file: string, surroundings: Surroundings, carriers: readonly Carrier[]): Job {
  return { unset: [], planned: null, run: () => runScript(text, file, surroundings, carriers) };
}

async function* runScript(
  text: string,
  file: string,
  surroundings: Surroundings,
  carriers: readonly Carrier[],
): Running<JobEnd> {
  const { program } = surroundings;
  const searchPath = surroundings.symbols.get('PATH') ?? surroundings.environment.PATH ?? '';
  const calls = pathCalls(linesOf(text));
  const interpreter = interpreterFor(shebangOf(text), calls.length > 0, searchPath);
  if (program === null || interpreter === null) {
    const reason = program === null ? 'stand-ins cannot call this program here' : 'this machine has no shell for it';
    yield { kind: 'problem', remark: { file, line: 1, text: `the script is not run: ${reason}` } };
    return { exitCode: null };
  }
  if (surroundings.dryRun) yield hint(file, 1, 'a dry run: all but the commands of z/OS is really run by the shell');
  if (interpreter.remark !== null) yield hint(file, 1, interpreter.remark);
  for (const { path, line } of interpreter.isBash ? [] : calls) {
    yield hint(file, line, `${path} is not found on the PATH and gets no stand-in; write ${basename(path)}`);
  }
  const reached = linesOf(text).find((each) => DATA_SET.test(each.text));
  if (reached !== undefined) yield hint(file, reached.line, 'data sets are out of reach for commands of this shell');
  if (text.includes('\r\n')) yield hint(file, 1, 'lines end in CR LF; the shell gets them ended by LF');
  const folder = await makeRunFolder();
  try {
    const socket = join(folder, SOCKET);
    writeStandIns(folder, program, socket);
    const env = variables(surroundings, folder, searchPath);
    if (interpreter.isBash && calls.length > 0) env.BASH_ENV = writeFunctions(folder, calls);
    const script: Script = { file, locate: locator(text), surroundings, carriers, submitted: { count: 0 } };
    return yield* conduct(interpreter, scriptFile(text, file, folder), { env, socket, folder, script });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hint(file: string, line: number, text: string): JobEvent {
  return { kind: 'hint', remark: { file, line, text } };
}

/** Values given from outside are variables of the script. */
function variables({ symbols, environment }: Surroundings, folder: string, searchPath: string): NodeJS.ProcessEnv {
  const given = [...symbols].filter(([name, value]) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !value.includes('\0'));
  return { ...environment, ...Object.fromEntries(given), PATH: `${folder}${delimiter}${searchPath}` };
}

/** Bash looks up a command with slashes in it among its functions first. */
function writeFunctions(folder: string, calls: readonly { readonly path: string }[]): string {
  const file = join(folder, 'functions');
  const lines = calls.map(({ path }) => `function ${path} { ${quoted(join(folder, basename(path)))} "$@"; }`);
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}

/** The user's own file, so that `$0` means what it should; a copy for standard input and for foreign line ends. */
function scriptFile(text: string, file: string, folder: string): string {
  try {
    if (file !== '-' && readFileSync(file, 'utf8') === text && !text.includes('\r\n')) {
      return file.includes('/') ? file : `./${file}`;
    }
  } catch {
    // Not there, or not under this name: the text is what was asked for.
  }
  const copy = join(folder, 'script');
  writeFileSync(copy, text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'), { mode: 0o600 });
  chmodSync(copy, 0o600);
  return copy;
}
