/**
 * Plays and tasks, read in the order they run.
 *
 * IBM z/OS core collection, "zos_tso_command": a text or a list of commands, `max_rc`; a list ends at the first
 * command above it. Ansible, "Playbook keywords" and "Blocks". Everything that is not such a task is named.
 */
import type { LogicalCommand } from '../../core/logical-command.ts';
import type { NotEmulated, Remark, Unset } from '../carrier.ts';
import { isMap, type Value } from '../jinja.ts';
import { fill } from '../placeholders.ts';
import { verdictOn } from './condition.ts';
import { listOf, type Scope } from './scope.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlText } from './yaml.ts';

/** One thing of a play, in order. */
export type Step =
  | { readonly kind: 'play' }
  | { readonly kind: 'task'; readonly task: TaskRun }
  | { readonly kind: 'not-emulated'; readonly part: NotEmulated }
  | { readonly kind: 'problem'; readonly remark: Remark };

/** A task with its commands, once for each item of its loop. */
export interface TaskRun {
  readonly name: string;
  readonly commands: readonly LogicalCommand[];
  /** The highest code that is no failure. */
  readonly maxRc: number;
  /** A failure does not end the play. */
  readonly failureIgnored: boolean;
  /** Also run after a failure (`always`). */
  readonly always: boolean;
  /** Its condition says no. */
  readonly skipped: boolean;
}

export interface Steps {
  readonly steps: readonly Step[];
  readonly unset: readonly Unset[];
}

/** What a task says besides its module; `with_...` as well. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'name when loop loop_control register failed_when changed_when ignore_errors vars tags become become_user ' +
    'become_method delegate_to delegate_facts environment no_log until retries delay notify args any_errors_fatal ' +
    'check_mode diff collections run_once connection remote_user async poll throttle timeout ignore_unreachable ' +
    'debugger module_defaults listen hosts gather_facts'
  ).split(' '),
);
/** What a play may have that is left out, and matters. */
const LEFT_OUT: readonly string[] = ['roles', 'handlers', 'vars_files', 'vars_prompt'];
const TASK_LISTS: readonly string[] = ['pre_tasks', 'tasks', 'post_tasks'];
/** Items of a loop, and commands of a task. */
const MOST = 1_000;

export function stepsOf(documents: readonly YamlNode[], file: string, scope: Scope): Steps {
  const reader = new TaskReader(file);
  for (const document of documents) {
    const items = document.kind === 'list' ? document.items : [document];
    for (const item of items) {
      if (item.kind !== 'map') reader.problem(item.line, 'a play or a task is expected here');
      else if (isPlay(item)) reader.play(item, scope);
      else reader.tasks([item], scope, false);
    }
  }
  return reader;
}

function isPlay(node: YamlMap): boolean {
  return node.entries.some(({ key }) => key === 'hosts' || TASK_LISTS.includes(key));
}

/** The last one counts, as in Ansible. */
function entryOf(map: YamlMap, key: string): YamlEntry | null {
  return map.entries.findLast((entry) => entry.key === key) ?? null;
}

function mapOf(entry: YamlEntry | null): YamlMap | null {
  return entry?.value.kind === 'map' ? entry.value : null;
}

function isTrue(entry: YamlEntry | null): boolean {
  return entry?.value.kind === 'text' && /^(?:true|yes|on|1)$/i.test(entry.value.text);
}

