/**
 * Messages of the commands around RACDCERT: every text once.
 *
 * ICH ids are RACF's, IKJ ids TSO/E's, IDC ids access method services'; RNGT95nI to RNGT99nI are ringtool's own, for
 * remarks and for conditions whose real text is not known. All are printed with TSO_MESSAGES beside them.
 */
import { entry, type MessageText, sayFrom } from '../core/message.ts';
import { TSO_MESSAGES } from '../tso/messages.ts';

export const RACF_MESSAGES = {
  ...TSO_MESSAGES,

  // users and groups
  ICH01024I: entry('User {user} is defined as PROTECTED.', 'seen', 0),
  ICH30001I: entry('UNABLE TO LOCATE USER    ENTRY {user}', 'seen', 4),
  ICH51003I: entry('NAME NOT FOUND IN RACF DATA SET', 'seen', 4),

  // profiles
  ICH06004I: entry('{profile} NOT DEFINED TO RACF', 'seen', 8),
  ICH06011I: entry(
    'RACLISTED PROFILES FOR {class} WILL NOT REFLECT THE UPDATE(S) UNTIL A SETROPTS REFRESH IS ISSUED',
    'seen',
    0,
  ),
  ICH10006I: entry(
    'RACLISTED PROFILES FOR {class} WILL NOT REFLECT THE ADDITION(S) UNTIL A SETROPTS REFRESH IS ISSUED.',
    'seen',
    0,
  ),
  ICH10102I: entry('{profile} ALREADY DEFINED TO CLASS {class}.', 'seen', 4),
  ICH11009I: entry(
    'RACLISTED PROFILES FOR {class} WILL NOT REFLECT THE UPDATE(S) UNTIL A SETROPTS REFRESH IS ISSUED.',
    'seen',
    0,
  ),
  ICH11102I: entry('{profile} NOT DEFINED TO CLASS {class}', 'assumed', 4),
  ICH12002I: entry(
    'RACLISTED PROFILES FOR {class} WILL NOT REFLECT THE DELETION(S) UNTIL A SETROPTS REFRESH IS ISSUED.',
    'seen',
    0,
  ),
  ICH12102I: entry('{profile} NOT DEFINED TO CLASS {class}', 'seen', 4),
  ICH13003I: entry('{profile} NOT FOUND', 'seen', 4),
  ICH13004I: entry('NOTHING TO LIST', 'seen', 4),
  ICH31005I: entry('NO ENTRIES MEET SEARCH CRITERIA', 'seen', 4),

  // SETROPTS
  ICH14063I: entry('SETROPTS COMMAND COMPLETE.', 'seen', 0),
  ICH14070I: entry('SETROPTS RACLIST REFRESH had no effect on class {name}.', 'seen', 4),

  // TSO/E and access method services
  IKJ56688I: entry(
    'CHAR(0) LINE(0) {prompt} INTERCOM NOPAUSE {msgid} NOMODE NOWTPMSG NORECOVER {prefix} PLANGUAGE(ENU) SLANGUAGE(ENU) VARSTORAGE(LOW)',
    'assumed',
    0,
  ),
  IKJ58503I: entry("DATA SET '{name}' NOT IN CATALOG", 'assumed', 12),
  IDC0014I: entry('LASTCC=8', 'seen', 8),
  IDC0550I: entry('ENTRY (A) {name} DELETED', 'seen', 0),
  IDC0551I: entry('** ENTRY {name} NOT DELETED', 'seen', 8),
  IDC3009I: entry('** VSAM CATALOG RETURN CODE IS 8 - REASON CODE IS IGG0CLEG-42', 'seen', 8),
  IDC3012I: entry('ENTRY {name} NOT FOUND+', 'seen', 8),

  // what is passed over
  RNGT950I: entry('The command {name} is not emulated; it is passed over. This is said once.', 'own', 0),
  RNGT951I: entry(
    '{name} and its subcommands belong to another security product and are not emulated; they are passed over.',
    'own',
    0,
  ),
  RNGT952I: entry('The operand {keyword} of {command} is accepted and not emulated.', 'own', 0),
  RNGT953I: entry('The class {name} is not one of the certificate classes; was {suggestion} meant?', 'own', 0),
  RNGT972I: entry(
    '{name} is not a class that ringtool knows; its profiles are kept, and nothing here asks for them.',
    'own',
    0,
  ),
  RNGT973I: entry(
    'Authority is enforced for RACDCERT only: this and the other commands around it are done unchecked. This is said once.',
    'own',
    0,
  ),
  RNGT963I: entry('Profiles of class {class} are not kept here; {command} is passed over.', 'own', 0),
  RNGT965I: entry(
    '{name} is a member or a pattern: only whole data sets are deleted here. It is passed over.',
    'own',
    0,
  ),

  // users and groups, where RACF's own text is not known
  RNGT954I: entry('User {user} is already defined.', 'own', 8),
  RNGT955I: entry('User {user} is not defined.', 'own', 8),
  RNGT956I: entry('Group {group} is already defined.', 'own', 8),
  RNGT957I: entry('Group {group} is not defined in this store; it is taken as existing.', 'own', 0),
  RNGT958I: entry('User {user} is not defined in this store: {command} has nothing to change.', 'own', 0),
  RNGT974I: entry(
    'From now on the store knows its users: RACDCERT takes no others (IRRD102I). Not defined, and owning certificates or rings here: {users}. ADDUSER defines them.',
    'own',
    0,
  ),
  RNGT975I: entry(
    'This store knows no users yet, not even the one who asks; any user ID will do. ADDUSER {user} defines it.',
    'own',
    0,
  ),
  RNGT959I: entry('Group {group} has users or subgroups. It is not deleted.', 'own', 8),
  RNGT960I: entry('Group {group} is the default group of user {user}, who cannot be removed from it.', 'own', 8),
  RNGT961I: entry('User {user} is not connected to group {group}.', 'own', 8),
  RNGT966I: entry('Group {group} is not defined.', 'own', 8),

  // profiles, likewise
  RNGT962I: entry('{id} is not in the access list of {profile}.', 'own', 4),
  RNGT964I: entry('Profiles of class {class} are maintained by RACDCERT: {command} does not work on them.', 'own', 8),
  RNGT969I: entry('{id} is neither a user nor a group of this store; it is permitted all the same.', 'own', 0),
  RNGT970I: entry('WHEN is not emulated: what is permitted under a condition is not permitted here.', 'own', 0),

  // what a listing leaves out
  RNGT971I: entry(
    'Profiles of class {class} are not shown by {command} here: RACDCERT LIST, LISTRING and LISTMAP show them.',
    'own',
    0,
  ),
  RNGT967I: entry('Of all options only the classes that are active and in storage are kept, and listed.', 'own', 0),
  RNGT968I: entry('Record format, organization and volume of data sets are not kept: ** stands for them.', 'own', 0),
} as const satisfies Readonly<Record<string, MessageText>>;

/** A message with exactly the inserts its text has slots for. */
export const say = sayFrom(RACF_MESSAGES);
