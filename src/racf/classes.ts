/** Class names, as far as they matter around certificates (RACF Security Administrator's Guide, "Supplied RACF resource classes"). */

/** Changes to profiles of these are what RACDCERT makes. */
export const CERTIFICATE_CLASSES: readonly string[] = ['DIGTCERT', 'DIGTRING', 'DIGTNMAP', 'DIGTCRIT'];

/** RACDCERT alone maintains their profiles; RDEFINE and its like do not work on them. */
export const RACDCERT_CLASSES: readonly string[] = ['DIGTCERT', 'DIGTRING', 'DIGTNMAP'];

/** Classes seen in scripts about certificates: none of these is a misspelling. */
export const KNOWN_CLASSES: ReadonlySet<string> = new Set([
  ...CERTIFICATE_CLASSES,
  'APPL',
  'CRYPTOZ',
  'CSFKEYS',
  'CSFSERV',
  'EJBROLE',
  'FACILITY',
  'IDIDMAP',
  'OPERCMDS',
  'PROGRAM',
  'PTKTDATA',
  'RDATALIB',
  'SERVAUTH',
  'SERVER',
  'STARTED',
  'SURROGAT',
  'UNIXPRIV',
  'XFACILIT',
]);

/** Classes whose profile names keep lower case: those of Java roles and of MQ's mixed-case names. The list is assumed. */
const CASE_KEPT: ReadonlySet<string> = new Set([
  'EJBROLE',
  'GEJBROLE',
  'GMXADMIN',
  'GMXNLIST',
  'GMXPROC',
  'GMXQUEUE',
  'GMXTOPIC',
  'IDIDMAP',
  'MXADMIN',
  'MXNLIST',
  'MXPROC',
  'MXQUEUE',
  'MXTOPIC',
  'ZMFAPLA',
]);

export function keepsCase(className: string): boolean {
  return CASE_KEPT.has(className);
}