class TaskReader implements Steps {
  readonly steps: Step[] = [];
  readonly unset: Unset[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  problem(line: number, text: string): void {
    this.steps.push({ kind: 'problem', remark: { file: this.#file, line, text } });
  }

  play(play: YamlMap, around: Scope): void {
    this.steps.push({ kind: 'play' });
    const scope = around.inner(mapOf(entryOf(play, 'vars')));
    for (const { key, line } of play.entries) {
      if (LEFT_OUT.includes(key)) this.#leaveOut(key, line, 'it is not read');
    }
    for (const key of TASK_LISTS) {
      const list = entryOf(play, key)?.value;
      if (list?.kind === 'list') this.tasks(list.items, scope, false);
    }
  }

  tasks(items: readonly YamlNode[], scope: Scope, always: boolean): void {
    for (const item of items) {
      if (item.kind !== 'map') this.problem(item.line, 'a task is expected here');
      else if (entryOf(item, 'block') !== null) this.#block(item, scope, always);
      else this.#task(item, scope, always);
    }
  }

  #block(block: YamlMap, around: Scope, always: boolean): void {
    const scope = around.inner(mapOf(entryOf(block, 'vars')));
    const when = entryOf(block, 'when');
    if (when !== null && verdictOn(when.value, scope.lookup).kind !== 'yes') {
      this.#leaveOut('block', block.line, 'its condition is not known to hold');
      return;
    }
    const rescue = entryOf(block, 'rescue');
    if (rescue !== null) this.#leaveOut('rescue', rescue.line, 'what follows a failure is not run');
    for (const key of ['block', 'always']) {
      const list = entryOf(block, key)?.value;
      if (list?.kind === 'list') this.tasks(list.items, scope, always || key === 'always');
    }
  }

  #task(task: YamlMap, around: Scope, always: boolean): void {
    const scope = around.inner(mapOf(entryOf(task, 'vars')));
    const module = task.entries.find(({ key }) => !KEYWORDS.has(key) && !key.startsWith('with_'));
    const registered = entryOf(task, 'register')?.value;
    if (module === undefined) {
      this.problem(task.line, 'the task names no module');
      return;
    }
    const name = module.key.replace(/^.*\./, '');
    if (name === 'zos_tso_command') this.#commandTask(task, module, scope, always);
    else if (name === 'set_fact' && module.value.kind === 'map') {
      for (const { key, value } of module.value.entries) around.define(key, value);
    } else this.#leaveOut(module.key, module.line, 'of all modules zos_tso_command is emulated');
    if (registered?.kind === 'text') around.define(registered.text, { kind: 'later' });
  }

  #commandTask(task: YamlMap, module: YamlEntry, scope: Scope, always: boolean): void {
    const given = mapOf(module);
    const commands = given === null ? null : (entryOf(given, 'commands') ?? entryOf(given, 'command'));
    if (given === null || commands === null) {
      this.problem(module.line, `${module.key} has no list of commands`);
      return;
    }
    const items = this.#itemsOf(task, scope);
    if (items === null) return;
    const variable = entryOf(mapOf(entryOf(task, 'loop_control')) ?? task, 'loop_var')?.value;
    const failedWhen = entryOf(task, 'failed_when');
    const never = failedWhen?.value.kind === 'text' && /^(?:false|no)$/i.test(failedWhen.value.text);
    if (failedWhen !== null && !never) {
      this.#leaveOut('failed_when', failedWhen.line, 'it is not evaluated; the play goes on whatever the code');
    }
    const rc = entryOf(given, 'max_rc')?.value;
    const shared = {
      name: textIn(entryOf(task, 'name')) ?? module.key,
      maxRc: rc?.kind === 'text' && /^\d{1,4}$/.test(rc.text) ? Number(rc.text) : 0,
      failureIgnored: failedWhen !== null || isTrue(entryOf(task, 'ignore_errors')),
      always,
    };
    for (const item of items) {
      const inside = scope.inner(null);
      if (item !== null)
        inside.define(variable?.kind === 'text' ? variable.text : 'item', { kind: 'given', value: item });
      const holds = this.#holds(entryOf(task, 'when'), module, inside);
      if (holds === null) continue;
      const texts = this.#commandsOf(commands.value, module, inside, holds);
      if (texts !== null) this.steps.push({ kind: 'task', task: { ...shared, commands: texts, skipped: !holds } });
    }
  }

  /** One null without a loop; null itself when the loop is not known. */
  #itemsOf(task: YamlMap, scope: Scope): readonly (Value | null)[] | null {
    const loop = task.entries.find(({ key }) => key === 'loop' || key.startsWith('with_'));
    if (loop === undefined) return [null];
    if (!['loop', 'with_items', 'with_list'].includes(loop.key)) {
      this.#leaveOut(loop.key, loop.line, 'of loops those over a list are emulated; the task is not run');
      return null;
    }
    const found = scope.valueOf(loop.value);
    if (found.kind === 'unset') this.#addUnset(found.name, `{{ ${found.name} }}`, loop.line);
    const list = found.kind === 'value' ? listOf(found.value) : null;
    if (list === null || list.length > MOST) {
      const reason = found.kind === 'unknown' ? found.reason : 'a list is expected';
      this.#leaveOut(loop.key, loop.line, `${reason}; the task is not run`);
      return null;
    }
    return list;
  }

  /** Whether the task is run; null when that is not known, which has been said. */
  #holds(when: YamlEntry | null, module: YamlEntry, scope: Scope): boolean | null {
    if (when === null) return true;
    const verdict = verdictOn(when.value, scope.lookup);
    if (verdict.kind === 'unset') this.#addUnset(verdict.name, verdict.name, when.line);
    if (verdict.kind === 'unknown') this.#leaveOut(module.key, when.line, `${verdict.reason}; the task is not run`);
    return verdict.kind === 'yes' ? true : verdict.kind === 'no' ? false : null;
  }

  /** `counts`: what has no value is named; not so in a task that is skipped. */
  #commandsOf(node: YamlNode, module: YamlEntry, scope: Scope, counts: boolean): readonly LogicalCommand[] | null {
    const commands: LogicalCommand[] = [];
    const nodes = node.kind === 'list' ? node.items : this.#spread(node, scope);
    for (const each of nodes.slice(0, MOST)) {
      if (each.kind !== 'text') {
        this.problem(each.line, 'a command is expected here; text that begins with {{ needs quotes');
        return null;
      }
      const { text, left, unknown } = fill(each.text, scope.lookup);
      if (unknown !== null) {
        this.#leaveOut(module.key, each.line, `${unknown}; the task is not run`);
        return null;
      }
      if (counts) for (const { name, text: written } of left) this.#addUnset(name, written, each.line);
      commands.push({ text: text.trim().replace(/\s*\n\s*/g, ' '), file: this.#file, line: each.line, step: null });
    }
    return commands;
  }

  /** A text that stands for a list of commands, as that list. */
  #spread(node: YamlNode, scope: Scope): readonly YamlNode[] {
    const found = node.kind === 'text' && /^\s*\{\{[^{}]*\}\}\s*$/.test(node.text) ? scope.valueOf(node) : null;
    const list = found?.kind === 'value' ? listOf(found.value) : null;
    if (list === null) return [node];
    return list.map((value): YamlText => ({ kind: 'text', text: isMap(value) ? '' : String(value), line: node.line }));
  }

  #addUnset(name: string, text: string, line: number): void {
    if (this.unset.length < MOST) this.unset.push({ file: this.#file, line, name, text });
  }

  #leaveOut(text: string, line: number, reason: string): void {
    this.steps.push({ kind: 'not-emulated', part: { file: this.#file, line, text, reason } });
  }
}

function textIn(entry: YamlEntry | null): string | null {
  return entry?.value.kind === 'text' ? entry.value.text : null;
}
