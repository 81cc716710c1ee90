/**
 * Data sets as files: an MVS name is a file of one folder, a name with a slash is a path of the user's own.
 *
 * Names are held to the MVS rules before they touch the file system, so none leads out of the folder.
 */
import * as fs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isRingtoolError, RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { isDataSetName, isMemberName } from '../core/names.ts';
import type { DataSetReader, DataSetWrite } from '../core/view.ts';
import { systemCode } from '../core/system-code.ts';
import { liesIn, makeFolders } from './folders.ts';
import { clearStaged, stagedName } from './staged.ts';
import { readUserFile } from './user-file.ts';

export interface DataSetOptions {
  /** Write over a file of the user's own. */
  readonly force?: boolean;
}

/** Content that lies beside its place, whole and on the disk, and has not taken its name yet. */
export interface StagedDataSet {
  /** Takes the name. Throws `file/exists` when somebody else's file came there meanwhile. */
  publish(): Promise<void>;
  /** Removes what was not published; after `publish` it does nothing. */
  discard(): Promise<void>;
}

export interface DataSets extends DataSetReader {
  /** All that can be refused is refused here; nothing of the name is changed yet. */
  stage(write: DataSetWrite, options?: DataSetOptions): Promise<StagedDataSet>;
  /** `stage` and `publish` in one. */
  write(write: DataSetWrite, options?: DataSetOptions): Promise<void>;
  /** False when there was none. */
  delete(name: string): Promise<boolean>;
}

interface Place {
  readonly path: string;
  /** A path of the user's own, not a data set of the folder. */
  readonly own: boolean;
}

function exists(path: string): boolean {
  return fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Where a name leads: the exact file, or the one in lower case when only that exists. */
function placeOf(folder: string, name: string): Place {
  if (/[/\\]/.test(name)) return { path: resolve(name), own: true };
  if (!isDataSetName(name)) {
    throw new RingtoolError('core/bad-name', `${JSON.stringify(name)} is not the name of a data set`, {
      hint: 'write it as MY.DATA.SET, or with a slash (./file) for a file of your own',
    });
  }
  const upper = join(folder, name);
  const lower = join(folder, name.toLowerCase());
  return { path: !exists(upper) && exists(lower) ? lower : upper, own: false };
}

/** `LAB.PROCLIB(RENEW)`: the library and the member; null for other names. */
function memberOf(name: string): { readonly library: string; readonly member: string } | null {
  const [, library = '', member = ''] = /^([^()/\\]+)\(([^()/\\]+)\)$/.exec(name) ?? [];
  return isDataSetName(library) && isMemberName(member) ? { library, member } : null;
}

/** Where a member may lie: in a folder of the library's name, or as a file `LIBRARY(MEMBER)`; in either case of letters. */
function memberPlaces(folder: string, { library, member }: { library: string; member: string }): readonly Place[] {
  const whole = `${library}(${member})`;
  const inFolder = [library, library.toLowerCase()].filter((name) => {
    // A link in the folder might lead anywhere.
    return fs.lstatSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory();
  });
  const paths = [
    ...inFolder.flatMap((name) => [join(folder, name, member), join(folder, name, member.toLowerCase())]),
    join(folder, whole),
    join(folder, whole.toLowerCase()),
  ];
  return paths.map((path) => ({ path, own: false }));
}

function readMember(folder: string, name: string, which: { library: string; member: string }): Uint8Array | null {
  for (const place of memberPlaces(folder, which)) {
    const bytes = readFile(place, name);
    if (bytes !== null) return bytes;
  }
  return null;
}

function readFile({ path, own }: Place, name: string): Uint8Array | null {
  try {
    // A link in the folder might lead anywhere.
    return readUserFile(path, LIMITS.certificateFile, { name, noLink: !own, noPipe: true });
  } catch (error) {
    if (isRingtoolError(error, 'file/absent')) return null;
    throw error;
  }
}

function notWritten(name: string, why: string, cause?: unknown): RingtoolError {
  return new RingtoolError('file/not-written', `${name} was left as it is: ${why}`, { cause });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EACCES: 'its folder may not be written to',
  EPERM: 'its folder may not be written to',
  EROFS: 'its folder may not be written to',
  ENOSPC: 'there is no room left',
  EDQUOT: 'there is no room left',
};

/** Renaming would put a file in the place of a device or a pipe: those stay what they are. */
function requireRegular(path: string, name: string): void {
  const there = fs.lstatSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw notWritten(name, 'it is a folder');
  if (there && !there.isFile() && !there.isSymbolicLink()) throw notWritten(name, 'it is not a regular file');
}

let temporaries = 0;

/** Writes beside the target: the file becomes the old one or the new one, never half. Gives the name it has there. */
function writeBeside(path: string, { bytes, secret }: DataSetWrite): string {
  clearStaged(dirname(path));
  const temporary = stagedName(dirname(path), temporaries++);
  const descriptor = fs.openSync(temporary, 'wx', secret ? 0o600 : 0o666);
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += fs.writeSync(descriptor, bytes, at);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    return temporary;
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

function takeName(temporary: string, path: string, replace: boolean): void {
  if (replace) fs.renameSync(temporary, path);
  else {
    // A link, unlike a rename, never takes the place of something that came into being meanwhile.
    fs.linkSync(temporary, path);
    fs.unlinkSync(temporary);
  }
}

/** Failures of the system under the name of the data set. */
function naming<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RingtoolError) throw error;
    const code = systemCode(error);
    if (code === 'EEXIST') throw taken(name, error);
    throw notWritten(name, REASONS[code] ?? `the system says ${code}`, error);
  }
}

