/** What may stand at the end of a command that is being typed: its name first, then what its family knows. */
import { type Completions, fitting } from '../tso/being-typed.ts';
import { startSession } from '../tso/session.ts';
import { parseCommand } from '../tso/tree.ts';
import { familyOf } from './families.ts';
import type { CommandSession } from './tso-session.ts';

/** `text` ends at the cursor. */
export async function completeCommand(text: string, session: CommandSession): Promise<Completions> {
  const [, name = '', rest = ''] = /^[\s,]*([^\s,(]*)(.*)$/s.exec(text) ?? [];
  if (rest === '') return fitting({ keywords: [], typed: name, quoted: false }, await names());
  const family = await familyOf(parseCommand(name), startSession(session.user));
  return family.complete(text, await session.view(), session.user);
}

async function names(): Promise<readonly string[]> {
  const { COMMANDS } = await import('../racf/commands/index.ts');
  return ['RACDCERT', ...COMMANDS.map(({ name }) => name)];
}
