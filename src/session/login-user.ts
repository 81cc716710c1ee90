/** Who is at work when nobody says so. */
import { userInfo } from 'node:os';
import { foldUserId } from '../core/names.ts';

/** The login name as a TSO user id. */
export function loginUser(env: Readonly<Record<string, string | undefined>>): string {
  let name = env.LOGNAME || env.USER || env.USERNAME;
  if (!name) {
    try {
      name = userInfo().username;
    } catch {
      name = ''; // a container may run a user that has no name
    }
  }
  return foldUserId(name);
}
