/** What a TSO session remembers between commands. Commands return it changed; nothing changes it in place. */
export interface TsoSession {
  /** Put in front of data set names without quotes; empty after PROFILE NOPREFIX. */
  readonly prefix: string;
  /** Message ids are shown (PROFILE MSGID). */
  readonly messageIds: boolean;
  /** Commands may ask (PROFILE PROMPT). Nothing here asks: it is remembered and listed. */
  readonly prompt: boolean;
  /** What is said once a session and was said: names of commands that are not emulated, remarks with their inserts. */
  readonly told: readonly string[];
  /** Set between ACF and END: what comes are subcommands of another product. */
  readonly subcommandsOf: string | null;
}

/** A session as it begins: the prefix is the user's id. */
export function startSession(user: string): TsoSession {
  return { prefix: user, messageIds: true, prompt: false, told: [], subcommandsOf: null };
}
