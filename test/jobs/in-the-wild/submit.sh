#!/bin/sh
# A job typed into a pipe.
cat <<'JOB' | zowe zos-jobs submit stdin --wait-for-output
//PIPED    JOB (ACCT),'PIPED'
//S1       EXEC PGM=IKJEFT01
//SYSTSPRT DD SYSOUT=*
//SYSTSIN  DD *
  RACDCERT ID(HERONSV) ADDRING(PipedRing)
/*
JOB
echo "submitted: $?"
