/** What RDEFINE, RALTER and RDELETE do alike: one profile after the other, and what is left to say at the end. */
import type { Change } from '../core/change.ts';
import type { ProfileEntry } from '../core/entities.ts';
import type { Message } from '../core/message.ts';
import type { StoreView } from '../core/view.ts';
import { racfOutcome, type RacfContext, type RacfOutcome } from './command.ts';
import { profileNameIn, type TypedName } from './names.ts';
import { type RefreshReminder, refreshReminder, remarksOnClass } from './profile-commands.ts';

export interface ProfileWork {
  readonly className: string;
  readonly typed: readonly TypedName[];
  /** Said when something was changed in a class that is in storage. */
  readonly reminder: RefreshReminder;
  /** The change to one profile, or why there is none. `before` is null for a name without a profile. */
  decide(name: string, before: ProfileEntry | null): Change | Message;
}

/** A profile that cannot be changed is named, with code 4, and does not stop the next. */
export async function eachProfile(
  view: StoreView,
  { className, typed, reminder, decide }: ProfileWork,
  { session }: RacfContext,
): Promise<RacfOutcome> {
  const messages: Message[] = [];
  const changes: Change[] = [];
  for (const name of new Set(typed.map((each) => profileNameIn(className, each)))) {
    const decided = decide(name, await view.profile(className, name));
    if ('action' in decided) changes.push(decided);
    else messages.push(decided);
  }
  const reminders = changes.length === 0 ? [] : refreshReminder(reminder, className, await view.settings());
  return racfOutcome(session, {
    messages: [...messages, ...reminders],
    remarks: remarksOnClass(className),
    returnCode: messages.length === 0 ? 0 : 4,
    changes,
  });
}
