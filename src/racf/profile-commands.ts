/** What RDEFINE, RALTER, RDELETE, RLIST and PERMIT share: levels of access, the class's own rules, what is left to say of RACLIST. */
import { ACCESS_LEVELS, type Access, type StoreSettings } from '../core/entities.ts';
import type { Message } from '../core/message.ts';
import { oneOf, text } from '../tso/declare.ts';
import type { Operand } from '../tso/operand.ts';
import { suggest } from '../tso/suggest.ts';
import { CERTIFICATE_CLASSES, isKnownClass, RACDCERT_CLASSES } from './classes.ts';
import { say } from './messages.ts';

export const access = (): Operand<Access> => oneOf(...ACCESS_LEVELS);
export const installationData = (): Operand<string> => text({ what: 'installation data', max: 255 });
export const applicationData = (): Operand<string> => text({ what: 'application data', max: 255 });

/** Accepted: segments, members, labels and what else of a profile is not kept. */
export const PROFILE_RECORDED = [
  'ADDCATEGORY',
  'ADDMEM',
  'AT',
  'CDTINFO',
  'CFDEF',
  'CSDATA',
  'DLFDATA',
  'EIM',
  'ICSF',
  'ICTX',
  'KERB',
  'MFA',
  'MFPOLICY',
  'ONLYAT',
  'PROXY',
  'SECLABEL',
  'SECLEVEL',
  'SESSION',
  'SIGVER',
  'SINGLEDSN',
  'SSIGNON',
  'STDATA',
  'SVFMR',
  'TIMEZONE',
  'TME',
  'TVTOC',
  'WHEN',
] as const;

/** Not DIGTCERT and its like; the message says so. Null for a class whose profiles these commands may touch. */
export function refusedClass(className: string, command: string): Message | null {
  return RACDCERT_CLASSES.includes(className) ? say('RNGT964I', { class: className, command }) : null;
}

/** An installation may have classes of its own; one that is nearly a certificate class may be a misspelling. */
export function remarksOnClass(className: string): readonly Message[] {
  if (isKnownClass(className)) return [];
  const suggestion = suggest(className, CERTIFICATE_CLASSES);
  return [
    suggestion === null ? say('RNGT972I', { name: className }) : say('RNGT953I', { name: className, suggestion }),
  ];
}

/** Each command has its own. */
export type RefreshReminder = 'ICH06011I' | 'ICH10006I' | 'ICH11009I' | 'ICH12002I';

/** The reminder of a command that changed profiles of a class in storage. */
export function refreshReminder(
  id: RefreshReminder,
  className: string,
  { raclisted }: StoreSettings,
): readonly Message[] {
  return raclisted.includes(className) ? [say(id, { class: className })] : [];
}
