/**
 * IRRD175I: changes to a RACLISTed class are not in effect until SETROPTS REFRESH.
 *
 * One reminder a class. A connection changes the ring's profile; the certificate's own profile counts only
 * when more than its list of rings is new.
 */
import type { Change, ChangeSet } from '../core/change.ts';
import type { Entity } from '../core/entities.ts';
import type { Message } from '../core/message.ts';
import type { StoreView } from '../core/view.ts';
import { say } from './messages.ts';
import { isMirrorOnly } from './rings/mirror.ts';

const CLASSES = ['DIGTCERT', 'DIGTRING', 'DIGTNMAP'] as const;

export async function reminders(view: StoreView, changes: ChangeSet): Promise<readonly Message[]> {
  const changed = new Set<string>();
  for (const change of changes) {
    const name = classOf(change);
    if (name !== null && !changed.has(name) && !(await isMirrorOnly(view, change))) changed.add(name);
  }
  if (changed.size === 0) return [];
  const { raclisted } = await view.settings();
  return CLASSES.filter((name) => changed.has(name) && raclisted.includes(name)).map((name) =>
    say('IRRD175I', { class: name }),
  );
}

const CLASS_OF: Readonly<Partial<Record<Entity['kind'], (typeof CLASSES)[number]>>> = {
  certificate: 'DIGTCERT',
  ring: 'DIGTRING',
  mapping: 'DIGTNMAP',
};

function classOf(change: Change): (typeof CLASSES)[number] | null {
  if (change.action === 'settings') return null;
  const kind = change.action === 'put' ? change.entity.kind : change.kind;
  return CLASS_OF[kind] ?? null;
}
