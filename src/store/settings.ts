/** `store.json`: that this folder is a store, of which version, and its settings. */
import type { StoreSettings } from '../core/entities.ts';
import { isRingtoolError, RingtoolError } from '../core/errors.ts';
import { DEFAULT_RELEASE, RELEASES } from '../core/release.ts';
import { toLocal } from '../core/time.ts';
import { corrupt } from './failures.ts';
import { fieldsOf, parseFields, stableJson } from './json.ts';
import { STORE_FILE } from './layout.ts';

export const STORE_FORMAT = 'ringtool-store';
export const STORE_VERSION = 1;

export const DEFAULT_SETTINGS: StoreSettings = {
  raclisted: ['DIGTCERT', 'DIGTRING', 'FACILITY', 'RDATALIB'],
  active: ['DIGTCERT', 'DIGTRING', 'DIGTNMAP', 'DIGTCRIT', 'FACILITY', 'RDATALIB', 'CRYPTOZ'],
  level: DEFAULT_RELEASE,
  timeZone: 'UTC',
  strictUsers: false,
  user: null,
};

export function writeStoreFile(settings: StoreSettings): string {
  return stableJson({ format: STORE_FORMAT, version: STORE_VERSION, settings });
}

/** The settings in `store.json`; what is left out there has its default. */
export function readStoreFile(text: string): StoreSettings {
  const fields = parseFields(text, STORE_FILE);
  if (!fields.has('format') || fields.text('format') !== STORE_FORMAT) {
    throw corrupt(STORE_FILE, `is not that of a store ("format" is not "${STORE_FORMAT}")`);
  }
  const version = fields.number('version');
  if (version > STORE_VERSION) {
    throw new RingtoolError('store/newer', `the store has version ${version}; this ringtool knows ${STORE_VERSION}`, {
      hint: 'use a newer ringtool for it',
    });
  }
  if (version < 1) throw corrupt(STORE_FILE, 'lacks a proper "version"');
  if (!fields.has('settings')) return DEFAULT_SETTINGS;
  const own = fieldsOf(fields.value('settings'), STORE_FILE);
  return {
    raclisted: own.has('raclisted') ? own.texts('raclisted') : DEFAULT_SETTINGS.raclisted,
    active: own.has('active') ? own.texts('active') : DEFAULT_SETTINGS.active,
    level: own.has('level') ? own.oneOf('level', RELEASES) : DEFAULT_SETTINGS.level,
    timeZone: own.has('timeZone') ? timeZone(own.text('timeZone')) : DEFAULT_SETTINGS.timeZone,
    strictUsers: own.has('strictUsers') ? own.flag('strictUsers') : DEFAULT_SETTINGS.strictUsers,
    user: own.has('user') ? own.textOrNull('user') : DEFAULT_SETTINGS.user,
  };
}

function timeZone(name: string): string {
  try {
    toLocal(new Date(0), name);
    return name;
  } catch (error) {
    if (!isRingtoolError(error, 'core/bad-time-zone')) throw error;
    throw corrupt(STORE_FILE, `names a time zone that is not known (${JSON.stringify(name)})`);
  }
}
