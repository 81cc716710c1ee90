/**
 * Plays and tasks, read in the order they run.
 *
 * IBM z/OS core collection, "zos_tso_command": a list ends at the first command above `max_rc`. Ansible, "Playbook
 * keywords", "Blocks" (a block's `when` counts for each of its tasks), "Handlers", "Roles". What gives no commands of
 * ours is named.
 */
import type { Unset } from '../carrier.ts';
import { isMap, type Value } from '../jinja.ts';
import { type Verdict, verdictOn } from './condition.ts';
import { entryOf, isFalse, mapOf, moduleOf, textOf, textsOf } from './entries.ts';
import { type Ground, within } from './ground.ts';
import { commandModule, commandsOf, type ModuleCommands } from './modules.ts';
import { loopOutcome, SKIPPED } from './outcome.ts';
import type { Scope } from './scope.ts';
import { type CommandModule, leftOut, type Outcome, problem, type Step, type Steps } from './step.ts';
import { type TaskFile, TaskFiles, type Unread } from './task-files.ts';
import type { YamlEntry, YamlMap, YamlNode } from './yaml.ts';

/** What a play may have that is left out, and matters. */
const LEFT_OUT: readonly string[] = ['vars_files', 'vars_prompt'];
const TASK_LISTS: readonly string[] = ['pre_tasks', 'roles', 'tasks', 'post_tasks'];
/** Items of a loop. */
const MOST = 1_000;
/** Files that include each other. */
const DEPTH = 10;
/** Commands of a playbook, those of loops as often as they are run. */
const COMMANDS = 100_000;

export interface PlaybookReading {
  /** Placeholders without a value that were come across. */
  readonly unset: readonly Unset[];
  steps(): Steps;
}

export function readPlaybook(documents: readonly YamlNode[], file: string, scope: Scope): PlaybookReading {
  const reader = new TaskReader();
  return {
    unset: reader.unset,
    steps: () =>
      reader.documents(documents, { file, scope, always: false, conditions: [], failureIgnored: false, depth: 0 }),
  };
}

function isPlay(node: YamlMap): boolean {
  return node.entries.some(({ key }) => key === 'hosts' || TASK_LISTS.includes(key));
}

class TaskReader {
  readonly unset: Unset[] = [];
  readonly #files = new TaskFiles();
  /** Handlers that the play's tasks have called for. */
  #notified = new Set<string>();
  #left = COMMANDS;

  *documents(documents: readonly YamlNode[], ground: Ground): Steps {
    for (const document of documents) {
      for (const item of document.kind === 'list' ? document.items : [document]) {
        if (item.kind !== 'map') yield problem(item.line, 'a play or a task is expected here', ground);
        else if (isPlay(item)) yield* this.#play(item, ground);
        else yield* this.#tasks([item], ground);
      }
    }
  }

  *#play(play: YamlMap, around: Ground): Steps {
    yield { kind: 'play' };
    this.#notified = new Set();
    const ground = { ...around, scope: around.scope.inner(mapOf(entryOf(play, 'vars')), around.file) };
    for (const { key, line } of play.entries) {
      if (LEFT_OUT.includes(key)) yield leftOut(key, line, 'it is not read', ground);
    }
    for (const key of TASK_LISTS) {
      const list = entryOf(play, key)?.value;
      if (list?.kind !== 'list') continue;
      if (key !== 'roles') yield* this.#tasks(list.items, ground);
      else for (const role of list.items) yield* this.#role(role, role.kind === 'map' ? role : null, ground);
    }
    const handlers = entryOf(play, 'handlers')?.value;
    for (const handler of handlers?.kind === 'list' ? handlers.items : []) {
      if (handler.kind !== 'map') continue;
      const names = [textOf(entryOf(handler, 'name')) ?? '', ...textsOf(entryOf(handler, 'listen'))];
      if (names.some((name) => this.#notified.has(name))) yield* this.#tasks([handler], ground);
    }
  }

  *#tasks(items: readonly YamlNode[], ground: Ground): Steps {
    for (const item of items) {
      if (item.kind !== 'map') yield problem(item.line, 'a task is expected here', ground);
      else if (entryOf(item, 'block') !== null) yield* this.#block(item, ground);
      else yield* this.#task(item, ground);
    }
  }

