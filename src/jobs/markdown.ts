/**
 * Markdown: the commands in a document's blocks of code, each block read by what it holds. No shell is run.
 *
 * The tag of a fence says what it is; where it says nothing the content does, and then only what begins with a
 * command is taken for commands. A block that is passed over is named if a command is in it.
 */
import {
  type Carrier,
  type Job,
  linesOf,
  type NotEmulated,
  passOn,
  type Remark,
  type Running,
  type SourceLine,
  type Surroundings,
} from './carrier.ts';
import { balanceOf } from './balance.ts';
import { beginsWithCommand, commandMentioned, mentionsRacdcert } from './command-words.ts';
import { LIMITS } from '../core/limits.ts';
import { terminalLines } from './document-lines.ts';
import { type Block, blocksOf } from './markdown-blocks.ts';
import { callsOne } from './shell/calls.ts';

const HAS_FENCE = /^[ \t>]*(?:`{3,}[^`\n]*|~{3,}[^\n]*)\r?$/m;

export const markdown: Carrier = {
  name: 'markdown',
  recognises: (content, fileName) =>
    !content.includes('\0') && (/\.(?:md|markdown|mdx)$/i.test(fileName) || HAS_FENCE.test(content)),
  read: readDocument,
};

const SHELL_TAGS: ReadonlySet<string> = new Set([
  'bash',
  'sh',
  'shell',
  'ksh',
  'zsh',
  'console',
  'shell-session',
  'shellsession',
  'sh-session',
  'terminal',
]);
const COMMAND_TAGS: ReadonlySet<string> = new Set(['tso', 'racf', 'racdcert']);
/** Tags that leave it to the content. */
const OPEN_TAGS: ReadonlySet<string> = new Set([
  '',
  'text',
  'txt',
  'plaintext',
  'plain',
  'none',
  'zos',
  'z/os',
  'mvs',
  'cmd',
  'command',
  'commands',
  'clist',
]);
const OWN_TAGS: ReadonlyMap<string, string> = new Map([
  ['jcl', 'jcl'],
  ['rexx', 'rexx'],
]);

const WRAPPED = 'no continuation sign: the lines are read as one command, as at a terminal; a job needs the sign';

type Part = { readonly kind: 'job'; readonly job: Job } | { readonly kind: 'left'; readonly part: NotEmulated };

async function readDocument(
  content: string,
  file: string,
  surroundings: Surroundings,
  carriers: readonly Carrier[],
): Promise<Job> {
  const lines = linesOf(content);
  const { blocks, prose } = blocksOf(lines);
  const hints = inlineCommands(prose, file);
  const parts: Part[] = [];
  const problems: Remark[] = [];
  if (lines.length > LIMITS.documentLines || blocks.length > LIMITS.documentBlocks) {
    const text = `the document has more than ${LIMITS.documentLines} lines or ${LIMITS.documentBlocks} blocks of code`;
    problems.push({ file, line: 1, text });
  }
  for (const block of problems.length > 0 ? [] : blocks) {
    const text = block.lines.map((each) => each.text).join('\n');
    const name = carrierOf(block, text, carriers);
    const carrier = carriers.find((each) => each.name === name);
    if (block.unclosed && carrier !== undefined) {
      hints.push({
        file,
        line: block.line,
        text: 'this block of code has no end; it is read to the end of the document',
      });
    }
    // Blank lines in front keep the numbers of the document's lines.
    const above = (block.lines[0]?.line ?? 1) - 1;
    const { text: read, wrapped } = name === 'text' ? terminalLines(text) : { text, wrapped: [] };
    for (const line of wrapped) hints.push({ file, line: above + line, text: WRAPPED });
    const placed = `${'\n'.repeat(above)}${read}`;
    if (carrier !== undefined)
      parts.push({ kind: 'job', job: await carrier.read(placed, file, surroundings, carriers) });
    else {
      const word = passedOver(block, text);
      if (word !== null) parts.push({ kind: 'left', part: leftOut(block, word, file) });
    }
  }
  return jobOf(parts, hints, problems);
}

