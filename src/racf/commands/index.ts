/** All commands that are emulated beside RACDCERT. */
import type { RacfCommand } from '../command.ts';
import { profile } from './profile.ts';
import { setropts } from './setropts.ts';

export const COMMANDS: readonly RacfCommand[] = [profile, setropts];
