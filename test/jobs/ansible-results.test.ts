import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readJob } from '../../src/jobs/index.ts';
import { type Driven, drive, scene, type Script } from './drive.ts';

const run = async (text: string, script?: Script, file = 'play.yml'): Promise<Driven> =>
  drive(await readJob(text, file, scene(), 'ansible'), script);

const LISTED = { returnCode: 0, lines: ['Digital ring information for user ELM:'] };
const ABSENT = { returnCode: 8, lines: ['IRRD114I Ring ElmRing does not exist.'] };

describe('what a task has come to', () => {
  const play = (when: string): string => `- zos_tso_command: { commands: [RACDCERT ID(ELM) LISTRING(ElmRing)] }
  register: look
  failed_when: false
  changed_when: false
- zos_tso_command: { commands: [RACDCERT ID(ELM) ADDRING(ElmRing)] }
  vars: { ring: ElmRing }
  when: ${JSON.stringify(when)}
`;

  it.each([
    'look.output[0].rc != 0',
    'look.output[0].rc > 4',
    "'IRRD114I Ring ' + ring + ' does not exist.' in look.output[0].content[0]",
    'look is failed',
    "look.output | length == 1 and look.output[0].content[0] is search('does not exist')",
  ])('decides: %s', async (when) => {
    const absent = await run(play(when), { 'RACDCERT ID(ELM) LISTRING': ABSENT });
    expect([absent.commands.length, absent.skipped]).toEqual([2, []]);
    const there = await run(play(when), { 'RACDCERT ID(ELM) LISTRING': LISTED });
    expect([there.commands.length, there.skipped]).toEqual([1, ['RACDCERT ID(ELM) ADDRING(ElmRing)']]);
    expect([absent.notEmulated, absent.problems]).toEqual([[], []]);
  });

  it('is not known beforehand, and what has no value is asked for all the same', async () => {
    const text = `${play('look.rc == 0')}- zos_tso_command: { commands: "{{ what }}" }\n  when: look.rc == 0\n`;
    const { planned, unset } = await readJob(text, 'play.yml', scene(), 'ansible');
    expect(planned).toBeNull();
    expect(unset).toMatchObject([{ name: 'what', line: 8 }]);
  });

  it('of a loop is a list; of a task left out it says so', async () => {
    const done = await run(`- zos_tso_command: { commands: "A {{ item }}" }
  loop: [x, y]
  register: all
- zos_tso_command: { commands: B }
  when: false
  register: none_of_it
- zos_tso_command: { commands: C }
  when: all.results[1].output[0].command == 'A y' and none_of_it is skipped
`);
    expect([done.commands, done.skipped]).toEqual([['A x', 'A y', 'C'], ['B']]);
  });

  it('a fact is worked out where it is set, and holds in what follows', async () => {
    const done = await run(`- hosts: a
  vars: { kind: user }
  tasks:
    - block:
        - set_fact: { kind: "{{ kind }}s", found: yes }
    - zos_tso_command: { commands: "{{ 'A ' + kind if found else 'B' }}" }
`);
    expect(done.commands).toEqual(['A users']);
  });

  it('calls handlers at the end of the play, once, where something was changed', async () => {
    const done = await run(`- hosts: a
  tasks:
    - zos_tso_command: { commands: A }
      notify: refresh
    - zos_tso_command: { commands: B }
      notify: [refresh, other]
      changed_when: false
    - zos_tso_command: { commands: C }
      notify: again
  handlers:
    - name: other
      zos_tso_command: { commands: O }
    - name: refresh
      listen: again
      zos_tso_command: { commands: R }
`);
    expect(done.commands).toEqual(['A', 'B', 'C', 'R']);
  });

  it('the condition of a block is that of each of its tasks', async () => {
    const done = await run(`- block:
    - zos_tso_command: { commands: A }
    - zos_tso_command: { commands: B }
      when: true
  when: false
  ignore_errors: true
`);
    expect([done.commands, done.skipped, done.notEmulated]).toEqual([[], ['A', 'B'], []]);
  });
});