/** The name of the carrier that reads a block; null when it holds no commands. */
function carrierOf({ tag, lines }: Block, text: string, carriers: readonly Carrier[]): string | null {
  const recognised = (...names: readonly string[]): string | null =>
    carriers.find((each) => names.includes(each.name) && each.recognises(text, ''))?.name ?? null;
  const commands = beginsWithCommand(text) && !(tag === null && /\.\s*$/.test(lines[0]?.text ?? ''));
  if (tag !== null && SHELL_TAGS.has(tag)) {
    if (commands) return 'text';
    return callsOne(text) || mentionsRacdcert(text) ? 'zowe' : null;
  }
  if (tag === 'jcl' && commands) return 'text';
  if (tag !== null && OWN_TAGS.has(tag)) return OWN_TAGS.get(tag) ?? null;
  if (tag === 'yaml' || tag === 'yml' || tag === 'ansible') return recognised('ansible');
  if (tag !== null && !COMMAND_TAGS.has(tag) && !OPEN_TAGS.has(tag)) {
    // A tag made up for the occasion; what is in another language does not begin with a command.
    return commands && mentionsRacdcert(text) ? 'text' : null;
  }
  const found = recognised('jcl', 'rexx', 'shell', 'zowe', 'ansible');
  if (found !== null) return found === 'shell' ? 'zowe' : found;
  return commands || (tag !== null && COMMAND_TAGS.has(tag)) ? 'text' : null;
}

/** The command that a block without a carrier names; of those of RACF in other languages only RACDCERT is one for sure. */
function passedOver({ tag }: Block, text: string): string | null {
  if (tag === null || OPEN_TAGS.has(tag)) return commandMentioned(text);
  return mentionsRacdcert(text) ? 'RACDCERT' : null;
}

function leftOut({ tag, lines, line }: Block, word: string, file: string): NotEmulated {
  const at = lines.find(({ text }) => text.toUpperCase().includes(word))?.line ?? line;
  const text = tag === null || tag === '' ? 'block of code' : `block of ${tag.slice(0, 20)}`;
  return { file, line: at, text, reason: `it names ${word}, and does not begin with a command` };
}

/** Whole commands in sentences, and lines of prose that begin with one: shown to a reader, not meant to be run. */
function inlineCommands(prose: readonly SourceLine[], file: string): Remark[] {
  const hints: Remark[] = [];
  for (const { text, line } of prose) {
    const spans = [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
    const inside = spans.some((span) => WHOLE.test(span) && balanceOf(span) === 'balanced');
    if (inside || isBare(text)) hints.push({ file, line, text: IN_PROSE });
  }
  return hints;
}

const IN_PROSE = 'the command in the sentence is not run; commands are taken from blocks';
const WHOLE = /^\s*RACDCERT\s[^\n]*\(/i;

/** Behind the mark of a list or none, without back quotes: with operands, or going on in the next line. */
function isBare(line: string): boolean {
  // Step by step, because one pattern for all of it takes cubic time on a long line.
  const command = line
    .trim()
    .replace(/^(?:[-*+]|\d{1,9}[.)])/, '')
    .trimStart();
  if (!/^RACDCERT[ \t]/i.test(command) || command.includes('`')) return false;
  return /[+-]$/.test(command) || (command.includes('(') && command.endsWith(')'));
}

function jobOf(parts: readonly Part[], hints: readonly Remark[], problems: readonly Remark[]): Job {
  const jobs = parts.flatMap((each) => (each.kind === 'job' ? [each.job] : []));
  const planned = jobs.map((each) => each.planned);
  return {
    unset: jobs.flatMap((each) => each.unset),
    planned: planned.includes(null) ? null : planned.flatMap((each) => each ?? []),
    async *run() {
      for (const remark of hints) yield { kind: 'hint', remark };
      for (const remark of problems) yield { kind: 'problem', remark };
      const codes: number[] = [];
      for (const each of parts) {
        if (each.kind === 'left') yield { kind: 'not-emulated', part: each.part };
        else codes.push(yield* coded(each.job));
      }
      // One block may set its own code, and others not: the highest of all is the document's.
      return { exitCode: codes.length === 0 ? null : Math.max(...codes) };
    },
  };
}

/** Runs a job and tells its code: its own, else the highest of its commands. */
async function* coded(job: Job): Running<number> {
  let highest = 0;
  const { exitCode } = yield* passOn(job.run(), (_, answer) => {
    highest = Math.max(highest, answer?.returnCode ?? 0);
  });
  return exitCode ?? highest;
}
