/** Makes an empty store. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { RingtoolError } from '../core/errors.ts';
import { systemCode } from '../core/system-code.ts';
import { storeFailure } from './failures.ts';
import { makeFolders } from './folders.ts';
import { makeFolder } from './files.ts';
import { INDEX_FILE } from './index-lines.ts';
import { sizesText } from './index-sizes.ts';
import { IGNORE_FILE, INDEX, JOURNAL, LOCK, STORE_FILE, TOP_LEVEL } from './layout.ts';
import { DEFAULT_SETTINGS, writeStoreFile } from './settings.ts';

/** For those who keep a store in git: what is derived stays out, and so do private keys until somebody decides. */
const IGNORED = `/${INDEX}/\n/${JOURNAL}/\n/${LOCK}/\n/keys/\n`;

/** Appears with its whole content or not at all, also when two processes make the same store at once. */
export function place(root: string, file: string, text: string): void {
  const temporary = join(root, `.new-${process.pid}`);
  try {
    fs.writeFileSync(temporary, text, { mode: 0o600 });
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  try {
    fs.linkSync(temporary, join(root, file));
    fs.unlinkSync(temporary);
  } catch (error) {
    // Made by another meanwhile: theirs stands. File systems without links: a rename is the next best.
    if (systemCode(error) === 'EEXIST') fs.unlinkSync(temporary);
    else fs.renameSync(temporary, join(root, file));
  }
}

function requireOurs(root: string): void {
  let names: string[];
  try {
    names = fs.readdirSync(root);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw storeFailure(error, root, 'write');
  }
  const strange = names.find((name) => !TOP_LEVEL.includes(name) && !name.startsWith('.new-'));
  if (strange !== undefined) {
    throw new RingtoolError('store/exists', `${root} holds other things (${strange}) and no store`, {
      hint: 'name a folder of its own for the store',
    });
  }
}

export function createStore(root: string): void {
  requireOurs(root);
  try {
    makeFolders(root, 0o700);
    for (const folder of [LOCK, JOURNAL, INDEX]) makeFolder(root, folder);
    place(root, IGNORE_FILE, IGNORED);
    if (!fs.existsSync(join(root, 'certificates'))) place(root, INDEX_FILE, sizesText(new Map()));
    // Last: this is what makes it a store.
    place(root, STORE_FILE, writeStoreFile(DEFAULT_SETTINGS));
  } catch (error) {
    throw storeFailure(error, root, 'write');
  }
}