  *#block(block: YamlMap, around: Ground): Steps {
    const inside = within(block, around);
    const rescue = entryOf(block, 'rescue');
    if (rescue !== null) yield leftOut('rescue', rescue.line, 'what follows a failure is not run', inside);
    for (const key of ['block', 'always']) {
      const list = entryOf(block, key)?.value;
      if (list?.kind === 'list')
        yield* this.#tasks(list.items, { ...inside, always: inside.always || key === 'always' });
    }
  }

  *#task(task: YamlMap, around: Ground): Steps {
    const module = moduleOf(task);
    if (module === null) {
      yield problem(task.line, 'the task names no module', around);
      return;
    }
    const ground = within(task, around);
    const kind = commandModule(module);
    const name = module.key.replace(/^(?:ansible\.(?:builtin|legacy)\.)/, '');
    if (kind !== null) yield* this.#commandTask(task, module, kind, ground);
    else if (name === 'set_fact' && module.value.kind === 'map') this.#setFacts(module.value, ground);
    else if (/^(?:include|import)_role$/.test(name)) yield* this.#role(module.value, task, around);
    else if (/^(?:include|import)_tasks$|^include$/.test(name)) yield* this.#taskFile(module, ground);
    else {
      if (this.#verdict(ground).kind !== 'no') {
        yield leftOut(module.key, module.line, 'this module is not emulated', ground);
      }
      this.#register(task, ground, undefined);
    }
  }

  /** What holds from now on, as far as it is known. */
  #setFacts(facts: YamlMap, { scope, ...ground }: Ground): void {
    const verdict = this.#verdict({ ...ground, scope });
    if (verdict.kind === 'no') return;
    for (const { key, value } of facts.entries) {
      const found = scope.valueOf(value);
      if (verdict.kind !== 'yes' || (found.kind === 'unknown' && found.later === true))
        scope.fact(key, { kind: 'later' });
      else scope.fact(key, found.kind === 'value' ? { kind: 'given', value: found.value } : value);
    }
  }

  /** A role, called as a module or named in a play; `caller` has the variables it is called with. */
  *#role(named: YamlNode, caller: YamlMap | null, around: Ground): Steps {
    const map = named.kind === 'map' ? named : null;
    const written = map === null ? null : (textOf(entryOf(map, 'name')) ?? textOf(entryOf(map, 'role')));
    const name = (named.kind === 'text' ? named.text : written) ?? '';
    const from = (map === null ? null : textOf(entryOf(map, 'tasks_from'))) ?? 'main';
    const found = this.#files.role(name, from.replace(/\.ya?ml$/, ''), around.file);
    if ('reason' in found) {
      const asked = within(caller, around);
      if (this.#verdict(asked).kind !== 'no') yield leftOut(`role ${name}`, named.line, found.reason, asked);
      return;
    }
    const { defaults, variables } = found;
    let { scope } = around;
    if (defaults !== null) scope = scope.behind(defaults.map, defaults.file);
    if (variables !== null) scope = scope.inner(variables.map, variables.file);
    yield* this.#included(found, within(caller, { ...around, scope }));
  }

  *#taskFile(module: YamlEntry, ground: Ground): Steps {
    const written = module.value.kind === 'map' ? entryOf(module.value, 'file')?.value : module.value;
    const named = written === undefined ? null : ground.scope.valueOf(written);
    const name = named?.kind === 'value' && typeof named.value === 'string' ? named.value : '';
    const found: TaskFile | Unread =
      name === '' ? { reason: 'the name of its file is not known' } : this.#files.tasks(name, ground.file);
    if ('reason' in found) {
      if (this.#verdict(ground).kind !== 'no') yield leftOut(module.key, module.line, found.reason, ground);
    } else yield* this.#included(found, ground);
  }

  *#included({ file, documents }: TaskFile, around: Ground): Steps {
    const ground = { ...around, file, depth: around.depth + 1 };
    if (ground.depth > DEPTH) yield problem(1, 'files of tasks include each other', ground);
    else for (const each of documents) if (each.kind === 'list') yield* this.#tasks(each.items, ground);
  }

  *#commandTask(task: YamlMap, module: YamlEntry, kind: CommandModule, ground: Ground): Steps {
    const items = yield* this.#itemsOf(task, ground);
    if (items === null) {
      this.#register(task, ground, undefined);
      return;
    }
    const variable = textOf(entryOf(mapOf(entryOf(task, 'loop_control')) ?? task, 'loop_var')) ?? 'item';
    const failedWhen = entryOf(task, 'failed_when');
    if (failedWhen !== null && !isFalse(failedWhen)) {
      yield leftOut('failed_when', failedWhen.line, 'it is not evaluated; the play goes on whatever the code', ground);
    }
    const rc = module.value.kind === 'map' ? textOf(entryOf(module.value, 'max_rc')) : null;
    const shared = {
      name: titleOf(task, ground.scope) ?? module.key,
      module: kind,
      maxRc: /^\d{1,4}$/.test(rc ?? '') ? Number(rc) : 0,
      failureIgnored: failedWhen !== null || ground.failureIgnored,
      always: ground.always,
    };
    const outcomes: (Value | null | undefined)[] = [];
    for (const item of items) {
      const scope = ground.scope.inner(null, ground.file);
      if (item !== null) scope.define(variable, { kind: 'given', value: item });
      const verdict = this.#verdict({ ...ground, scope });
      if (verdict.kind === 'unset')
        this.#ask(verdict.name, verdict.name, ground.conditions.at(-1)?.line ?? module.line, ground);
      const found = commandsOf(kind, module, scope, ground.file);
      this.#left -= found.commands.length;
      if (this.#left < 0) {
        yield problem(module.line, `the playbook has more than ${COMMANDS} commands; no more are run`, ground);
        return;
      }
      const open = verdict.kind === 'unknown' && verdict.later === true;
      if (verdict.kind === 'yes' || open)
        for (const each of found.unset) this.#ask(each.name, each.text, each.line, each);
      if (verdict.kind === 'unset' || verdict.kind === 'unknown') {
        const reason = verdict.kind === 'unset' ? `${verdict.name} has no value` : verdict.reason;
        const line = ground.conditions.at(-1)?.line ?? module.line;
        if (verdict.kind === 'unknown') yield leftOut(module.key, line, `${reason}; the task is not run`, ground);
        outcomes.push(undefined);
        continue;
      }
      if (verdict.kind === 'yes') yield* said(found, module, ground);
      if (found.unknown !== null || found.commands.length === 0) outcomes.push(undefined);
      else
        outcomes.push(
          yield { kind: 'task', task: { ...shared, commands: found.commands, skipped: verdict.kind === 'no' } },
        );
    }
    const known = outcomes.filter((each) => each !== null && each !== undefined);
    if (known.length === outcomes.length && items[0] !== null) this.#register(task, ground, loopOutcome(known));
    else this.#register(task, ground, known.length === outcomes.length ? known[0] : undefined);
    const changed = outcomes.some((each) => each !== SKIPPED) && !isFalse(entryOf(task, 'changed_when'));
    if (changed) for (const name of textsOf(entryOf(task, 'notify'))) this.#notified.add(name);
  }

  /** One null without a loop; null itself when the loop is not known, which has been said. */
  *#itemsOf(task: YamlMap, ground: Ground): Generator<Step, readonly (Value | null)[] | null, Outcome | undefined> {
    const loop = task.entries.find(({ key }) => key === 'loop' || key.startsWith('with_'));
    if (loop === undefined) return [null];
    if (!['loop', 'with_items', 'with_list'].includes(loop.key)) {
      yield leftOut(loop.key, loop.line, 'of loops those over a list are emulated; the task is not run', ground);
      return null;
    }
    const found = ground.scope.valueOf(loop.value);
    if (found.kind === 'unset') this.#ask(found.name, `{{ ${found.name} }}`, loop.line, ground);
    const list = found.kind === 'value' && typeof found.value !== 'string' && !isMap(found.value) ? found.value : null;
    if (list !== null && list.length <= MOST) return list;
    const reason = found.kind === 'unknown' ? found.reason : 'a list is expected';
    yield leftOut(loop.key, loop.line, `${reason}; the task is not run`, ground);
    return null;
  }

  #verdict({ conditions, scope }: Ground): Verdict {
    for (const { value } of conditions) {
      const verdict = verdictOn(value, scope.lookup);
      if (verdict.kind !== 'yes') return verdict;
    }
    return { kind: 'yes' };
  }

  #register(task: YamlMap, { scope }: Ground, value: Value | undefined): void {
    const name = textOf(entryOf(task, 'register'));
    if (name !== null) scope.fact(name, value === undefined ? { kind: 'later' } : { kind: 'given', value });
  }

  #ask(name: string, text: string, line: number, { file }: { readonly file: string }): void {
    if (this.unset.length < MOST) this.unset.push({ file, line, name, text });
  }
}

/** What is to be said of a module's commands before they run. */
function* said(found: ModuleCommands, module: YamlEntry, ground: Ground): Generator<Step, void, Outcome | undefined> {
  const { unknown } = found;
  if (unknown !== null) yield leftOut(module.key, unknown.line, `${unknown.reason}; the task is not run`, ground);
  for (const part of found.notEmulated) yield { kind: 'not-emulated', part };
  for (const remark of found.hints) yield { kind: 'hint', remark };
  for (const remark of found.problems) yield { kind: 'problem', remark };
}

/** The name of a task with its variables filled in; as it is written where they are not known. */
function titleOf(task: YamlMap, scope: Scope): string | null {
  const name = entryOf(task, 'name');
  const found = name === null ? null : scope.valueOf(name.value);
  return found?.kind === 'value' && typeof found.value === 'string' ? found.value : textOf(name);
}
