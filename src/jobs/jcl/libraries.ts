/**
 * Where procedures and INCLUDE members come from: the data sets of JCLLIB, then the folders given from outside.
 *
 * z/OS MVS JCL Reference, "JCLLIB statement": private libraries are searched before those of the system.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RingtoolError } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';
import { linesOf, type SourceLine, type Surroundings } from '../carrier.ts';

/** A member as found: `file` is what messages name. */
export interface Member {
  readonly file: string;
  readonly lines: readonly SourceLine[];
}

export class Libraries {
  readonly #surroundings: Pick<Surroundings, 'procedureFolders' | 'dataSet'>;
  readonly #found = new Map<string, Promise<Member | null>>();
  readonly #folders = new Map<string, Promise<readonly string[]>>();
  #order: readonly string[] = [];

  constructor(surroundings: Pick<Surroundings, 'procedureFolders' | 'dataSet'>) {
    this.#surroundings = surroundings;
  }

  /** JCLLIB ORDER=. */
  order(names: readonly string[]): void {
    this.#order = names.map((name) => name.toUpperCase());
    this.#found.clear();
  }

  /**
   * The member `name`, null when no library has it. Throws `file/absent` for a folder that is not there, and
   * `file/too-large`, `file/unreadable` for a member that cannot be taken.
   */
  member(name: string): Promise<Member | null> {
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const found = this.#look(name);
    this.#found.set(name, found);
    return found;
  }

  async #look(name: string): Promise<Member | null> {
    for (const library of this.#order) {
      const file = `${library}(${name})`;
      const bytes = await this.#surroundings.dataSet(file);
      if (bytes !== null) return { file, lines: textLines(bytes, file) };
    }
    for (const folder of this.#surroundings.procedureFolders) {
      const file = (await this.#filesOf(folder)).find((each) => memberName(each) === name);
      if (file !== undefined) return readMember(join(folder, file));
    }
    return null;
  }

  #filesOf(folder: string): Promise<readonly string[]> {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const files = readdir(folder).then(
      (names) => names.sort(),
      (cause: unknown) => {
        throw new RingtoolError('file/absent', `the folder of procedures ${folder} cannot be read`, { cause });
      },
    );
    this.#folders.set(folder, files);
    return files;
  }
}

/** `elmproc.jcl` is the member ELMPROC. */
function memberName(file: string): string {
  return file.replace(/\.[^.]*$/, '').toUpperCase();
}

async function readMember(path: string): Promise<Member> {
  try {
    const { size } = await stat(path);
    if (size > LIMITS.commandFile) {
      throw new RingtoolError('file/too-large', `${path} is too large for a procedure: ${size} bytes`);
    }
    return { file: path, lines: textLines(await readFile(path), path) };
  } catch (cause) {
    if (cause instanceof RingtoolError) throw cause;
    throw new RingtoolError('file/unreadable', `${path} cannot be read`, { cause });
  }
}

/** Lines of text in `bytes`; throws `file/unreadable` when they are none, `file/too-large` beyond the limit. */
export function textLines(bytes: Uint8Array, name: string): readonly SourceLine[] {
  if (bytes.length > LIMITS.commandFile) {
    throw new RingtoolError('file/too-large', `${name} is too large to be read as lines: ${bytes.length} bytes`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RingtoolError('file/unreadable', `${name} is not text in ASCII or UTF-8`, { cause });
  }
  const lines = linesOf(text);
  if (text.includes('\0')) throw new RingtoolError('file/unreadable', `${name} is not text: it holds NUL`);
  if (lines.length > LIMITS.jobLines) throw new RingtoolError('file/too-large', `${name} has too many lines`);
  return lines;
}
