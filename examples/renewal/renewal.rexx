/* REXX: a new key and a new certificate, under the old label and in the old rings */
owner = 'WEBSRV'
old = 'Web server'
new = old 'new'
address tso

call racf "EXPORT(LABEL('"old"')) DSN('LAB.WEB.BACKUP') FORMAT(PKCS12DER)" ,
  "PASSWORD('until then')"
x = outtrap('line.')
"RACDCERT CHECKCERT('LAB.WEB.BACKUP') PASSWORD('until then')"
x = outtrap('off')
complete = 0
do i = 1 to line.0
  if pos('chain is complete', line.i) > 0 then complete = 1
end
if \complete then do
  say 'the backup is not complete'
  exit 8
end

call racf "REKEY(LABEL('"old"')) WITHLABEL('"new"')"
call racf "GENREQ(LABEL('"new"')) DSN('LAB.WEB.REQ')"
call racf "GENCERT('LAB.WEB.REQ') SIGNWITH(CERTAUTH LABEL('Lab CA'))" ,
  "NOTAFTER(DATE(2027-12-31))"
call racf "ROLLOVER(LABEL('"old"')) NEWLABEL('"new"')"
call racf "DELETE(LABEL('"old"'))"
call racf "ALTER(LABEL('"new"')) NEWLABEL('"old"')"
"SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH"
call racf 'LISTRING(WebRing)'
exit 0

racf:
  parse arg operands
  "RACDCERT ID("owner")" operands
  if rc > 4 then do
    say 'code' rc 'from' word(operands, 1)
    exit rc
  end
  return
