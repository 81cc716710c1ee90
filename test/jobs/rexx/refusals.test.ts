/** What is not understood or not emulated: named with its line, and nothing behind it runs. */
import { describe, expect, it } from 'vitest';
import { rexx } from '../../../src/jobs/rexx/rexx.ts';
import { readJob } from '../../../src/jobs/index.ts';
import { scene } from '../drive.ts';
import { run } from './exec.ts';

describe('stops where it comes to', () => {
  it.each([
    ["interpret 'say 1'", 'INTERPRET'],
    ["address ispexec 'CONTROL ERRORS RETURN'", 'ADDRESS ISPEXEC'],
    ["address syscall 'pid'", 'ADDRESS SYSCALL'],
    ["address sh 'ls'", 'ADDRESS SH'],
    ["address mvs 'PROFILE'", 'ADDRESS MVS'],
    ["address sdsf 'ISFEXEC ST'", 'ADDRESS SDSF'],
    ['pull answer', 'PULL'],
    ['parse external answer', 'PARSE EXTERNAL'],
    ['x = random(1,9)', 'RANDOM'],
    ["x = listdsi('A.B')", 'LISTDSI'],
    ["x = bpxwunix('ls')", 'the routine BPXWUNIX'],
    ['call other 1', 'the routine OTHER'],
    ['numeric fuzz 2', 'NUMERIC FUZZ'],
    ['numeric digits 5000', 'NUMERIC DIGITS above'],
    ["'EXECIO * DISKR SYSIN (STEM x. FINIS'", 'EXECIO on SYSIN'],
    ["'EXECIO 1 DISKRU IN'", 'this form of EXECIO'],
    ["'SUBCOM TSO'", 'SUBCOM'],
    ["x = upper('a')", 'REXX error 43, Routine not found: UPPER (TRANSLATE'],
    ["'A' copies('x', 40000)", 'the command is longer than 32767'],
    ['signal nowhere', 'REXX error 16, Label not found: NOWHERE'],
    ['leave', 'REXX error 28'],
    ['procedure', 'REXX error 17'],
    ['select; when 0 then nop; end', 'REXX error 7'],
    ["address 'MUCHTOOLONG' 'X'", 'REXX error 29'],
  ])('%s', async (source, named) => {
    const { commands, problems, end, output } = await run(`'BEFORE'\n${source}\n'AFTER'; say 1`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^3: .*; the exec stops here$/);
    expect(problems[0]).toContain(named);
    expect([commands, output, end.exitCode]).toEqual([['BEFORE'], '', null]);
  });

  it('what is not reached does not stop it', async () => {
    const { commands, problems } = await run("if 0 then interpret 'x'; if 0 then call other; 'A'");
    expect([commands, problems]).toEqual([['A'], []]);
  });

  it('a trap for errors of the language does not hide what is not emulated', async () => {
    expect((await run('signal on syntax; call other; syntax: say hidden')).output).toBe('');
  });
});

describe('runs nothing of an exec that is not well formed', () => {
  it.each([
    ["say 'a", 'REXX error 6, Unmatched "/*" or quote: the quote \' is not closed'],
    ['/* open', 'REXX error 6'],
    ['say “a”', 'U+201C, a typographic quote'],
    ["say\u00a0'a'", 'U+00A0, a no-break space'],
    ["say '1F'x '1G'x", 'REXX error 15'],
    ['if 1 say 2', 'REXX error 18'],
    ['then say 1', 'REXX error 8'],
    ['end', 'REXX error 10'],
    ['when 1 then nop', 'REXX error 9'],
    ['say (1', 'REXX error 36'],
    ['say f(1', 'REXX error 36'],
    ['say 1)', 'REXX error 37'],
    ['say 1 +', 'REXX error 35'],
    ['1x = 2', 'REXX error 31'],
    ['do i=1 to 2 to 3; end', 'REXX error 27'],
    ['do while 1 until 1; end', 'REXX error 27'],
    ['do i=1 to 2; end j', 'REXX error 10'],
    ["parse value 'a' x", 'REXX error 38'],
    ['parse nothing x', 'REXX error 25'],
    ['signal on nothing', 'REXX error 25'],
    ["call f 'a' b)", 'REXX error 37'],
    ['drop 1', 'REXX error 20'],
    ['say {x}', 'REXX error 13'],
    ['#if($x)', 'belongs to a template'],
  ])('%s', async (source, named) => {
    const { commands, problems } = await run(`'BEFORE'\n${source}\n`);
    expect(commands).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^3: .*; nothing of the exec is run$/s);
    expect(problems[0]).toContain(named);
  });

  it('a block without end is named by its beginning', async () => {
    expect((await run("'A'\ndo 2\n'B'\n")).problems[0]).toMatch(/^3: REXX error 14/);
  });
});

describe('an exec is told', () => {
  it.each([
    ['/* REXX */ say 1', 'setup.txt', 'rexx'],
    ['/* my first rexx exec */\nsay 1', 'setup', 'rexx'],
    ['/* no name */\nsay 1', 'setup.rexx', 'rexx'],
    ['/* no name */\nPROFILE', 'setup.txt', 'text'],
    ['PROFILE', 'setup.rexx', 'text'],
    ['//J JOB\n//S EXEC PGM=IKJEFT01\n//* REXX', 'setup', 'jcl'],
  ])('%s in %s', async (content, name, carrier) => {
    expect((await readJob(content, name, scene())).carrier).toBe(carrier);
  });

  it('by its first line; with numbers in columns 73 to 80 these are dropped', async () => {
    const line = (text: string, number: number): string => text.padEnd(72) + String(number).padStart(8, '0');
    const source = [line('/* REXX */', 10), line("say 'a',", 20), line("'b'", 30)].join('\n');
    const job = await rexx.read(source, 'x', scene(), []);
    expect(await job.run().next()).toMatchObject({ value: { kind: 'output', text: 'a b\n' } });
  });

  it('its commands are not known before it runs', async () => {
    expect((await rexx.read("/* REXX */ 'LIST'", 'x', scene(), [])).planned).toBeNull();
  });

  it('placeholders without a value are all listed', async () => {
    const source = `/* REXX */\na = "\${one} {{ two }}"\nb = "{x} <y> [z]"\nc = "\${three}"`;
    const { unset } = await rexx.read(source, 'e.rexx', scene({ symbols: { three: '3' } }), []);
    expect(unset.map(({ line, name, text }) => [line, name, text])).toEqual([
      [2, 'one', `\${one}`],
      [2, 'two', '{{ two }}'],
    ]);
  });
});
