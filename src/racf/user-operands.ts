/**
 * The operands that ADDUSER and ALTUSER share. All of them stand here, those without effect too, so that abbreviations
 * are as unique as on z/OS.
 *
 * RACF Command Language Reference, "ADDUSER (Add user profile)", "ALTUSER (Alter user profile)".
 */
import { flag, oneOf, optional, text } from '../tso/declare.ts';
import { anything } from './anything.ts';
import { groupName, userName } from './names.ts';

/** System-wide attributes, in the order in which LISTUSER names them. */
export const ATTRIBUTES = ['SPECIAL', 'OPERATIONS', 'AUDITOR', 'ROAUDIT', 'GRPACC', 'ADSP', 'RESTRICTED'] as const;

const WITHOUT = ['NOSPECIAL', 'NOOPERATIONS', 'NOAUDITOR', 'NOROAUDIT', 'NOGRPACC', 'NOADSP', 'NORESTRICTED'] as const;

/** Segments, and what else is accepted. Nothing of it is kept. */
export const USER_RECORDED = [
  'ADDCATEGORY',
  'AT',
  'CICS',
  'CLAUTH',
  'NOCLAUTH',
  'CSDATA',
  'DCE',
  'DFP',
  'EIM',
  'EXPIRED',
  'NOEXPIRED',
  'KERB',
  'LANGUAGE',
  'LNOTES',
  'MFA',
  'NOMFA',
  'MODEL',
  'NOMODEL',
  'NDS',
  'NETVIEW',
  'OIDCARD',
  'NOOIDCARD',
  'OMVS',
  'ONLYAT',
  'OPERPARM',
  'OVM',
  'PROXY',
  'PWCLEAN',
  'PWCONVERT',
  'SECLABEL',
  'SECLEVEL',
  'TSO',
  'UAUDIT',
  'NOUAUDIT',
  'WHEN',
  'WORKATTR',
] as const;

/** A password is taken and forgotten: LISTUSER cannot show it, and nobody logs on here. */
const secret = () => optional(text({ what: 'password', max: 100, fold: 'never', secret: true }));

function flags<const Names extends readonly string[]>(names: Names) {
  return Object.fromEntries(names.map((name) => [name, flag()])) as {
    [Name in Names[number]]: ReturnType<typeof flag>;
  };
}

function recorded<const Names extends readonly string[]>(names: Names) {
  return Object.fromEntries(names.map((name) => [name, anything()])) as {
    [Name in Names[number]]: ReturnType<typeof anything>;
  };
}

export const USER_OPERANDS = {
  ...flags(ATTRIBUTES),
  ...flags(WITHOUT),
  ...recorded(USER_RECORDED),
  NAME: text({ what: 'name', max: 20 }),
  OWNER: userName(),
  DFLTGRP: groupName(),
  AUTHORITY: oneOf('USE', 'CREATE', 'CONNECT', 'JOIN'),
  UACC: oneOf('NONE', 'EXECUTE', 'READ', 'UPDATE', 'CONTROL', 'ALTER'),
  DATA: text({ what: 'installation data', max: 255 }),
  NODATA: flag(),
  PASSWORD: secret(),
  NOPASSWORD: flag(),
  PHRASE: secret(),
  NOPHRASE: flag(),
};

interface Written {
  readonly keywords: readonly string[];
}

/** The attributes after a command: those there were, and what it grants and takes, the last word counting. */
export function attributesAfter(before: readonly string[], { keywords }: Written): readonly string[] {
  const after = new Set(before);
  for (const keyword of keywords) {
    if ((ATTRIBUTES as readonly string[]).includes(keyword)) after.add(keyword);
    if ((WITHOUT as readonly string[]).includes(keyword)) after.delete(keyword.slice(2));
    // A user without password and phrase is PROTECTED, and stays so until one is given.
    if (keyword === 'PASSWORD' || keyword === 'PHRASE') after.delete('PROTECTED');
    if (keyword === 'NOPASSWORD') after.add('PROTECTED');
    if (keyword === 'REVOKE') after.add('REVOKED');
    if (keyword === 'RESUME') after.delete('REVOKED');
  }
  return [...ATTRIBUTES, 'REVOKED', 'PROTECTED'].filter((attribute) => after.has(attribute));
}
