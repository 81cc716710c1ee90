/** Data sets as files of a folder: MVS names, or paths of the user's own. */
import { RingtoolError } from '../core/errors.ts';
import type { DataSetReader, DataSetWrite } from '../core/view.ts';

export interface DataSetOptions {
  /** Write over a file of the user's own. */
  readonly force?: boolean;
}

export interface DataSets extends DataSetReader {
  write(write: DataSetWrite, options?: DataSetOptions): Promise<void>;
  /** False when there was none. */
  delete(name: string): Promise<boolean>;
}

export function openDataSets(folder: string): DataSets {
  const no = async (): Promise<never> => {
    throw new RingtoolError('file/unreadable', `no data sets at ${folder}`);
  };
  return { read: no, write: no, delete: no };
}
