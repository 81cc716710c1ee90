#!/bin/sh
# A key database is made by feeding the menus; this is not run here, and the script hears about it.
db=/tmp/marsh.kdb
printf '%s\n' 1 "$db" 'pw 1' 'pw 1' '' '' 0 '' 0 | gskkyman
echo "made: $?"
tsocmd "RACDCERT ID(HERONSV) LISTRING(HeronRing)" 2>/dev/null | grep -c PERSONAL
