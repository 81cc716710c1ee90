#!/bin/sh
# A new key and a new certificate, under the old label and in the old rings.
set -e
owner=WEBSRV
old="Web server"
new="Web server new"

racf() {
  tsocmd "RACDCERT ID($owner) $1"
}

racf "EXPORT(LABEL('$old')) DSN('LAB.WEB.BACKUP') FORMAT(PKCS12DER) PASSWORD('until then')"
if ! tsocmd "RACDCERT CHECKCERT('LAB.WEB.BACKUP') PASSWORD('until then')" | grep "chain is complete"; then
  echo "the backup is not complete" >&2
  exit 8
fi

racf "REKEY(LABEL('$old')) WITHLABEL('$new')"
racf "GENREQ(LABEL('$new')) DSN('LAB.WEB.REQ')"
racf "GENCERT('LAB.WEB.REQ') \
  SIGNWITH(CERTAUTH LABEL('Lab CA')) \
  NOTAFTER(DATE(2027-12-31))"

racf "ROLLOVER(LABEL('$old')) NEWLABEL('$new')"
racf "DELETE(LABEL('$old'))"
racf "ALTER(LABEL('$new')) NEWLABEL('$old')"
tsocmd "SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH"
racf "LISTRING(WebRing)" | grep "$old"
