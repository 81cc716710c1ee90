/**
 * No carrier takes quadratic time on a long run of anything: at this length one that does is not ready before its test
 * is given up, and the others are after a hundredth of that.
 */
import { expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { readJob } from '../../src/jobs/index.ts';
import { pathCalls } from '../../src/jobs/shell/interpreter.ts';
import { locator } from '../../src/jobs/shell/locate.ts';
import { linesOf } from '../../src/jobs/carrier.ts';
import { drive, scene } from './drive.ts';

const LENGTH = 200_000;

/** What a pattern may try to read in more than one way. */
const UNITS =
  " |\t|\n|a|1|a |a=1 |- |> |(|()|'|''|`a|<a|[|{{|${a|$(a)|  #|/*|\\|+\n|(\n|a: |RACDCERT |then |a;|then do\n".split(
    '|',
  );

/** Each around a long run: a file's name, what stands in front, and what behind. */
const PLACES: Readonly<Record<string, readonly [name: string, before: string, behind: string]>> = {
  'plain text': ['x', 'PROFILE\n', 'x\nPROFILE\n'],
  'a plain command': ['x', 'RACDCERT ', 'x\nPROFILE\n'],
  'a text from its beginning': ['x', '', 'x\n'],
  prose: ['x.md', '# a\n\n', 'x\n\n```\nPROFILE\n```\n'],
  'a line of prose': ['x.md', '- RACDCERT ', 'x\n\n```\nPROFILE\n```\n'],
  'a span of prose': ['x.md', '`RACDCERT ', 'x`\n'],
  'a block of commands': ['x.md', '```tso\nSEARCH ', 'x\nDELETE x\n```\n'],
  'a block without a tag': ['x.md', '```\nPROFILE\n', 'x\n```\n'],
  'a block of something': ['x.md', '```\nx\nDELETE ', 'x\n```\n'],
  'a block of a shell': ['x.md', '```sh\ntsocmd PROFILE ', 'x\ntsocmd PROFILE\n```\n'],
  'shell text': ['x', 'zowe tso issue command "PROFILE"\n', 'x\n'],
  'a word of a shell': ['x', 'zowe tso issue command "', 'x"\n'],
  YAML: ['x.yml', '- zos_tso_command:\n    commands: PROFILE\n', 'x\n'],
  'a text of YAML': ['x.yml', '- zos_tso_command:\n    commands: ', ' x\n'],
  'a quoted text of YAML': ['x.yml', '- zos_tso_command:\n    commands: "', ' x"\n'],
  'a template': ['x.yml', "- zos_tso_command:\n    commands: PROFILE\n  when: '", " x'\n  loop: '{{ a }}'\n"],
  'a shell line of a task': ['x.yml', "- shell: 'tsocmd PROFILE ", " x'\n"],
  'an exec': ['x', '/* REXX */\n', "x\n'PROFILE'\n"],
  'a string of an exec': ['x', "/* REXX */\n'PROFILE ", "'\n"],
};

it.each(Object.entries(PLACES))('%s', { timeout: 20_000 }, async (_, [name, before, behind]) => {
  for (const unit of UNITS) {
    const text = `${before}${unit.repeat(LENGTH / unit.length)}${behind}`;
    try {
      await drive(await readJob(text, name, scene()));
    } catch (error) {
      expect(isRingtoolError(error)).toBe(true);
    }
  }
});

it('a script', { timeout: 20_000 }, async () => {
  for (const unit of UNITS) {
    const run = unit.repeat(LENGTH / 2 / unit.length);
    const text = `#!/bin/sh\n${run}x\ntsocmd "${run}"\n/bin/tsocmd ${run}\n`;
    expect((await readJob(text, 'x.sh', scene())).carrier).toBe('shell');
    pathCalls(linesOf(text));
    expect(locator(text)(`tsocmd ${run}`)).toBeGreaterThan(0);
  }
});
