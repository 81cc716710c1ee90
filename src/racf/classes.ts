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

/** Further classes that come with RACF, as remembered; and the three kinds of profiles that are no general resources. */
const SUPPLIED: ReadonlySet<string> = new Set(
  `DATASET USER GROUP
  ACCTNUM ACICSPCT AIMS APPCLU APPCPORT APPCSERV APPCSI APPCTP CACHECLS CBIND CCICSCMD CDT CFIELD CIMS CONSOLE CPSMOBJ
  DASDVOL DBNFORM DEVICES DIRAUTH DLFCLASS DSNADM DSNR FIELD FSACCESS FSEXEC FSSEC GCICSTRN GDASDVOL GLOBAL GMBR
  GCSFKEYS GEJBROLE GXFACILI IBMOPC IDTDATA JAVA JESINPUT JESJOBS JESSPOOL KERBLINK KEYSMSTR LDAPBIND LFSCLASS LOGSTRM
  MCICSPPT MDSNBP MDSNCL MDSNDB MDSNJR MDSNPK MDSNPN MDSNSC MDSNSG MDSNTB MDSNTS MDSNUF MDSNUT MFADEF MGMTCLAS MQADMIN
  MQCHAN MQCMDS MQCONN MQNLIST MQPROC MQQUEUE MXADMIN MXNLIST MXPROC MXQUEUE MXTOPIC NETCMDS NETSPAN NODES NODMBR
  PCICSPSB PERFGRP PKISERV PMBR PRINTSRV PROCACT PROCESS PROPCNTL PSFMPL PTKTVAL RACFEVNT RACFVARS RACGLIST RACHCMBR
  RACROUTE REALM RODMMGR ROLE RRSFDATA RVARSMBR SCICSTST SDSF SECDATA SECLABEL SECLMBR SIMS SMESSAGE SOMDOBJS STORCLAS
  SUBSYSNM SYSMVIEW TAPEVOL TCICSTRN TEMPDSN TERMINAL TIMS TMEADMIN TSOAUTH TSOPROC UCICSTST VTAMAPPL WCICSRES WBEM WRITER
  XCSFKEY ZMFAPLA ZMFCLOUD`.split(/\s+/),
);

/** One that is not may be an installation's own, or a misspelling. */
export function isKnownClass(className: string): boolean {
  return KNOWN_CLASSES.has(className) || SUPPLIED.has(className);
}

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
