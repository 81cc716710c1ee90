//RENEWAL  JOB (ACCT),'RENEW A CERTIFICATE',CLASS=A,MSGCLASS=X
//*
//*  A new key and a new certificate, under the old label and in the
//*  old rings. Nothing is replaced unless all of STEP 1 has worked.
//*
//         EXPORT SYMLIST=*
//         SET OWNER=WEBSRV
//         SET HLQ=LAB.WEB
//*
//RENEW    PROC LABEL='NONE'
//TSO      EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD DDNAME=&LABEL
//RENEW    PEND
//*
//BACKUP   EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *,SYMBOLS=JCLONLY
 RACDCERT ID(&OWNER) EXPORT(LABEL('Web server')) -
   DSN('&HLQ..BACKUP') FORMAT(PKCS12DER) PASSWORD('until then')
 RACDCERT CHECKCERT('&HLQ..BACKUP') PASSWORD('until then')
/*
//SIGN     EXEC PGM=IKJEFT01,COND=(4,LT,BACKUP)
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *,SYMBOLS=JCLONLY
 RACDCERT ID(&OWNER) REKEY(LABEL('Web server')) +                       00000100
   WITHLABEL('Web server new')                                          00000200
 RACDCERT ID(&OWNER) GENREQ(LABEL('Web server new')) +                  00000300
   DSN('&HLQ..REQ')                                                     00000400
 RACDCERT ID(&OWNER) GENCERT('&HLQ..REQ') +                             00000500
   SIGNWITH(CERTAUTH LABEL('Lab CA')) +                                 00000600
   NOTAFTER(DATE(2027-12-31))                                           00000700
/*
//         IF (SIGN.RC <= 4) THEN
//REPLACE  EXEC RENEW,LABEL=RACF
//TSO.RACF DD *,SYMBOLS=JCLONLY
 RACDCERT ID(&OWNER) ROLLOVER(LABEL('Web server')) +
   NEWLABEL('Web server new')
 RACDCERT ID(&OWNER) DELETE(LABEL('Web server'))
 RACDCERT ID(&OWNER) ALTER(LABEL('Web server new')) +
   NEWLABEL('Web server')
 SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH
 RACDCERT ID(&OWNER) LISTRING(WebRing)
/*
//         ELSE
//TELL     EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
 RACDCERT ID(WEBSRV) LIST
/*
//         ENDIF
