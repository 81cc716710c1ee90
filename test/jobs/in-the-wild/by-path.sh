#!/bin/sh
# Called by its path, in small letters, with what it prints thrown away.
/bin/tsocmd "racdcert id(HERONSV) addring(Path.Ring)" > /dev/null 2>&1
/bin/tsocmd "racdcert id(HERONSV) connect(label('heron') ring(Path.Ring) default)" | grep -v IRRD175I
/bin/tsocmd "racdcert id(HERONSV) listring(Path.Ring" 2>/dev/null | tail -n +8 | cut -c3-34
