import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { readYaml } from '../../src/jobs/ansible/yaml.ts';
import type { Job } from '../../src/jobs/carrier.ts';
import { readJob } from '../../src/jobs/index.ts';
import { type Driven, drive, scene, type Script } from './drive.ts';

const job = (text: string, symbols: Record<string, string> = {}): Promise<Job> =>
  readJob(text, 'play.yml', scene({ symbols }), 'ansible');
const run = async (text: string, symbols?: Record<string, string>, script?: Script): Promise<Driven> =>
  drive(await job(text, symbols), script);
const placed = ({ events }: Driven): readonly string[] =>
  events.flatMap((event) => (event.kind === 'command' ? [`${event.command.line}: ${event.command.text}`] : []));

const task = (commands: string, more = ''): string => `- zos_tso_command:\n    commands: ${commands}\n${more}`;

describe('commands', () => {
  it('are a text or a list, folded as YAML folds them, with their lines', async () => {
    const done = await run(`---
- name: one
  ibm.ibm_zos_core.zos_tso_command:
    commands:
      - RACDCERT ID(ELM) LIST
      - >-
        RACDCERT ID(ELM)
        LIST(LABEL('a
          b'))
      - "RACDCERT
         LIST(LABEL('x''y'))"
- zos_tso_command:
    commands: |
      RACDCERT
        SITE LIST
- zos_tso_command: { command: PROFILE }
`);
    expect(placed(done)).toEqual([
      '5: RACDCERT ID(ELM) LIST',
      "7: RACDCERT ID(ELM) LIST(LABEL('a b'))",
      "10: RACDCERT LIST(LABEL('x''y'))",
      '14: RACDCERT SITE LIST',
      '16: PROFILE',
    ]);
    expect([done.problems, done.notEmulated]).toEqual([[], []]);
  });

  it('have their variables filled in: given ones first, then the nearest', async () => {
    const play = `
- hosts: zos
  vars: { owner: elm, hlq: "{{ base }}.CERT", base: A, both: play }
  tasks:
    - zos_tso_command:
        commands: "RACDCERT ID({{ owner | upper }}) ADD('{{ hlq }}') {{ both }} {{ none | default('X') }} {{ given }}"
      vars: { both: task, given: overridden }
`;
    expect((await run(play, { given: '{{ owner }}' })).commands).toEqual([
      "RACDCERT ID(ELM) ADD('A.CERT') task X {{ owner }}",
    ]);
  });

  it('without a value are listed with their lines', async () => {
    const { unset } = await job(`- zos_tso_command:\n    commands:\n      - A {{ x }} <y>\n      - "{{ map.key }}"\n`);
    expect(unset).toEqual([
      { file: 'play.yml', line: 3, name: 'x', text: '{{ x }}' },
      { file: 'play.yml', line: 3, name: 'y', text: '<y>' },
      { file: 'play.yml', line: 4, name: 'map.key', text: '{{ map.key }}' },
    ]);
  });

  it('of a loop are run once for each item', async () => {
    const done = await run(
      `- zos_tso_command:\n    commands: "RACDCERT ID({{ item.id }}) LIST"\n  loop: [{id: A}, {id: B}]\n` +
        `- set_fact: {names: [C, D]}\n` +
        `- zos_tso_command:\n    commands: "RACDCERT ID({{ who }}) LIST"\n  with_items: "{{ names }}"\n  loop_control: {loop_var: who}\n` +
        `- zos_tso_command:\n    commands: "{{ names }}"\n`,
    );
    expect(done.commands).toEqual([
      'RACDCERT ID(A) LIST',
      'RACDCERT ID(B) LIST',
      'RACDCERT ID(C) LIST',
      'RACDCERT ID(D) LIST',
      'C',
      'D',
    ]);
  });
});

