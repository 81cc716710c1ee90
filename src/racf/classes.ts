/** Class names, as far as they matter around certificates (RACF Security Administrator's Guide, "Supplied RACF resource classes"). */

/** Changes to profiles of these are what RACDCERT makes. */
export const CERTIFICATE_CLASSES: readonly string[] = ['DIGTCERT', 'DIGTRING', 'DIGTNMAP', 'DIGTCRIT'];

/** Classes seen in scripts about certificates: none of these is a misspelling. */
export const KNOWN_CLASSES: ReadonlySet<string> = new Set([
  ...CERTIFICATE_CLASSES,
  'APPL',
  'CRYPTOZ',
  'CSFKEYS',
  'CSFSERV',
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
