/** Entries of plays and tasks as maps of YAML have them. */
import type { YamlEntry, YamlMap } from './yaml.ts';

/** The last one counts, as in Ansible. */
export function entryOf(map: YamlMap, key: string): YamlEntry | null {
  return map.entries.findLast((entry) => entry.key === key) ?? null;
}

export function mapOf(entry: YamlEntry | null): YamlMap | null {
  return entry?.value.kind === 'map' ? entry.value : null;
}

export function textOf(entry: YamlEntry | null): string | null {
  return entry?.value.kind === 'text' ? entry.value.text : null;
}

/** Texts of a text or a list of them. */
export function textsOf(entry: YamlEntry | null): readonly string[] {
  const nodes = entry === null ? [] : entry.value.kind === 'list' ? entry.value.items : [entry.value];
  return nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []));
}

export function isTrue(entry: YamlEntry | null): boolean {
  return /^(?:true|yes|on|1)$/i.test(textOf(entry) ?? '');
}

export function isFalse(entry: YamlEntry | null): boolean {
  return /^(?:false|no|off|0)$/i.test(textOf(entry) ?? '');
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

/** The module that a task calls; null when it names none. */
export function moduleOf(task: YamlMap): YamlEntry | null {
  return task.entries.find(({ key }) => !KEYWORDS.has(key) && !key.startsWith('with_')) ?? null;
}
