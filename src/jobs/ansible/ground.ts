/** Where a task stands: its file, its variables, and what must hold for it. Ansible, "Blocks", "Using variables". */
import { entryOf, isTrue, mapOf } from './entries.ts';
import type { Scope } from './scope.ts';
import type { YamlEntry, YamlMap } from './yaml.ts';

/** Where a task stands. */
export interface Ground {
  readonly file: string;
  readonly scope: Scope;
  /** Also run after a failure. */
  readonly always: boolean;
  /** What must hold besides the task's own condition. */
  readonly conditions: readonly YamlEntry[];
  /** A failure does not end the play. */
  readonly failureIgnored: boolean;
  readonly depth: number;
}

/** Inside a block, a task or a role that is called: its variables, and what must hold for it. */
export function within(map: YamlMap | null, around: Ground): Ground {
  if (map === null) return around;
  const variables = mapOf(entryOf(map, 'vars'));
  const when = entryOf(map, 'when');
  return {
    ...around,
    scope: variables === null ? around.scope : around.scope.inner(variables, around.file),
    conditions: when === null ? around.conditions : [...around.conditions, when],
    failureIgnored: around.failureIgnored || isTrue(entryOf(map, 'ignore_errors')),
  };
}