function taken(name: string, cause?: unknown): RingtoolError {
  return new RingtoolError('file/exists', `${name} exists`, { hint: 'write over it with --force', cause });
}

/** A path of the user's own must not lead among the files of a store: a key could be written over. */
function requireOutside(store: string | undefined, folder: string, path: string, name: string): void {
  if (store !== undefined && liesIn(store, path) && !liesIn(folder, path))
    throw notWritten(name, 'it lies in the store');
}

function stage(
  { folder, store }: DataSetPlaces,
  write: DataSetWrite,
  { force = false }: DataSetOptions,
): StagedDataSet {
  const { name } = write;
  if (memberOf(name) !== null) throw notWritten(name, 'members of libraries are only read');
  const { path, own } = placeOf(folder, name);
  const replace = force || !own;
  const temporary = naming(name, () => {
    if (own) requireOutside(store, folder, path, name);
    else makeFolders(folder, 0o700);
    requireRegular(path, name);
    if (!replace && exists(path)) throw taken(name);
    return writeBeside(path, write);
  });
  return {
    async publish() {
      naming(name, () => takeName(temporary, path, replace));
    },
    async discard() {
      fs.rmSync(temporary, { force: true });
    },
  };
}

interface DataSetPlaces {
  readonly folder: string;
  readonly store: string | undefined;
}

/** The data sets of `folder`; no path of the user's own may lead into `store`, but for the folder itself. */
export function openDataSets(folder: string, store?: string): DataSets {
  const places = { folder, store };
  return {
    async read(name) {
      const member = memberOf(name);
      return member === null ? readFile(placeOf(folder, name), name) : readMember(folder, name, member);
    },
    async stage(write, options = {}) {
      return stage(places, write, options);
    },
    async write(write, options = {}) {
      const staged = stage(places, write, options);
      try {
        await staged.publish();
      } finally {
        await staged.discard();
      }
    },
    async delete(name) {
      const { path, own } = placeOf(folder, name);
      return naming(name, () => {
        if (own) requireOutside(store, folder, path, name);
        requireRegular(path, name);
        try {
          fs.unlinkSync(path);
          return true;
        } catch (error) {
          if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return false;
          throw error;
        }
      });
    },
  };
}
