/**
 * What commands stand on: the store and its data sets, read by a command and then changed as it decided.
 *
 * A rehearsal (`rehearsal.ts`) offers the same and writes nothing.
 */
import type { ChangeSet } from '../core/change.ts';
import type { CommandView, DataSetWrite } from '../core/view.ts';
import type { DataSets, StagedDataSet } from '../store/data-sets.ts';
import type { HistoryEntry, Store } from '../store/store.ts';

export interface Ground extends DataSetAccess {
  /** One attempt at a command, with a fresh view. */
  begin(): Attempt;
}

/** Data sets as the commands so far have left them, for carriers that bring or fetch some of their own. */
export interface DataSetAccess {
  /** The content; null when there is none. Throws `file/too-large` or `file/unreadable`. */
  read(name: string): Promise<Uint8Array | null>;
  /** Writes at once, or in a rehearsal remembers. Throws `file/...`. */
  write(write: DataSetWrite): Promise<void>;
}

export interface Attempt {
  readonly view: CommandView;
  /**
   * Makes true what was decided on this view, whole or not at all. Throws `store/conflict` when the view is out
   * of date: begin again.
   */
  settle(decided: Decision, entry: HistoryEntry): Promise<void>;
}

export interface Decision {
  readonly changes: ChangeSet;
  readonly dataSets: readonly DataSetWrite[];
  /** Deleted after the commit, by fully qualified name. */
  readonly deletedDataSets: readonly string[];
}

export interface GroundOptions {
  readonly store: Store;
  readonly dataSets: DataSets;
  /** Write over files of the user's own (a DSN with a slash); data sets are always replaced, as RACDCERT does. */
  readonly overwrite: boolean;
}

export function realGround({ store, dataSets, overwrite }: GroundOptions): Ground {
  return {
    read: (name) => dataSets.read(name),
    write: (write) => dataSets.write(write, { force: overwrite }),
    begin() {
      const tracked = store.view();
      return {
        view: { ...tracked, dataSet: (name) => dataSets.read(name) },
        // Data sets lie ready before the commit and take their names after it: docs/decisions.md says why.
        async settle({ changes, dataSets: writes, deletedDataSets }, entry) {
          const staged: StagedDataSet[] = [];
          try {
            for (const write of writes) staged.push(await dataSets.stage(write, { force: overwrite }));
            if (changes.length > 0) await store.commit(changes, tracked, entry);
            for (const each of staged) await each.publish();
            for (const name of deletedDataSets) await dataSets.delete(name);
          } finally {
            for (const each of staged) await each.discard();
          }
        },
      };
    },
  };
}
