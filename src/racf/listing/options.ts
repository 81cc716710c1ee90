/**
 * The part of SETROPTS LIST that a store keeps, as lines and as data: classes that are active, and those in storage. The
 * words are those of published listings, what stands between the two parts on z/OS is left out.
 */
import type { StoreSettings } from '../../core/entities.ts';

const WIDTH = 80;

export function optionsLines({ active, raclisted }: StoreSettings): readonly string[] {
  return [...classLines('ACTIVE CLASSES = ', active), ...classLines('SETR RACLIST CLASSES = ', raclisted)];
}

/** Further lines stand below the first class. */
function classLines(heading: string, classes: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = heading;
  for (const name of classes.length === 0 ? ['NONE'] : classes) {
    if (line.length + name.length > WIDTH) {
      lines.push(line.trimEnd());
      line = ' '.repeat(heading.length);
    }
    line += `${name} `;
  }
  return [...lines, line.trimEnd()];
}

/** docs/json.md, "ringtool-setropts". */
export function optionsData({ active, raclisted }: StoreSettings): unknown {
  return { format: 'ringtool-setropts', version: 1, active, raclisted };
}
