#!/bin/sh
# What a setup script does: variables, functions, filters, and a cleanup that may fail.
owner=HERONSV
ring="Shell.Ring"

run() {
  echo "# $1"
  tsocmd "$1" 2>/dev/null
}

# cleanup: nothing of it is there the first time
tsocmd "RACDCERT ID(${owner}) DELRING(${ring})" >/dev/null 2>&1 || true

tsocmd "RACDCERT ID($owner) ADDRING($ring)" > /dev/null
run "RACDCERT ID(${owner}) \
  CONNECT(CERTAUTH LABEL('Heron CA') \
  RING(${ring}) USAGE(CERTAUTH))"
cmd="RACDCERT ID($owner) CONNECT(LABEL('heron') RING($ring) DEFAULT)"
tsocmd "$cmd"
echo $?

tsocmd "RACDCERT CERTAUTH LIST(LABEL('Heron CA'))" 2>/dev/null | grep "End Date" | awk '{print $3}'
until=$(tsocmd "RACDCERT CERTAUTH LIST(LABEL('Heron CA'))" 2>/dev/null | awk '/End Date:/ {print $3}' | tr / -)
tsocmd "RACDCERT ID($owner) GENCERT SUBJECTSDN(CN('shell')) NISTECC \
  WITHLABEL('shell') SIGNWITH(CERTAUTH LABEL('Heron CA')) NOTAFTER(DATE($until))" >/dev/null

if tsocmd "RACDCERT ID($owner) LISTRING(Other.Ring)" >/dev/null 2>&1; then
  echo "there is one"
else
  echo "there is none: $?"
fi
if tsocmd "RACDCERT LISTTOKEN(OTHER.TOKEN)" >/dev/null 2>&1; then echo "a token"; else echo "no token: $?"; fi
tso "SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH" >/dev/null
racdcert "ID($owner) LISTRING($ring)" | grep YES
exit 0
