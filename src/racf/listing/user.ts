/**
 * A user as LISTUSER prints it, and as data. The layout is that of published listings; what a store does not keep
 * (days of logon, security levels) shows the values of a new user, when somebody was last here shows UNKNOWN.
 */
import type { UserEntry } from '../../core/entities.ts';
import { julianDate } from '../julian.ts';

export function userLines(user: UserEntry, zone: string): readonly string[] {
  const created = julianDate(user.created, zone);
  const isProtected = user.attributes.includes('PROTECTED');
  const name = user.name === '' ? 'UNKNOWN' : user.name;
  return [
    `USER=${user.id}  NAME=${name.padEnd(20)}  OWNER=${user.owner.padEnd(8)}  CREATED=${created}`,
    ` DEFAULT-GROUP=${user.defaultGroup.padEnd(8)} PASSDATE=${isProtected ? 'N/A   ' : '00.000'} PASS-INTERVAL=${isProtected ? 'N/A' : ' 30'} PHRASEDATE=N/A`,
    ` ATTRIBUTES=${user.attributes.length === 0 ? 'NONE' : user.attributes.join(' ')}`,
    ' REVOKE DATE=NONE   RESUME DATE=NONE',
    ' LAST-ACCESS=UNKNOWN',
    ' CLASS AUTHORIZATIONS=NONE',
    ...installationData(user.installationData),
    ' NO-MODEL-NAME',
    ' LOGON ALLOWED   (DAYS)          (TIME)',
    ' ---------------------------------------------',
    ' ANYDAY                          ANYTIME',
    ...user.groups.flatMap(({ group, authority }) => connection(user, group, authority, created)),
    'SECURITY-LEVEL=NONE SPECIFIED',
    'CATEGORY-AUTHORIZATION',
    ' NONE SPECIFIED',
    'SECURITY-LABEL=NONE SPECIFIED',
  ];
}

/** Characters of installation data on one line, the next ones indented below them. */
const DATA_WIDTH = 50;

function installationData(data: string): readonly string[] {
  if (data === '') return [' NO-INSTALLATION-DATA'];
  const [first = '', ...rest] = data.match(new RegExp(`.{1,${DATA_WIDTH}}`, 'gsu')) ?? [];
  return [` INSTALLATION-DATA=${first}`, ...rest.map((part) => `${' '.repeat(20)}${part}`)];
}

/** ADDUSER connects to the default group; who made other connections, and when, is not kept. */
function connection(user: UserEntry, group: string, authority: string, created: string): readonly string[] {
  const first = group === user.defaultGroup;
  const by = first ? user.createdBy : 'UNKNOWN';
  return [
    `  GROUP=${group.padEnd(8)}  AUTH=${authority.padEnd(8)} CONNECT-OWNER=${by.padEnd(8)}  CONNECT-DATE=${first ? created : 'UNKNOWN'}`,
    '    CONNECTS=    00  UACC=NONE     LAST-CONNECT=UNKNOWN',
    '    CONNECT ATTRIBUTES=NONE',
    '    REVOKE DATE=NONE   RESUME DATE=NONE',
  ];
}

/** docs/json.md, "ringtool-listuser". */
export function usersData(users: readonly UserEntry[]): unknown {
  return {
    format: 'ringtool-listuser',
    version: 1,
    users: users.map(({ id, name, owner, defaultGroup, groups, attributes, installationData, created, createdBy }) => ({
      id,
      name,
      owner,
      defaultGroup,
      groups,
      attributes,
      installationData,
      created,
      createdBy,
    })),
  };
}
