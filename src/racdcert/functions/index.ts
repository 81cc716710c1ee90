/** Every RACDCERT function of this version, by hand: one line a file. */
import type { RacdcertFunction } from '../function.ts';
import { add } from './add.ts';
import { addring } from './addring.ts';
import { alter } from './alter.ts';
import { altmap } from './altmap.ts';
import { connect } from './connect.ts';
import { deleteFunction } from './delete.ts';
import { delmap } from './delmap.ts';
import { delring } from './delring.ts';
import { exportFunction } from './export.ts';
import { gencert } from './gencert.ts';
import { genreq } from './genreq.ts';
import { list } from './list.ts';
import { listmap } from './listmap.ts';
import { listring } from './listring.ts';
import { map } from './map.ts';
import { remove } from './remove.ts';

export const FUNCTIONS: readonly RacdcertFunction[] = [
  add,
  addring,
  alter,
  altmap,
  connect,
  deleteFunction,
  delmap,
  delring,
  exportFunction,
  gencert,
  genreq,
  list,
  listmap,
  listring,
  map,
  remove,
];
