/** Every RACDCERT function of this version, by hand: one line a file. */
import type { RacdcertFunction } from '../function.ts';
import { addring } from './addring.ts';
import { alter } from './alter.ts';
import { connect } from './connect.ts';
import { deleteFunction } from './delete.ts';
import { delring } from './delring.ts';
import { list } from './list.ts';
import { listring } from './listring.ts';
import { remove } from './remove.ts';

export const FUNCTIONS: readonly RacdcertFunction[] = [
  addring,
  alter,
  connect,
  deleteFunction,
  delring,
  list,
  listring,
  remove,
];
