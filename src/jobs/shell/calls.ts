/**
 * What a call of a z/OS command in a shell asks for: its name and words to a TSO command or a job.
 *
 * z/OS UNIX System Services Command Reference, "tsocmd" and "tso" (options -o and -t say where the command runs,
 * which makes no difference here). Zowe CLI: `zowe tso issue command` (group zos-tso, object cmd) and
 * `zowe jobs submit` (group zos-jobs).
 */

/** The commands that stand-ins take the place of. */
export const STAND_INS: readonly string[] = ['tsocmd', 'tso', 'racdcert', 'gskkyman', 'zowe'];

const CALLED = new RegExp(`(?<![\\w.-])(?:${STAND_INS.join('|')})[ \\t]`);

/** Some line of `text` calls one of them with words. */
export function callsOne(text: string): boolean {
  return CALLED.test(text);
}

export type Call =
  /** `echo`: the command is printed first. `zero`: the exit code does not tell the return code. */
  | { readonly kind: 'command'; readonly text: string; readonly echo: boolean; readonly zero: boolean }
  /** `listing`: what the job prints comes back. */
  | { readonly kind: 'job'; readonly source: JobSource; readonly listing: boolean }
  | { readonly kind: 'not-emulated'; readonly text: string; readonly reason: string }
  | { readonly kind: 'wrong'; readonly reason: string };

export type JobSource =
  | { readonly kind: 'stdin' }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'data-set'; readonly name: string };

/** What `name` with these words, quotes already taken off by the shell, asks for. */
export function callOf(name: string, words: readonly string[]): Call {
  switch (name) {
    case 'tsocmd':
      return command(name, words.join(' '), true);
    case 'tso':
      return command(name, words.filter((word, at) => at > 0 || !/^-[ot]$/.test(word)).join(' '), true);
    case 'racdcert':
      return command(name, asRacdcert(words.join(' ')), false);
    case 'zowe':
      return zoweCall(words);
    default:
      return notEmulated(name, 'it is not emulated by this version');
  }
}

function command(name: string, text: string, echo: boolean): Call {
  if (text.trim() === '') return { kind: 'wrong', reason: `${name}: no command is given` };
  return { kind: 'command', text: inOneLine(text), echo, zero: false };
}

/** A line break in a command, with what blanks are around it, is one blank to TSO. */
export function inOneLine(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  // Cut and joined: a pattern that begins with blanks takes quadratic time on a long run of them.
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/** RACDCERT's words as a command; the name in front is what people write all the same. Without any word it is RACDCERT alone. */
export function asRacdcert(text: string): string {
  return /^\s*racdcert(?![A-Z0-9@#$])/i.test(text) ? text : `RACDCERT ${text}`;
}

function notEmulated(text: string, reason: string): Call {
  return { kind: 'not-emulated', text, reason };
}

const GROUPS: ReadonlyMap<string, string> = new Map([
  ['tso', 'tso'],
  ['zos-tso', 'tso'],
  ['jobs', 'jobs'],
  ['zos-jobs', 'jobs'],
]);

/** Options of the two commands that are followed by no value; all others take the next word. */
const FLAGS: ReadonlySet<string> = new Set(
  '--ssm --suppress-startup-messages --wfo --wait-for-output --wfa --wait-for-active --vasc --view-all-spool-content'.split(
    ' ',
  ),
);
/** The answer would be JSON in a form not known here. */
const AS_JSON: ReadonlySet<string> = new Set(['--rfj', '--response-format-json']);

function zoweCall(words: readonly string[]): Call {
  const [group = '', action = '', object = '', ...rest] = words;
  // Only these: what stands behind may be a password.
  const said = `zowe ${words.slice(0, 3).join(' ')}`;
  const { values, options } = withoutOptions(rest);
  const json = [...words].find((word) => AS_JSON.has(word));
  if (json !== undefined) return notEmulated(said, `its answer with ${json} is not emulated`);
  const [value] = values;
  const place = `${GROUPS.get(group)} ${action}`;
  if (place === 'tso issue' && /^(?:command|cmd)$/.test(object)) {
    if (value === undefined) return { kind: 'wrong', reason: `${said}: no command is given` };
    // 0 says that the command was issued: Zowe CLI is not told the return code of TSO.
    return { kind: 'command', text: inOneLine(value), echo: false, zero: true };
  }
  const source = place === 'jobs submit' || place === 'jobs sub' ? sourceOf(object, value) : null;
  if (source === null) return notEmulated(said, 'of Zowe CLI, issuing TSO commands and submitting jobs are emulated');
  const listing = options.some((option) => option === '--vasc' || option === '--view-all-spool-content');
  return { kind: 'job', source, listing };
}

function sourceOf(object: string, value: string | undefined): JobSource | null {
  if (object === 'stdin' || object === 'in') return { kind: 'stdin' };
  if (value === undefined) return null;
  if (object === 'local-file' || object === 'lf') return { kind: 'file', name: value };
  if (object === 'data-set' || object === 'ds') return { kind: 'data-set', name: value };
  return null;
}

function withoutOptions(words: readonly string[]): { values: string[]; options: string[] } {
  const values: string[] = [];
  const options: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!/^-{1,2}[a-z]/.test(word)) values.push(word);
    else {
      options.push(word);
      if (!FLAGS.has(word) && !word.includes('=')) at++;
    }
  }
  return { values, options };
}
