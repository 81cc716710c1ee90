/**
 * A general resource profile as RLIST prints it, and as data. The headings and the first line are those of published
 * listings; the sections between them are assumed. What files of before do not say shows as ** and UNKNOWN.
 */
import { isGeneric } from '../../authority/generic.ts';
import type { Access, ProfileEntry } from '../../core/entities.ts';

/** A profile, and what the issuer of RLIST may do with it. */
export interface ListedProfile {
  readonly profile: ProfileEntry;
  readonly yourAccess: Access;
}

/** With (G) behind a generic name. */
export function shownName(name: string): string {
  return isGeneric(name) ? `${name} (G)` : name;
}

/** `name`: nothing more than that (NORACF); `all`: with the access list. */
export function profileLines(listed: ListedProfile, what: 'name' | 'base' | 'all'): readonly string[] {
  const { profile, yourAccess } = listed;
  const name = ['CLASS      NAME', '-----      ----', `${profile.class.padEnd(8)}   ${shownName(profile.name)}`, ''];
  if (what === 'name') return name;
  return [
    ...name,
    'LEVEL  OWNER      UNIVERSAL ACCESS  YOUR ACCESS  WARNING',
    '-----  --------   ----------------  -----------  -------',
    ` ${level(profile)}    ${profile.owner.padEnd(8)}   ${profile.uacc.padStart(9)}         ${yourAccess.padStart(10)}   ${warning(profile)}`,
    '',
    ...section('INSTALLATION DATA', profile.installationData || 'NONE'),
    ...section('APPLICATION DATA', profile.applicationData || 'NONE'),
    ...section('AUDITING', profile.auditing ?? UNKNOWN),
    ...section('NOTIFY', profile.notify === '' ? 'NO USER TO BE NOTIFIED' : (profile.notify ?? UNKNOWN)),
    ...(what === 'all' ? accessList(profile) : []),
  ];
}

const UNKNOWN = 'UNKNOWN';

function level({ level: number }: ProfileEntry): string {
  return number === null ? '**' : String(number).padStart(2, '0');
}

function warning({ warning: mode }: ProfileEntry): string {
  return mode === null ? UNKNOWN : mode ? ' YES' : ' NO';
}

function section(heading: string, text: string): readonly string[] {
  return [heading, '-'.repeat(heading.length), text, ''];
}

function accessList({ accessList: entries }: ProfileEntry): readonly string[] {
  const heading = ['USER      ACCESS   ACCESS COUNT', '----      ------   ------ -----'];
  if (entries.length === 0) return [...heading, 'NO USERS IN ACCESS LIST', ''];
  return [...heading, ...entries.map(({ id, access }) => `${id.padEnd(8)}  ${access.padEnd(8)}    000000`), ''];
}

/** docs/json.md, "ringtool-rlist". */
export function profilesData(className: string, listed: readonly ListedProfile[]): unknown {
  return {
    format: 'ringtool-rlist',
    version: 1,
    class: className,
    profiles: listed.map(({ profile, yourAccess }) => ({
      name: profile.name,
      generic: isGeneric(profile.name),
      owner: profile.owner,
      uacc: profile.uacc,
      yourAccess,
      applicationData: profile.applicationData,
      installationData: profile.installationData,
      accessList: profile.accessList,
      level: profile.level,
      warning: profile.warning,
      auditing: profile.auditing,
      notify: profile.notify,
      inStorage: profile.inStorage,
      created: profile.created,
      createdBy: profile.createdBy,
    })),
  };
}
