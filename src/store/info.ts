/** What a store says about itself, without opening its certificates or keys. */
import { listFolder } from './files.ts';
import { isPending } from './recovery.ts';
import * as layout from './layout.ts';
import { lockOwner, readLock } from './lock-folder.ts';
import { STORE_FORMAT, STORE_VERSION } from './settings.ts';
import type { StoreInfo, TrackedView } from './store.ts';

function countOf(root: string, folder: string): number {
  return layout.entityNames(listFolder(root, folder)).length;
}

function countBelow(root: string, folder: string): number {
  let count = 0;
  for (const owner of layout.ownedFolders(listFolder(root, folder))) count += countOf(root, `${folder}/${owner}`);
  return count;
}

function holder(root: string): string | null {
  const state = readLock(root);
  if (state.free) return null;
  const owner = lockOwner(root, state.number);
  return owner ? `process ${owner.pid} on ${owner.host} since ${owner.since}` : 'an unknown process';
}

export async function storeInfo(root: string, view: TrackedView): Promise<StoreInfo> {
  return {
    location: root,
    format: STORE_FORMAT,
    version: STORE_VERSION,
    settings: await view.settings(),
    certificates: countBelow(root, layout.CERTIFICATES),
    rings: countBelow(root, layout.RINGS),
    keys: countOf(root, layout.KEYS),
    users: countOf(root, layout.USERS),
    groups: countOf(root, layout.GROUPS),
    profiles: countBelow(root, layout.PROFILES),
    mappings: countBelow(root, layout.MAPPINGS),
    tokens: countOf(root, layout.TOKENS),
    icsfKeys: countOf(root, layout.PKDS),
    commit: readLock(root).number,
    lockedBy: holder(root),
    pending: isPending(root),
  };
}
