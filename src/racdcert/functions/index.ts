/** Every RACDCERT function of this version, by hand: one line a file. */
import type { RacdcertFunction } from '../function.ts';
import { add } from './add.ts';
import { addring } from './addring.ts';
import { addtoken } from './addtoken.ts';
import { alter } from './alter.ts';
import { altmap } from './altmap.ts';
import { bind } from './bind.ts';
import { checkcert } from './checkcert.ts';
import { connect } from './connect.ts';
import { deleteFunction } from './delete.ts';
import { delmap } from './delmap.ts';
import { delring } from './delring.ts';
import { deltoken } from './deltoken.ts';
import { exportFunction } from './export.ts';
import { gencert } from './gencert.ts';
import { genreq } from './genreq.ts';
import { importFunction } from './import.ts';
import { list } from './list.ts';
import { listchain } from './listchain.ts';
import { listmap } from './listmap.ts';
import { listring } from './listring.ts';
import { listtoken } from './listtoken.ts';
import { map } from './map.ts';
import { rekey } from './rekey.ts';
import { remove } from './remove.ts';
import { rollover } from './rollover.ts';
import { unbind } from './unbind.ts';

export const FUNCTIONS: readonly RacdcertFunction[] = [
  add,
  addring,
  addtoken,
  alter,
  altmap,
  bind,
  checkcert,
  connect,
  deleteFunction,
  delmap,
  delring,
  deltoken,
  exportFunction,
  gencert,
  genreq,
  importFunction,
  list,
  listchain,
  listmap,
  listring,
  listtoken,
  map,
  rekey,
  remove,
  rollover,
  unbind,
];
