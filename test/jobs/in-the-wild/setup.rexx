/* REXX - the ring of the marsh server */
owner = 'HERONSV'
ring  = 'RexxRing'
ca    = "Heron CA"
address tso
"RACDCERT ID("owner ") ADDRING("ring")"
"RACDCERT ID("owner") CONNECT(CERTAUTH" ,
  " LABEL('"ca"') RING("ring"))"
cmd = "RACDCERT ID("owner")" || " CONNECT(LABEL('heron')" || ,
      " RING("ring") DEFAULT)"
address tso cmd
say 'connected:' rc
x = outtrap('line.')
"RACDCERT CERTAUTH LIST (LABEL('"ca"'))"
x = outtrap('off')
do i = 1 to line.0
  if word(line.i, 1) = 'End' then until = translate(word(line.i, 3), '-', '/')
end
say 'until' until
"RACDCERT ID("owner") GENCERT SUBJECTSDN(CN('rexx'))" ,
  "NISTECC WITHLABEL('rexx')" ,
  "SIGNWITH(CERTAUTH LABEL('"ca"'))" ,
  "NOTAFTER(DATE("until"))"
"RACDCERT DELETE " ,
  " (LABEL('rexx')) ID("owner")"
"RACDCERT ID("owner") LISTRING(Other.Ring)"
if rc <> 0 then say 'no such ring:' rc
call cleanup 'Scrap'
exit 0

cleanup:
  arg name
  "RACDCERT ID("owner") DELRING("name")"
  return