describe('a failure', () => {
  const two = `${task('[A, B]')}${task('C')}`;

  it('ends the list and the play', async () => {
    const done = await run(two, {}, { A: 4 });
    expect([done.commands, done.skipped]).toEqual([['A'], ['B', 'C']]);
  });

  it('is a code above max_rc', async () => {
    const done = await run(two.replace('commands: [A, B]', 'commands: [A, B]\n    max_rc: 4'), {}, { A: 4 });
    expect(done.commands).toEqual(['A', 'B', 'C']);
  });

  it.each(['  ignore_errors: true\n', '  failed_when: false\n'])('may be ignored: %j', async (more) => {
    const done = await run(`${task('[A, B]', more)}${task('C')}`, {}, { A: 8 });
    expect([done.commands, done.skipped]).toEqual([['A', 'C'], ['B']]);
  });

  it('ends one play, and leaves what always runs', async () => {
    const done = await run(
      `- hosts: a\n  tasks:\n    - block:\n        - zos_tso_command: {commands: A}\n        - zos_tso_command: {commands: B}\n` +
        `      rescue:\n        - zos_tso_command: {commands: R}\n      always:\n        - zos_tso_command: {commands: L}\n` +
        '- hosts: b\n  tasks:\n    - zos_tso_command: {commands: D}\n',
      {},
      { A: 8 },
    );
    expect([done.commands, done.skipped]).toEqual([['A', 'L', 'D'], ['B']]);
    expect(done.notEmulated).toEqual(['6: rescue: what follows a failure is not run']);
  });
});

describe('conditions', () => {
  it.each([
    ['true', true],
    ['no', false],
    ["x == 'a'", true],
    ["x != 'a'", false],
    ['x is defined', true],
    ['x is not defined', false],
    ['y is undefined', true],
    ["not x == 'a'", false],
    ["x == 'a' and y is defined", false],
    ['flag | bool', true],
    ["x in ['a', 'b']", true],
    ["x not in ['a', 'b'] or flag", true],
    ["not (x == 'a' or y is defined)", false],
    ["x + 'b' == 'ab'", true],
    ["'b' in x", false],
    ["x is search('a')", true],
    ["n > 4 and n <= '12'", true],
    ['{{ flag }}', true],
    ["[x == 'a', flag]", true],
  ])('%s', async (when, holds) => {
    const done = await run(task('A', `  when: ${when.startsWith('[') ? when : JSON.stringify(when)}\n`), {
      x: 'a',
      n: '12',
      flag: 'yes',
    });
    expect([done.commands.length, done.skipped.length]).toEqual(holds ? [1, 0] : [0, 1]);
  });

  it('that cannot be told leave the task out, and say so', async () => {
    const done = await run(
      `- command: hostname\n  register: r\n${task('A', '  when: r.rc == 0\n')}${task('B', "  when: x ? 'a'\n")}`,
      { x: 'a' },
    );
    expect(done.commands).toEqual([]);
    expect(done.notEmulated).toEqual([
      '1: command: this module is not emulated',
      '5: zos_tso_command: r is known only when the play runs; the task is not run',
      "8: zos_tso_command: the condition x ? 'a' is not evaluated; the task is not run",
    ]);
  });

  it('with a variable that has no value ask for one', async () => {
    expect((await job(task('A', "  when: nope == 'x'\n"))).unset).toMatchObject([{ name: 'nope', line: 3 }]);
  });
});

it('everything else is named with its line', async () => {
  const done = await run(`- hosts: zos
  roles: [certs]
  vars_files: [x.yml]
  tasks:
    - ansible.builtin.include_tasks: more.yml
    - zos_job_submit: { src: job.jcl }
    - debug: { msg: hello }
    - zos_tso_command: { commands: "A {{ 'x' | hash }}" }
    - zos_tso_command: { commands: B }
      with_dict: { a: b }
    - zos_tso_command: { commands: C }
      failed_when: "'x' in y"
`);
  expect(done.notEmulated).toEqual([
    '3: vars_files: it is not read',
    '2: role certs: there is no role certs in a folder of roles beside the playbook',
    '5: ansible.builtin.include_tasks: there is no file more.yml beside this one',
    '6: zos_job_submit: this module is not emulated',
    '7: debug: this module is not emulated',
    '8: zos_tso_command: the filter hash is not emulated here; the task is not run',
    '10: with_dict: of loops those over a list are emulated; the task is not run',
    '12: failed_when: it is not evaluated; the play goes on whatever the code',
  ]);
  expect(done.commands).toEqual(['C']);
});

