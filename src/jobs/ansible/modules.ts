/**
 * The commands that a module is given.
 *
 * IBM z/OS core collection: "zos_tso_command", a text or a list of commands; "zos_mvs_raw", a program with its DD
 * statements, of which the terminal monitor program reads commands from SYSTSIN. Ansible: "raw", "shell", "command",
 * a line of a shell; of these the calls of our commands are taken, and no shell is run.
 */
import type { LogicalCommand } from '../../core/logical-command.ts';
import { linesOf, type NotEmulated, type Remark, type Unset } from '../carrier.ts';
import { isMap, type Value } from '../jinja.ts';
import { fill } from '../placeholders.ts';
import { callsOne } from '../shell/calls.ts';
import { inOneLine } from '../shell/calls.ts';
import { readCalls } from '../shell/read-calls.ts';
import { readText } from '../text.ts';
import { entryOf, mapOf, textOf } from './entries.ts';
import type { Scope } from './scope.ts';
import type { CommandModule } from './step.ts';
import type { YamlEntry, YamlNode } from './yaml.ts';

/** Null for a module without commands of ours. */
export function commandModule({ key, value }: YamlEntry): CommandModule | null {
  const name = key.replace(/^.*\./, '');
  if (name === 'zos_tso_command') return 'tso';
  if (name === 'zos_mvs_raw') return isMonitor(value) ? 'batch' : null;
  return ['raw', 'shell', 'command'].includes(name) && callsOne(lineOf(value)?.text ?? '') ? 'shell' : null;
}

function isMonitor(value: YamlNode): boolean {
  if (value.kind !== 'map') return false;
  const program =
    textOf(entryOf(value, 'program_name')) ?? textOf(entryOf(value, 'pgm')) ?? textOf(entryOf(value, 'program'));
  return /^IKJEFT(?:01|1A|1B)$/i.test(program ?? '');
}

/** The line of a shell, given as a text or as `cmd`. */
function lineOf(value: YamlNode): Extract<YamlNode, { kind: 'text' }> | null {
  if (value.kind === 'text') return value;
  const cmd = value.kind === 'map' ? entryOf(value, 'cmd')?.value : undefined;
  return cmd?.kind === 'text' ? cmd : null;
}

export interface ModuleCommands {
  readonly commands: readonly LogicalCommand[];
  readonly unset: readonly Unset[];
  readonly notEmulated: readonly NotEmulated[];
  readonly problems: readonly Remark[];
  readonly hints: readonly Remark[];
  /** Why nothing of it can be run; null when it can. */
  readonly unknown: { readonly line: number; readonly reason: string } | null;
}

const NONE: ModuleCommands = { commands: [], unset: [], notEmulated: [], problems: [], hints: [], unknown: null };

export function commandsOf(kind: CommandModule, module: YamlEntry, scope: Scope, file: string): ModuleCommands {
  switch (kind) {
    case 'tso':
      return tsoCommands(module, scope, file);
    case 'shell':
      return shellCommands(lineOf(module.value), scope, file);
    case 'batch':
      return batchCommands(module, scope, file);
  }
}

/** Commands of a task; more nobody writes. */
const MOST = 1_000;

function tsoCommands(module: YamlEntry, scope: Scope, file: string): ModuleCommands {
  const given = mapOf(module);
  const entry = given === null ? null : (entryOf(given, 'commands') ?? entryOf(given, 'command'));
  if (entry === null) return wrong(module.line, `${module.key} has no list of commands`, file);
  const commands: LogicalCommand[] = [];
  const unset: Unset[] = [];
  const texts = textsIn(entry.value, scope, file);
  for (const { text, left, unknown, line, inFile } of texts.slice(0, MOST)) {
    if (text === null) {
      return wrong(line, 'a command is expected here; text that begins with {{ needs quotes', inFile);
    }
    if (unknown !== null) return { ...NONE, unknown: { line, reason: unknown } };
    for (const { name, text: written } of left) unset.push({ file: inFile, line, name, text: written });
    commands.push({ text: inOneLine(text.trim()), file: inFile, line, step: null });
  }
  return { ...NONE, commands, unset };
}

