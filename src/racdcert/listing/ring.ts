/**
 * One ring as LISTRING shows it. Columns are read by other people's programs: label 3–34, owner 38–49,
 * usage 53–60, default 66–68.
 */
import type { Connection, RingEntry } from '../../core/entities.ts';
import { ownerText } from '../../core/owner.ts';
import { wrapped } from './wrap.ts';

const COLUMNS = [
  '  Certificate Label Name             Cert Owner     USAGE      DEFAULT',
  '  --------------------------------   ------------   --------   -------',
];
const EMPTY = '  *** No certificates connected ***';

export function ringBlock(ring: RingEntry): readonly string[] {
  const rows = ring.connections.length === 0 ? [EMPTY] : [...COLUMNS, ...ring.connections.map(row)];
  return ['  Ring:', ...wrapped(ring.name), ...rows];
}

function row({ label, owner, usage, default: isDefault }: Connection): string {
  return `  ${label.padEnd(32)}   ${ownerText(owner).padEnd(12)}   ${usage.padEnd(8)}     ${isDefault ? 'YES' : 'NO'}`;
}