describe('bad input', () => {
  it.each([
    ['- zos_tso_command:\n\tcommands: A', '2: this is not proper YAML: Tabs are not allowed as indentation'],
    ['- zos_tso_command:\n    commands: "A', '2: this is not proper YAML: Missing closing "quote'],
    [
      '- zos_tso_command:\n    commands: {{ x }}',
      '2: a command is expected here; text that begins with {{ needs quotes',
    ],
    ['- zos_tso_command: commands=A', '1: zos_tso_command has no list of commands'],
    ['- zos_tso_command:', '1: zos_tso_command has no list of commands'],
    ['- name: nothing', '1: the task names no module'],
    ['just text', '1: a play or a task is expected here'],
    ['a: '.repeat(2_000), '1: this is not proper YAML: Nested mappings are not allowed in compact mappings'],
  ])('%j', async (text, problem) => {
    const done = await run(text);
    expect([done.commands, done.problems]).toEqual([[], [problem]]);
  });

  it('variables that stand for themselves or for too much', async () => {
    const self = await run(
      `- hosts: a\n  vars: {a: "x{{ b }}", b: "{{ a }}"}\n  tasks:\n  - zos_tso_command: {commands: "{{ a }}"}\n`,
    );
    expect(self.notEmulated).toEqual(['4: zos_tso_command: a variable stands for itself; the task is not run']);
    const names = 'abcdefghijklmnopqrs';
    const bomb = [...names]
      .map((name, at) => `    ${name}: "${`{{ ${names[at + 1] ?? "'x'"} }}`.repeat(10)}"`)
      .join('\n');
    const many = await run(`- hosts: a\n  vars:\n${bomb}\n  tasks:\n  - zos_tso_command: {commands: "{{ a }}"}\n`);
    expect(many.commands).toEqual([]);
    expect(many.notEmulated).toHaveLength(1);
  });

  it('what is nested too deeply, or broken in every place', async () => {
    const nested = (blocks: number): string =>
      Array.from({ length: blocks }, (_, depth) => `${' '.repeat(2 * depth)}- block:\n`).join('');
    for (const text of [nested(100), nested(600), '['.repeat(100_000), '{a: '.repeat(100_000), '- '.repeat(100_000)]) {
      expect((await run(text)).problems).toEqual([expect.stringMatching(/^\d+: this is not proper YAML: nested /)]);
    }
    const broken = await run(']'.repeat(100_000));
    expect(broken.problems).toEqual(['1: this is not proper YAML: Unexpected flow-seq-end token in YAML document']);
  });

  it('commands that multiply', async () => {
    const list = `[${'x,'.repeat(1_000)}]`;
    const task = '  - zos_tso_command: {commands: "{{ a }}"}\n    loop: "{{ a }}"\n';
    const many = await run(`- hosts: a\n  vars: {a: ${list}}\n  tasks:\n${task}`);
    expect(many.commands.length).toBe(100_000);
    expect(many.problems).toEqual(['4: the playbook has more than 100000 commands; no more are run']);
  });

  it('aliases that multiply, and that stand for themselves', () => {
    const lists = [...'bcdefghij']
      .map((name, at) => `${name}: &${name} [${`*${'abcdefghi'[at]},`.repeat(9)}]`)
      .join('\n');
    expect(readYaml(`a: &a [x]\n${lists}`)).toMatchObject({
      kind: 'bad',
      reason: expect.stringContaining('aliases counted'),
    });
    expect(readYaml('a: &a [*a]')).toMatchObject({ kind: 'bad' });
    expect(readYaml(`a: &a x\nb:\n${'- *a\n'.repeat(40_000)}`)).toMatchObject({ kind: 'documents' });
  });

  it('never throws anything but our own errors', async () => {
    const piece = fc.constantFrom(
      '- ',
      '  ',
      '\n',
      '    ',
      'zos_tso_command',
      ': ',
      'commands',
      'when',
      'loop',
      'block',
      'tasks',
      'hosts',
      'vars',
      '{{ ',
      ' }}',
      'x',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '>',
      '|',
      '&a ',
      '*a',
      '<<',
      '---\n',
      '#',
      '!!str ',
      'register',
      ',',
      '?',
      '%',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        try {
          await run(pieces.join(''));
        } catch (error) {
          if (!isRingtoolError(error)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});
