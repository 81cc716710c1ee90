/** All commands that are emulated beside RACDCERT. */
import type { RacfCommand } from '../command.ts';
import { addgroup } from './addgroup.ts';
import { adduser } from './adduser.ts';
import { altuser } from './altuser.ts';
import { connect } from './connect.ts';
import { deleteCommand } from './delete.ts';
import { delgroup } from './delgroup.ts';
import { deluser } from './deluser.ts';
import { listds } from './listds.ts';
import { listgrp } from './listgrp.ts';
import { listuser } from './listuser.ts';
import { permit } from './permit.ts';
import { profile } from './profile.ts';
import { ralter } from './ralter.ts';
import { rdefine } from './rdefine.ts';
import { rdelete } from './rdelete.ts';
import { remove } from './remove.ts';
import { rlist } from './rlist.ts';
import { search } from './search.ts';
import { setropts } from './setropts.ts';

export const COMMANDS: readonly RacfCommand[] = [
  addgroup,
  adduser,
  altuser,
  connect,
  deleteCommand,
  delgroup,
  deluser,
  listds,
  listgrp,
  listuser,
  permit,
  profile,
  ralter,
  rdefine,
  rdelete,
  remove,
  rlist,
  search,
  setropts,
];

/** The command of this name or alias, in upper case; undefined when it is none of these. */
export function commandCalled(word: string): RacfCommand | undefined {
  return COMMANDS.find(({ name, aliases }) => name === word || aliases.includes(word));
}
