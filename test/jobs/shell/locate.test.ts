import { expect, it } from 'vitest';
import { linesOf } from '../../../src/jobs/carrier.ts';
import { interpreterFor, pathCalls, shebangOf } from '../../../src/jobs/shell/interpreter.ts';
import { locator } from '../../../src/jobs/shell/locate.ts';

it('a command is found in the line that made it', () => {
  const locate = locator(
    '#!/bin/sh\n# tsocmd "RACDCERT LIST"\ntsocmd "RACDCERT ID($u) ADDRING(A)"\ntsocmd "RACDCERT ID($u) LIST"\n\n' +
      'tsocmd "SETROPTS RACLIST(DIGTCERT) REFRESH"\ntsocmd "RACDCERT ID($u) LIST"\ngskkyman\n',
  );
  expect(locate('RACDCERT ID(ELM) ADDRING(A)')).toBe(3);
  expect(locate('RACDCERT ID(ELM) LIST')).toBe(4);
  expect(locate('SETROPTS RACLIST(DIGTCERT) REFRESH')).toBe(6);
  expect(locate('RACDCERT ID(ELM) LIST')).toBe(7);
  expect(locate('gskkyman')).toBe(8);
  expect(locate('nothing of it')).toBe(1);
});

it('a command over several lines, and one in small letters, is found in its first line', () => {
  const locate = locator(
    '#!/bin/sh\nask "RACDCERT ID($u) \\\n  CONNECT(CERTAUTH LABEL(\'Elm CA\') \\\n  RING(R))"\n' +
      'tsocmd "RACDCERT CERTAUTH LIST(LABEL(\'Elm CA\'))"\ntsocmd "RACDCERT ID($u) LISTRING(Other)"\n' +
      'racdcert "ID($u) LISTRING($r)"\n',
  );
  expect(locate("RACDCERT ID(ELM)   CONNECT(CERTAUTH LABEL('Elm CA')   RING(R))")).toBe(2);
  expect(locate("RACDCERT CERTAUTH LIST(LABEL('Elm CA'))")).toBe(5);
  expect(locate('RACDCERT ID(ELM) LISTRING(Other)')).toBe(6);
  expect(locate('RACDCERT ID(ELM) LISTRING(R)')).toBe(7);
});

it('a command that a function of the script hands on is found as well', () => {
  const locate = locator(
    '#!/bin/sh\nask() { tsocmd "$1"; }\necho "about SETROPTS "\nask "SETROPTS RACLIST(DIGTCERT,DIGTRING) REFRESH"\n' +
      'ask "RACDCERT LIST"\n',
  );
  expect(locate('SETROPTS RACLIST(DIGTCERT,DIGTRING) REFRESH')).toBe(4);
  expect(locate('RACDCERT LIST')).toBe(5);
});

it('the first line names the shell', () => {
  expect(shebangOf('#!/bin/sh -e\n')).toEqual({ shell: '/bin/sh', options: ['-e'] });
  expect(shebangOf('#! /bin/env -S X=1 bash\r\n')).toEqual({ shell: 'bash', options: [] });
  for (const none of ['#!/usr/bin/env python3\n', '#!\n', '# /bin/sh\n', 'x\n#!/bin/sh'])
    expect(shebangOf(none)).toBeNull();
});

it('a shell that is missing is replaced, and that is said', () => {
  const path = process.env.PATH ?? '';
  expect(interpreterFor(shebangOf('#!/bin/ksh'), false, '/nowhere')).toBeNull();
  expect(interpreterFor(shebangOf('#!/bin/sh'), false, '/nowhere')).toMatchObject({ path: '/bin/sh', remark: null });
  const korn = interpreterFor({ shell: '/nowhere/mksh', options: [] }, false, path);
  expect(korn?.remark).toMatch(/runs the script: this machine has no \/nowhere\/mksh$/);
  expect(interpreterFor({ shell: '/nowhere/mksh', options: [] }, false, '/nowhere')).toBeNull();
});

it('calls by a full path are found', () => {
  const calls = pathCalls(
    linesOf('# /bin/tso\n/bin/tsocmd "X"\nT=/usr/lpp/bin/gskkyman; cd /bin/zowe/x /opt/zowe\n/bin/tsocmd Y\n'),
  );
  expect(calls).toEqual([
    { path: '/bin/tsocmd', line: 2 },
    { path: '/usr/lpp/bin/gskkyman', line: 3 },
  ]);
});
