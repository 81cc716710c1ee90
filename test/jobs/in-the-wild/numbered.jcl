//NUMBERED JOB (ACCT),'HERON',CLASS=A,MSGCLASS=X                        00000100
//* Sequence numbers from column 73 on are never part of a command.     00000200
//STEP1    EXEC PGM=IKJEFT01,REGION=0M                                  00000300
//SYSTSPRT DD SYSOUT=*                                                  00000400
//SYSPRINT DD SYSOUT=*                                                  00000500
//SYSTSIN  DD *                                                         00000600
 RACDCERT ID(HERONSV) ADDRING(NumberedRing)                             00000700
 RACDCERT ID(HERONSV) CONNECT(CERTAUTH LABEL('Heron CA') -              00000800
   RING(NumberedRing) USAGE(CERTAUTH))                                  00000900
 RACDCERT ID(HERONSV) CONNECT(LABEL('heron') +                          00001000
          RING(NumberedRing) +                                          00001100
          DEFAULT)                                                      00001200
 RACDCERT ID(HERONSV) LISTRING(NumberedRing)                            00001300
 SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH                            00001400
/*                                                                      00001500
//                                                                      00001600
