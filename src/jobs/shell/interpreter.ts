/**
 * Which shell runs a script: the one its first line names, where this machine has it.
 *
 * The sh of z/OS is of the Korn family (z/OS UNIX System Services Command Reference, "sh"): scripts for it have `[[`,
 * `function` and a `read` without a name. For them, and where a script's own shell is missing, bash is nearer to it
 * than what other systems call sh.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { basename, delimiter, isAbsolute, join } from 'node:path';
import { STAND_INS } from './calls.ts';

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'ksh93', 'mksh', 'zsh', 'rbash']);

/** What the first line of a script says. */
export interface Shebang {
  /** As written: a path, or the name that `env` looks for. */
  readonly shell: string;
  readonly options: readonly string[];
}

/** The shell that the first line names; null when there is none, or it is no shell. */
export function shebangOf(text: string): Shebang | null {
  const line = /^\ufeff?#![ \t]*([^\r\n]*)/.exec(text)?.[1];
  if (line === undefined) return null;
  const words = line.trim().split(/[ \t]+/);
  if (basename(words[0] ?? '') === 'env') {
    words.shift();
    while (words[0] !== undefined && (words[0].startsWith('-') || words[0].includes('='))) words.shift();
  }
  const [shell = '', ...options] = words;
  return SHELLS.has(basename(shell)) ? { shell, options } : null;
}

export interface Interpreter {
  readonly path: string;
  readonly options: readonly string[];
  /** What to tell when it is not the one asked for. */
  readonly remark: string | null;
  /** It takes functions whose names are paths. */
  readonly isBash: boolean;
}

/** Null when this machine has no shell at all. `searchPath` is the PATH to look in. */
export function interpreterFor(shebang: Shebang | null, byPath: boolean, searchPath: string): Interpreter | null {
  const wanted = shebang?.shell ?? 'sh';
  const options = shebang?.options ?? [];
  const own = isAbsolute(wanted) && isProgram(wanted) ? wanted : found(basename(wanted), searchPath);
  const bash = found('bash', searchPath);
  if (basename(wanted) === 'sh' && bash !== null) return { path: bash, options, remark: null, isBash: true };
  if (own !== null && !(byPath && basename(own) !== 'bash' && bash !== null)) {
    return { path: own, options, remark: null, isBash: basename(own) === 'bash' };
  }
  const instead = bash ?? found('sh', searchPath);
  if (instead === null) return null;
  const reason = own === null ? `this machine has no ${wanted}` : 'only bash lets stand-ins be called by a full path';
  return { path: instead, options, remark: `${instead} runs the script: ${reason}`, isBash: instead === bash };
}

function found(name: string, searchPath: string): string | null {
  const candidates = searchPath.split(delimiter).map((folder) => join(folder || '.', name));
  return candidates.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** A call by a full path, which no PATH redirects. */
export interface PathCall {
  readonly path: string;
  readonly line: number;
}

const BY_PATH = new RegExp(`(?<![\\w./-])((?:/[\\w.-]+)*/bin/(?:${STAND_INS.join('|')}))(?![\\w./-])`, 'g');

/** The calls of our commands by a full path, each path once. */
export function pathCalls(lines: readonly { readonly text: string; readonly line: number }[]): readonly PathCall[] {
  const calls = new Map<string, PathCall>();
  for (const { text, line } of lines) {
    if (/^\s*#/.test(text) || !text.includes('/bin/')) continue;
    for (const [, path = ''] of text.matchAll(BY_PATH)) {
      if (!calls.has(path) && calls.size < 20) calls.set(path, { path, line });
    }
  }
  return [...calls.values()];
}
