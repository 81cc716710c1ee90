/** RACF's other profiles from their files: users, groups, general resources, and certificate name filters. */
import { sameRules } from '../core/access-rules.ts';
import {
  ACCESS_LEVELS,
  type AccessRules,
  type GroupEntry,
  type MappingEntry,
  type ProfileEntry,
  type UserEntry,
} from '../core/entities.ts';
import { mappingOwnerText } from '../core/owner.ts';
import { inPlace, making, opened, readMappingOwner } from './entity-fields.ts';
import { type Fields, fieldsOf } from './json.ts';

const AUTHORITIES = ['USE', 'CREATE', 'CONNECT', 'JOIN'] as const;
const STATUSES = ['TRUST', 'NOTRUST'] as const;

/** Files written when a user had an id and a name only say no more; a date is needed, and this one says "unknown". */
const FORMERLY = {
  owner: '',
  defaultGroup: '',
  groups: [],
  attributes: [],
  installationData: '',
  created: '1970-01-01T00:00:00Z',
  createdBy: '',
} as const;

export function readUser(text: string, file: string): UserEntry {
  const fields = opened(text, file, 'user');
  const named = { kind: 'user', id: fields.text('id'), name: fields.text('name') } as const;
  if (!fields.has('owner')) return inPlace({ ...named, ...FORMERLY }, file);
  return inPlace(
    {
      ...named,
      owner: fields.text('owner'),
      defaultGroup: fields.text('defaultGroup'),
      groups: fields.each('groups', (each) => ({
        group: each.text('group'),
        authority: each.oneOf('authority', AUTHORITIES),
      })),
      attributes: fields.texts('attributes'),
      installationData: fields.text('installationData'),
      ...making(fields),
    },
    file,
  );
}

export function readGroup(text: string, file: string): GroupEntry {
  const fields = opened(text, file, 'group');
  return inPlace(
    {
      kind: 'group',
      id: fields.text('id'),
      superior: fields.text('superior'),
      owner: fields.text('owner'),
      ...making(fields),
    },
    file,
  );
}

/** A profile that is in storage as it is defined, the common case, does not say so twice. */
export function profileJson({ inStorage, ...rest }: ProfileEntry): unknown {
  return inStorage !== null && sameRules(inStorage, rest) ? rest : { ...rest, inStorage };
}

function readRules(fields: Fields): AccessRules {
  return {
    uacc: fields.oneOf('uacc', ACCESS_LEVELS),
    accessList: fields.each('accessList', (each) => ({
      id: each.text('id'),
      access: each.oneOf('access', ACCESS_LEVELS),
    })),
    warning: orNull(fields, 'warning', () => fields.flag('warning')),
  };
}

/** Null, and left out in files that were written before the field was there. */
function orNull<T>(fields: Fields, name: string, read: () => T): T | null {
  return !fields.has(name) || fields.value(name) === null ? null : read();
}

export function readProfile(text: string, file: string): ProfileEntry {
  const fields = opened(text, file, 'profile');
  const rules = readRules(fields);
  const loaded = (): AccessRules => readRules(fieldsOf(fields.value('inStorage'), file));
  return inPlace(
    {
      kind: 'profile',
      class: fields.text('class'),
      name: fields.text('name'),
      owner: fields.text('owner'),
      ...rules,
      applicationData: fields.text('applicationData'),
      installationData: fields.text('installationData'),
      level: orNull(fields, 'level', () => fields.number('level')),
      auditing: orNull(fields, 'auditing', () => fields.text('auditing')),
      notify: orNull(fields, 'notify', () => fields.text('notify')),
      inStorage: fields.has('inStorage') ? orNull(fields, 'inStorage', loaded) : rules,
      ...making(fields),
    },
    file,
  );
}

export function mappingJson({ owner, ...rest }: MappingEntry): unknown {
  return { ...rest, owner: mappingOwnerText(owner) };
}

export function readMapping(text: string, file: string): MappingEntry {
  const fields = opened(text, file, 'mapping');
  return inPlace(
    {
      kind: 'mapping',
      owner: readMappingOwner(fields.text('owner'), file),
      label: fields.text('label'),
      issuerFilter: fields.textOrNull('issuerFilter'),
      subjectFilter: fields.textOrNull('subjectFilter'),
      criteria: fields.textOrNull('criteria'),
      status: fields.oneOf('status', STATUSES),
      ...making(fields),
      sequence: fields.number('sequence'),
    },
    file,
  );
}
