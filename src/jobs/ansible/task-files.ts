/**
 * Roles and files of tasks that a playbook includes, from the folders beside it.
 *
 * Ansible, "Roles" (directory structure; roles are looked for in `roles/` beside the playbook) and "Re-using Ansible
 * artifacts". Only names inside these folders are followed.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LIMITS } from '../../core/limits.ts';
import { readYaml, type YamlMap, type YamlNode } from './yaml.ts';

/** Files that one playbook may include, each as often as it does. */
const MOST = 500;

export interface TaskFile {
  readonly file: string;
  readonly documents: readonly YamlNode[];
}

/** What could not be read, for a person. */
export interface Unread {
  readonly reason: string;
}

export interface Variables {
  readonly file: string;
  readonly map: YamlMap;
}

export interface Role extends TaskFile {
  /** Those that any others come before; null when it has none. */
  readonly defaults: Variables | null;
  readonly variables: Variables | null;
}

const NAME = /^[A-Za-z0-9_][\w.-]*$/;

export class TaskFiles {
  #left = MOST;
  readonly #read = new Map<string, TaskFile | Unread | null>();

  /** The role of that name, seen from the file that includes it. */
  role(name: string, tasksFrom: string, from: string): Role | Unread {
    if (!NAME.test(name) || !NAME.test(tasksFrom)) return { reason: 'a role of a collection is not looked for' };
    // A role's own tasks stand two folders below it.
    const beside = dirname(from);
    for (const folder of [join(beside, 'roles'), join(beside, '..', 'roles'), join(beside, '..', '..')]) {
      const main = this.#first(join(folder, name, 'tasks', tasksFrom));
      if (main === null) continue;
      if ('reason' in main) return main;
      const defaults = this.#variables(join(folder, name, 'defaults', 'main'));
      const variables = this.#variables(join(folder, name, 'vars', 'main'));
      return { ...main, defaults, variables };
    }
    return { reason: `there is no role ${name} in a folder of roles beside the playbook` };
  }

  /** The file of tasks of that name, beside the one that includes it. */
  tasks(name: string, from: string): TaskFile | Unread {
    const parts = name.split('/');
    if (!parts.every((part) => NAME.test(part))) return { reason: 'only a file beside this one is followed' };
    return this.#at(join(dirname(from), ...parts)) ?? { reason: `there is no file ${name} beside this one` };
  }

  /** Null where there are none, or none that can be read: what they would hold is asked for. */
  #variables(path: string): Variables | null {
    const found = this.#first(path);
    if (found === null || 'reason' in found) return null;
    const [map] = found.documents;
    return map?.kind === 'map' ? { file: found.file, map } : null;
  }

  #first(path: string): TaskFile | Unread | null {
    for (const ending of ['.yml', '.yaml', '']) {
      const found = this.#at(`${path}${ending}`);
      if (found !== null) return found;
    }
    return null;
  }

  /** Null when there is none. */
  #at(file: string): TaskFile | Unread | null {
    if (--this.#left < 0) return { reason: `more than ${MOST} files are included` };
    const known = this.#read.get(file);
    if (known !== undefined) return known;
    const found = readTaskFile(file);
    this.#read.set(file, found);
    return found;
  }
}

function readTaskFile(file: string): TaskFile | Unread | null {
  let text: string;
  try {
    const { size } = statSync(file);
    if (size > LIMITS.yamlFile) return { reason: `${file} is larger than ${LIMITS.yamlFile} characters` };
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' ? null : { reason: `${file} cannot be read` };
  }
  const reading = readYaml(text);
  if (reading.kind === 'bad')
    return { reason: `${file} is not proper YAML in line ${reading.line}: ${reading.reason}` };
  return { file, documents: reading.documents };
}
