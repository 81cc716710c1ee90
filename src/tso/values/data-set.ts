/**
 * A data set name: without quotes the user's prefix is put in front, in quotes it is taken as it stands.
 *
 * TSO/E User's Guide, "Data set naming rules". Members are refused, as RACDCERT refuses them. A quoted name with
 * a slash is a path of the user's own (ringtool's addition).
 */
import { foldUpper } from '../fold.ts';
import { isDataSetName } from '../../core/names.ts';
import { isPrintable } from '../../core/printable.ts';
import { problem, shown } from '../problem.ts';
import { value } from './single.ts';
import { missing } from '../problem.ts';
import type { Operand, TreeOperand } from '../operand.ts';

/** PATH_MAX of z/OS UNIX. */
const PATH_LENGTH = 1023;

/** A name as typed, in full: without quotes the prefix comes in front, empty for none. Whether it is one is not asked. */
export function qualified(typed: string, quoted: boolean, prefix: string): string {
  const name = foldUpper(typed);
  return quoted || prefix === '' ? name : `${prefix}.${name}`;
}

/** The name in full, or null when it is none. */
function fullName(item: TreeOperand, prefix: string): string | null {
  if (item.sub !== null) return null;
  if (item.quoted && item.text.includes('/')) {
    return item.text.length <= PATH_LENGTH && isPrintable(item.text) ? item.text : null;
  }
  const name = qualified(item.text, item.quoted, prefix);
  return isDataSetName(name) ? name : null;
}

export function dataSet(): Operand<string> {
  return {
    what: 'data set name',
    takes: 'value',
    bind(node, { prefix }) {
      const [item, second] = node.sub ?? [];
      if (item === undefined) return missing(node.at, 'data set name');
      const name = second === undefined ? fullName(item, prefix) : null;
      if (name !== null) return value(name);
      const written = (node.sub ?? []).map(asWritten).join(' ');
      return problem(item.at, 'IKJ56709I', { name: shown(written) });
    },
  };
}

function asWritten(item: TreeOperand): string {
  const word = item.quoted ? `'${item.text}'` : foldUpper(item.text);
  return item.sub === null ? word : `${word}(${item.sub.map(asWritten).join(' ')})`;
}
