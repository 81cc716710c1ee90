/** FROM and FCLASS of RDEFINE and PERMIT: the profile that another is modelled on. */
import type { ProfileEntry } from '../core/entities.ts';
import type { Message } from '../core/message.ts';
import type { StoreView } from '../core/view.ts';
import { say } from './messages.ts';
import { profileNameIn, type TypedName } from './names.ts';

export interface Model {
  /** Null without FROM, or when there is no such profile. */
  readonly profile: ProfileEntry | null;
  /** FROM names a profile that is not there: the command fails with this. */
  readonly missing: Message | null;
}

/** Without FCLASS the model is of the class the command works on. */
export async function modelProfile(
  view: StoreView,
  className: string,
  { FROM, FCLASS = className }: { readonly FROM?: TypedName; readonly FCLASS?: string },
): Promise<Model> {
  if (FROM === undefined) return { profile: null, missing: null };
  const name = profileNameIn(FCLASS, FROM);
  const profile = await view.profile(FCLASS, name);
  return { profile, missing: profile === null ? say('ICH06004I', { profile: name }) : null };
}
