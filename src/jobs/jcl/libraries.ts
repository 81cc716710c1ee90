/**
 * Where procedures and INCLUDE members come from: the data sets of JCLLIB, then the folders given from outside.
 *
 * z/OS MVS JCL Reference, "JCLLIB statement": private libraries are searched before those of the system.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RingtoolError } from '../../core/errors.ts';
import { isMemberName } from '../../core/names.ts';
import type { Surroundings } from '../carrier.ts';
import type { PlacedLine } from '../continuation.ts';
import { readMemberFile } from './member-file.ts';
import { textLines } from './text-lines.ts';
import type { Template } from './template.ts';

/** A member as found: `file` is what messages name. */
export interface Member {
  readonly file: string;
  readonly lines: readonly PlacedLine[];
}

/** Files of a folder by the name of the member that each is. */
type Files = ReadonlyMap<string, string>;

export class Libraries {
  readonly #surroundings: Pick<Surroundings, 'procedureFolders' | 'dataSet'>;
  readonly #found = new Map<string, Promise<Member | null>>();
  readonly #folders = new Map<string, Promise<Files>>();
  readonly #template: Template;
  #order: readonly string[] = [];

  constructor(surroundings: Pick<Surroundings, 'procedureFolders' | 'dataSet'>, template: Template) {
    this.#surroundings = surroundings;
    this.#template = template;
  }

  /** JCLLIB ORDER=, names of data sets. */
  order(names: readonly string[]): void {
    this.#order = names;
    this.#found.clear();
  }

  /**
   * The member `name`, null when no library has it. Throws `file/absent` for a folder that is not there,
   * `file/too-large`, `file/unreadable` for a member that cannot be taken, and what `dataSet` throws.
   */
  member(name: string): Promise<Member | null> {
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const found = this.#look(name);
    this.#found.set(name, found);
    return found;
  }

  async #look(name: string): Promise<Member | null> {
    if (!isMemberName(name)) return null;
    for (const library of this.#order) {
      const file = `${library}(${name})`;
      const bytes = await this.#surroundings.dataSet(file);
      if (bytes !== null) return this.#member(file, bytes);
    }
    for (const folder of this.#surroundings.procedureFolders) {
      const file = (await this.#filesOf(folder)).get(name);
      if (file !== undefined) return this.#member(join(folder, file), await readMemberFile(folder, file));
    }
    return null;
  }

  #member(file: string, bytes: Uint8Array): Member {
    return { file, lines: this.#template.fill(textLines(bytes, file)) };
  }

  #filesOf(folder: string): Promise<Files> {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const files = readdir(folder).then(
      // Of several the first counts.
      (names) =>
        new Map(
          names
            .sort()
            .reverse()
            .map((file) => [memberName(file), file]),
        ),
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
