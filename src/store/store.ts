/**
 * The store as everybody else sees it: views that remember what was read, and change sets committed whole.
 *
 * Asynchronous, so that another engine can stand behind it. The JSON folder (`open-store.ts`) is the default.
 */
import type { ChangeSet } from '../core/change.ts';
import type { StoreSettings, TrustStatus } from '../core/entities.ts';
import type { Owner, RingRef } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';

/** Everything a view has seen, in the store's own terms: a name for the observation, and what it showed. */
export interface Reads {
  /** The last finished commit when the view began; null when one was under way. */
  readonly base: number | null;
  readonly seen: ReadonlyMap<string, string | null>;
}

/** A view whose reads a commit can be based on. Reading the same thing twice gives the same answer. */
export interface TrackedView extends StoreView {
  readonly reads: Reads;
}

/** Who did what, for the history. `command` comes without secrets. */
export interface HistoryEntry {
  /** ISO 8601, UTC. */
  readonly when: string;
  readonly user: string;
  readonly command: string;
}

/** One line of the history, as it is read back. */
export interface HistoryRecord extends HistoryEntry {
  readonly commit: number;
  /** What changed, in words: `put certificate ID(TCPCS) Lab CA`. At most a hundred; `more` counts the rest. */
  readonly changed: readonly string[];
  readonly more: number;
}

export interface CommitResult {
  /** The number of the commit; 0 when there was nothing to do. Numbers grow, but not always by one. */
  readonly commit: number;
}

/** A certificate as the list of all knows it, without opening its file. */
export interface CertificateSummary {
  readonly owner: Owner;
  readonly label: string;
  /** ISO 8601 UTC. */
  readonly notAfter: string;
  readonly status: TrustStatus;
  readonly hasKey: boolean;
  readonly sequence: number;
}

export interface StoreInfo {
  readonly location: string;
  readonly format: string;
  readonly version: number;
  readonly settings: StoreSettings;
  readonly certificates: number;
  readonly rings: number;
  readonly keys: number;
  readonly users: number;
  readonly groups: number;
  readonly profiles: number;
  readonly mappings: number;
  readonly tokens: number;
  readonly icsfKeys: number;
  /** Number of the last commit. */
  readonly commit: number;
  /** Who holds the lock now, in words; null when it is free. */
  readonly lockedBy: string | null;
  /** A commit was interrupted, or is under way. */
  readonly pending: boolean;
}

export type StoreProblemKind =
  | 'unreadable'
  | 'dangling-key'
  | 'icsf-key'
  | 'ring-mirror'
  | 'duplicate'
  | 'index'
  | 'stray-file'
  | 'permissions';

export interface StoreProblem {
  readonly kind: StoreProblemKind;
  /** Relative to the store. */
  readonly file: string;
  readonly text: string;
  readonly mended: boolean;
}

export interface CheckReport {
  readonly checked: number;
  readonly problems: readonly StoreProblem[];
}

export interface Store {
  /** The folder, absolute. */
  readonly location: string;
  /** A fresh view; one for each attempt at a command. */
  view(): TrackedView;
  /**
   * Commits `changes` whole, or throws `store/conflict` when something that `basedOn` has read is no longer
   * so: run the command again on a fresh view. An empty change set does nothing and leaves no history.
   */
  commit(changes: ChangeSet, basedOn: TrackedView, entry: HistoryEntry): Promise<CommitResult>;
  info(): Promise<StoreInfo>;
  check(options?: { readonly repair?: boolean }): Promise<CheckReport>;
  /** Copies the store, at rest, into `to`, which must not exist yet or be empty. */
  backup(to: string): Promise<void>;
  /** The last `limit` commits, newest first. */
  history(limit: number): Promise<readonly HistoryRecord[]>;
  /** Every certificate of the store in order of addition, from the index alone. */
  list(): AsyncIterable<CertificateSummary>;
  /** The same as one array, for those who want all of it at once. */
  summaries(): Promise<readonly CertificateSummary[]>;
  /** Every ring of the store by name, also those that hold nothing and whose owners have no certificates. */
  rings(): AsyncIterable<RingRef>;
  close(): Promise<void>;
}
