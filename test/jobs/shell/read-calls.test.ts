import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../src/jobs/carrier.ts';
import { type CallReading, readCalls, withoutPrompts } from '../../../src/jobs/shell/read-calls.ts';

const read = (text: string, symbols: Record<string, string> = {}): CallReading =>
  readCalls(linesOf(text), 'setup', new Map(Object.entries(symbols)));
const commands = (text: string, symbols?: Record<string, string>): readonly string[] =>
  read(text, symbols).commands.map((each) => `${each.line}: ${each.text}`);
const left = (text: string): readonly string[] =>
  read(text).notEmulated.map((each) => `${each.line}: ${each.text}: ${each.reason}`);

describe('a call', () => {
  it.each([
    ['tsocmd "RACDCERT LIST"', 'RACDCERT LIST'],
    ["/bin/tsocmd 'RACDCERT LIST'", 'RACDCERT LIST'],
    ['tso -t "RACDCERT LIST(LABEL(\'x\'))"', "RACDCERT LIST(LABEL('x'))"],
    ['racdcert "ID(ELM) LIST"', 'RACDCERT ID(ELM) LIST'],
    ['racdcert RACDCERT LIST', 'RACDCERT LIST'],
    ["tsocmd racdcert list\\(label\\(\\'x\\'\\)\\)", "racdcert list(label('x'))"],
    ['zowe tso issue command "RACDCERT LIST" --ssm', 'RACDCERT LIST'],
    ['zowe zos-tso issue cmd --account ACCT "RACDCERT LIST"', 'RACDCERT LIST'],
    ['tsocmd "RACDCERT LIST" >/dev/null 2>&1', 'RACDCERT LIST'],
    ['tsocmd "RACDCERT LIST" | grep -q x', 'RACDCERT LIST'],
    ['tsocmd "RACDCERT LIST" || exit 8', 'RACDCERT LIST'],
    ['LANG=C tsocmd "RACDCERT LIST" # look', 'RACDCERT LIST'],
    ['tsocmd "A \\$B \\"c\\" \\d"', 'A $B "c" \\d'],
    ["tsocmd 'A $B'", 'A $B'],
  ])('%s', (text, command) => {
    expect(read(text)).toEqual({
      commands: [{ text: command, file: 'setup', line: 1, step: null }],
      notEmulated: [],
      problems: [],
      hints: [],
      unset: [],
    });
  });

  it('goes on over lines and has the line of its name', () => {
    expect(commands('\ntsocmd "RACDCERT \\\n  LIST"\ntsocmd \\\n  PROFILE\n')).toEqual([
      '2: RACDCERT   LIST',
      '4: PROFILE',
    ]);
    expect(commands('tsocmd "RACDCERT\n  LIST"')).toEqual(['1: RACDCERT LIST']);
  });

  it('knows variables with a plain value, and those given from outside once', () => {
    const text = `u=ELM; r="My Ring"\nexport c="ID($u) LISTRING(\${r})"\ntsocmd "RACDCERT $c \${hlq} $hlq \${none:-x}"`;
    expect(commands(text, { hlq: `\${u}` })).toEqual([`3: RACDCERT ID(ELM) LISTRING(My Ring) \${u} \${u} x`]);
  });

  it('has unset variables and placeholders listed', () => {
    const { unset } = read('id=<your_id>\ntsocmd "RACDCERT ID($id) ADDRING($ring)"\ntsocmd "RACDCERT ID([x])"');
    expect(unset.map(({ line, name, text }) => `${line} ${name} ${text}`)).toEqual([
      '2 your_id <your_id>',
      `2 ring \${ring}`,
      '3 x [x]',
    ]);
  });
});