describe('other modules that issue commands', () => {
  it('calls in a line of a shell are taken, and no shell is run', async () => {
    const done = await run(
      `- hosts: a
  vars: { owner: elm, labels: [a, b], rings: [R] }
  tasks:
    - raw: tsocmd "RACDCERT ID({{ owner }}) REMOVE(LABEL('{{ item[0] }}') RING({{ item[1] }}))"
      loop: "{{ labels | product(rings) | list }}"
      ignore_errors: true
    - ansible.builtin.shell: |
        who={{ owner }}
        tsocmd "RACDCERT ID($who) LIST"
        tsocmd "SETROPTS LIST"
      register: shown
    - command: { cmd: tsocmd 'PROFILE' }
      when: shown.rc == 0 and 'two' in shown.stdout
    - shell: hostname
`,
      { RACDCERT: 8, SETROPTS: { returnCode: 0, lines: ['one two'] } },
    );
    expect(
      done.events.flatMap((event) =>
        event.kind === 'command' ? [`${event.command.line}: ${event.command.text}`] : [],
      ),
    ).toEqual([
      "4: RACDCERT ID(elm) REMOVE(LABEL('a') RING(R))",
      "4: RACDCERT ID(elm) REMOVE(LABEL('b') RING(R))",
      '9: RACDCERT ID(elm) LIST',
      '10: SETROPTS LIST',
      '12: PROFILE',
    ]);
    expect(done.notEmulated).toEqual(['14: shell: this module is not emulated']);
  });

  it('SYSTSIN of the terminal monitor program holds commands', async () => {
    const done = await run(`- zos_mvs_raw:
    program_name: IKJEFT01
    dds:
      - dd_output: { dd_name: systsprt }
      - dd_input:
          dd_name: systsin
          content:
            - RACDCERT ID(ELM) +
            - '  ADDRING(ElmRing)'
            - SETROPTS RACLIST(DIGTRING) REFRESH
- zos_mvs_raw: { pgm: IDCAMS, dds: [] }
`);
    expect(done.commands).toEqual(['RACDCERT ID(ELM) ADDRING(ElmRing)', 'SETROPTS RACLIST(DIGTRING) REFRESH']);
    expect(done.notEmulated).toEqual(['11: zos_mvs_raw: this module is not emulated']);
  });
});

describe('roles and files of tasks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringtool-roles-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  file('roles/tso/tasks/main.yml', '---\n- name: "{{ what }}"\n  zos_tso_command:\n    commands: "{{ lines }}"\n');
  file('roles/tso/defaults/main.yml', 'lines: [NOTHING]\nowner: NOBODY\n');
  file('more.yaml', '- zos_tso_command: { commands: "MORE {{ owner }}" }\n');
  file('self.yml', '- import_tasks: self.yml\n');
  const play = file('play.yml', '');

  it('come from beside the playbook, and commands have the place where they are written', async () => {
    const done = await run(
      `- hosts: a
  vars: { owner: ELM }
  roles: [tso]
  tasks:
    - include_role: { name: tso }
      vars:
        lines:
          - RACDCERT ID({{ owner }}) LIST
          - RACDCERT SITE LIST
      when: owner == 'ELM'
    - ansible.builtin.import_role: { name: tso }
      vars: { lines: [A] }
      when: owner != 'ELM'
    - include_tasks: more.yaml
`,
      {},
      play,
    );
    expect([done.commands, done.skipped]).toEqual([
      ['NOTHING', 'RACDCERT ID(ELM) LIST', 'RACDCERT SITE LIST', 'MORE ELM'],
      ['A'],
    ]);
    const places = done.events.flatMap((event) => (event.kind === 'command' ? [event.command] : []));
    expect(places.map(({ file: at, line }) => `${at.slice(folder.length)}:${line}`)).toEqual([
      '/roles/tso/defaults/main.yml:1',
      '/play.yml:8',
      '/play.yml:9',
      '/more.yaml:1',
    ]);
  });

  it('that are not there, lead outside or include each other are named', async () => {
    const done = await run(
      '- include_role: { name: ../../etc }\n- include_role: { name: none }\n  when: false\n' +
        '- include_tasks: /etc/passwd\n- include_tasks: ../x.yml\n- include_tasks: "{{ item }}.yml"\n- import_tasks: self.yml\n',
      {},
      play,
    );
    expect(done.notEmulated.map((each) => each.replace(/^\d+: /, ''))).toEqual([
      'role ../../etc: a role of a collection is not looked for',
      'include_tasks: only a file beside this one is followed',
      'include_tasks: only a file beside this one is followed',
      'include_tasks: the name of its file is not known',
    ]);
    expect(done.problems).toEqual(['1: files of tasks include each other']);
  });
});

it.each(['play.yml', 'tasks.YAML'])('a file called %s is read as a playbook', async (name) => {
  expect((await readJob('- name: x\n  raw: tsocmd "PROFILE"\n', name, scene())).carrier).toBe('ansible');
});

it('expressions are bounded', async () => {
  const deep = `${'('.repeat(5_000)}x${')'.repeat(5_000)}`;
  const nots = `${'not '.repeat(5_000)}x`;
  for (const when of [deep, nots, `x${" + 'y'".repeat(5_000)}`, `${'['.repeat(400)}${']'.repeat(400)}`]) {
    const done = await run(`- zos_tso_command: { commands: A }\n  when: ${JSON.stringify(when)}\n  vars: { x: a }\n`);
    expect([done.commands.length, done.notEmulated.length]).toEqual([0, 1]);
  }
});

it('the commands that are run are those that were planned, each by itself', async () => {
  const task = '- zos_tso_command: { commands: [PROFILE, LU, PROFILE] }\n';
  const job = await readJob(`${task}${task}`, 'play.yml', scene(), 'ansible');
  const { events } = await drive(job, { LU: 8 });
  const met = events.flatMap((event) => (event.kind === 'command' || event.kind === 'skipped' ? [event.command] : []));
  expect(met).toHaveLength(6);
  for (const [at, command] of met.entries()) expect(command).toBe(job.planned?.[at]);
});