function shellCommands(node: Extract<YamlNode, { kind: 'text' }> | null, scope: Scope, file: string): ModuleCommands {
  if (node === null) return NONE;
  // Only what stands between {{ and }} is Ansible's; ${x} is the shell's.
  const found = scope.valueOf(node);
  if (found.kind === 'unknown') return { ...NONE, unknown: { line: node.line, reason: found.reason } };
  if (found.kind === 'unset') return unsetIn(node, found.name, file);
  const text = typeof found.value === 'string' ? found.value : '';
  const lines = linesOf(text).map((each) => ({ ...each, line: each.line + node.line - 1 }));
  return { ...NONE, ...readCalls(lines, file, new Map()) };
}

function batchCommands(module: YamlEntry, scope: Scope, file: string): ModuleCommands {
  const dds = module.value.kind === 'map' ? entryOf(module.value, 'dds')?.value : undefined;
  for (const dd of dds?.kind === 'list' ? dds.items : []) {
    const input = dd.kind === 'map' ? mapOf(entryOf(dd, 'dd_input')) : null;
    const content = input === null ? null : entryOf(input, 'content');
    if (input === null || content === null || !/^SYSTSIN$/i.test(textOf(entryOf(input, 'dd_name')) ?? '')) continue;
    return inputCommands(content.value, scope, file);
  }
  return wrong(module.line, `${module.key} has no content for SYSTSIN`, file);
}

function inputCommands(content: YamlNode, scope: Scope, file: string): ModuleCommands {
  const lines: string[] = [];
  const unset: Unset[] = [];
  const texts = textsIn(content, scope, file);
  const [first] = texts;
  for (const { text, left, unknown, line, inFile } of texts.slice(0, MOST)) {
    if (text === null) return wrong(line, 'a line of input is expected here', inFile);
    if (unknown !== null) return { ...NONE, unknown: { line, reason: unknown } };
    for (const { name, text: written } of left) unset.push({ file: inFile, line, name, text: written });
    // Items of a list are lines; blank lines keep each at its number.
    const behind = line - (first?.line ?? line) - lines.length;
    for (let blank = 0; blank < Math.min(behind, MOST); blank++) lines.push('');
    for (const each of text.replace(/\n$/, '').split('\n')) lines.push(each);
  }
  const moved = <T extends { readonly line: number }>(each: T): T => ({
    ...each,
    line: each.line + (first?.line ?? 1) - 1,
  });
  const { commands, problems, hints } = readText(lines.join('\n'), first?.inFile ?? file);
  return { ...NONE, unset, commands: commands.map(moved), problems: problems.map(moved), hints: hints.map(moved) };
}

interface FilledText {
  /** Null where no text stands. */
  readonly text: string | null;
  readonly left: readonly { readonly name: string; readonly text: string }[];
  readonly unknown: string | null;
  readonly line: number;
  readonly inFile: string;
}

/** The texts of a list, or of a text that may stand for one, placeholders filled in. */
function textsIn(node: YamlNode, scope: Scope, file: string): readonly FilledText[] {
  const filled = (each: YamlNode, inFile: string): FilledText => {
    if (each.kind !== 'text') return { text: null, left: [], unknown: null, line: each.line, inFile };
    return { ...fill(each.text, scope.lookup), line: each.line, inFile };
  };
  if (node.kind === 'list') return node.items.map((each) => filled(each, file));
  const template = node.kind === 'text' ? /^\s*\{\{([^{}]*)\}\}\s*$/.exec(node.text)?.[1]?.trim() : undefined;
  if (template === undefined) return [filled(node, file)];
  const written = scope.listIn(template);
  if (written !== null) return written.items.map((each) => filled(each, written.file));
  const found = scope.valueOf(node);
  const list = found.kind === 'value' && typeof found.value !== 'string' && !isMap(found.value) ? found.value : null;
  if (list === null) return [filled(node, file)];
  return list.map((each: Value) => {
    const text = typeof each === 'string' ? each : null;
    return { text, left: [], unknown: null, line: node.line, inFile: file };
  });
}

function unsetIn(node: YamlNode, name: string, file: string): ModuleCommands {
  return { ...NONE, unset: [{ file, line: node.line, name, text: `{{ ${name} }}` }] };
}

function wrong(line: number, text: string, file: string): ModuleCommands {
  return { ...NONE, problems: [{ file, line, text }] };
}