describe('what only a shell can decide is named', () => {
  const inside = 'it stands in a loop, a condition or a function, and no shell is run here';
  it.each([
    ['if true; then tsocmd A; fi', `1: tsocmd: ${inside}`],
    ['for i in 1 2\ndo\n  tsocmd "A $i"\ndone', `3: tsocmd: ${inside}`],
    ['f() {\n tsocmd "$1"\n}', `2: tsocmd: ${inside}`],
    ['case $x in\n a) tsocmd A;;\nesac', `2: tsocmd: ${inside}`],
    ['(tsocmd A)', `1: tsocmd: ${inside}`],
    ['test -f x && tsocmd A', '1: tsocmd: it depends on the command before it, and no shell is run here'],
    ['cat job | zowe jobs submit stdin', '1: zowe: it reads what another command prints, and no shell is run here'],
    ['zowe jobs submit local-file a.jcl', '1: zowe: jobs are submitted only by scripts that a shell runs'],
    ['x=$(tsocmd A)', '1: x=: what a command prints is known only to a running shell'],
    ['tsocmd "A $1"', '1: tsocmd: only a running shell knows $1'],
    ['tsocmd "A `date`"', '1: tsocmd: only a running shell knows `date`'],
    ['x=$(date)\ntsocmd "A $x"', '2: tsocmd: only a running shell knows $x'],
    ['read x\ntsocmd "A $x"', '2: tsocmd: only a running shell knows $x'],
    ['run "RACDCERT LIST"', '1: run: no shell is run here'],
    ['echo "$(tsocmd A)"', '1: echo: no shell is run here'],
    ['ssh zos tsocmd A', '1: ssh: no shell is run here'],
    [
      'ssh zos <<END\ntsocmd A\nEND',
      '2: <<: a here-document is for the command in front of it, and no shell is run here',
    ],
    ['gskkyman -dc', '1: gskkyman: it is not emulated by this version'],
    [
      'zowe files list ds X',
      '1: zowe files list ds: of Zowe CLI, issuing TSO commands and submitting jobs are emulated',
    ],
    ['zowe tso issue cmd A --rfj', '1: zowe tso issue cmd: its answer with --rfj is not emulated'],
  ])('%s', (text, named) => {
    expect(read(text).commands).toEqual([]);
    expect(left(text)).toEqual([named]);
  });

  it('but not what has none of our commands in it, or only prints one', () => {
    const text =
      'set -e\ncd /tmp/zowe\necho "tsocmd is next"\nif x; then y; fi\ncat <<E\nhello\nE\nprintf "RACDCERT LIST"\n';
    expect(read(text)).toEqual({ commands: [], notEmulated: [], problems: [], hints: [], unset: [] });
    expect(commands('if x; then y; fi\nf() { z; }\ntsocmd A')).toEqual(['3: A']);
  });
});

it('a quote that never ends is a problem in its line', () => {
  expect(read('tsocmd A\ntsocmd C "B\n').problems).toEqual([
    { file: 'setup', line: 2, text: 'a quote or substitution begins here and never ends' },
  ]);
  expect(read('x=$(date\n').problems).toHaveLength(1);
  expect(read('tsocmd ""').problems).toEqual([{ file: 'setup', line: 1, text: 'tsocmd: no command is given' }]);
});

it('prompts are taken off, answers left out', () => {
  const lines = withoutPrompts(linesOf('$ a \\\n> b\nanswer\n  $ c'));
  expect(lines.map(({ text }) => text)).toEqual(['a \\', 'b', '', 'c']);
});

it('any text is read, in time that grows with its length only', () => {
  const piece = fc.constantFrom(
    'tsocmd ',
    'zowe tso issue cmd ',
    '"',
    "'",
    '`',
    '$(',
    ')',
    '(',
    '{',
    '}',
    '${',
    '$x',
    '\\',
    '\n',
    ' ',
    '<<',
    '<',
    '>',
    '&',
    '|',
    ';',
    'if ',
    'fi ',
    'do ',
    'done ',
    'x=',
    '#',
    '2>&1',
    'case ',
    'esac ',
    ';;',
    '<x>',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => void read(pieces.join(''))),
    { numRuns: 500 },
  );
  for (const text of [
    '$('.repeat(200_000),
    '"${'.repeat(200_000),
    '<a'.repeat(200_000),
    '( '.repeat(200_000),
    '<<x\n'.repeat(2_000),
  ]) {
    expect(read(text).commands).toEqual([]);
  }
});

describe('a command in a variable that something unknown issues is named', () => {
  it.each([
    ['cmd="RACDCERT ID(ELM) LIST"\nissue "$cmd"', ['2: issue: no shell is run here']],
    [
      'case $kind in\n  USER) cmd="RACDCERT ID(ELM) LIST" ;;\nesac\nissue "$cmd"',
      ['2: cmd=: it stands in a loop, a condition or a function, and no shell is run here'],
    ],
    [
      'test -n "$x" && cmd="RACDCERT SITE LIST"',
      ['1: cmd=: it depends on the command before it, and no shell is run here'],
    ],
    ['cmd="RACDCERT SITE LIST"\ntsocmd "$cmd"', []],
  ])('%j', (text, named) => {
    expect(left(text)).toEqual(named);
  });
});
