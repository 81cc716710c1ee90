import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { LIMITS } from '../../src/core/limits.ts';
import { readJob } from '../../src/jobs/index.ts';
import { blocksOf } from '../../src/jobs/markdown-blocks.ts';
import { linesOf } from '../../src/jobs/carrier.ts';
import { type Driven, drive, scene, type Script } from './drive.ts';

async function run(document: string, symbols: Record<string, string> = {}, script: Script = {}): Promise<Driven> {
  const job = await readJob(document, 'runbook.md', scene({ symbols }), 'markdown');
  expect(job.unset).toEqual([]);
  return drive(job, script);
}

const placed = ({ events }: Driven): readonly string[] =>
  events.flatMap((event) => (event.kind === 'command' ? [`${event.command.line}: ${event.command.text.trim()}`] : []));

describe('blocks', () => {
  it('are found with their tags and lines', () => {
    const { blocks } = blocksOf(
      linesOf('a\n\n```jcl title="x"\nA\n```\n~~~~ {.bash}\n~~~\nB\n~~~~~\n\n    C\n\n    D\nend\n'),
    );
    expect(blocks.map(({ tag, line, lines }) => [tag, line, lines.map(({ text }) => text)])).toEqual([
      ['jcl', 3, ['A']],
      ['bash', 6, ['~~~', 'B']],
      [null, 11, ['C', '', 'D']],
    ]);
  });

  it('in quotes and lists lose what stands in front', () => {
    const { blocks } = blocksOf(
      linesOf('> > ```tso\n> > A\n> > ```\n1. x\n   ```\n   B\n     C\n   ```\n- ```\n  D\n  ```\n> ```\n> E\nout'),
    );
    expect(blocks.map(({ lines }) => lines)).toEqual([
      [{ text: 'A', line: 2 }],
      [
        { text: 'B', line: 6 },
        { text: '  C', line: 7 },
      ],
      [{ text: 'D', line: 10 }],
      [{ text: 'E', line: 13 }],
    ]);
  });

  it('without an end go on to the end', () => {
    expect(blocksOf(linesOf('```\nA\n``\n')).blocks).toMatchObject([
      { unclosed: true, lines: [{ text: 'A' }, { text: '``' }] },
    ]);
  });

  it('are none where the backquotes are in a line', () => {
    expect(blocksOf(linesOf('```RACDCERT LIST``` is it\n')).blocks).toEqual([]);
  });

  it('are found in a list that is itself indented', () => {
    const { blocks } = blocksOf(linesOf('a\n\n    - with RACF:\n\n      ```\n      B\n      ```\n    - without\n'));
    expect(blocks[1]).toMatchObject({ tag: '', lines: [{ text: 'B', line: 6 }] });
  });

  it('are lines that are nothing but a span of code', () => {
    const { blocks, prose } = blocksOf(
      linesOf('1. `A(`  \n   `B()`\\\n2. `C()` as well\n- `X`\n\n    `D()`\n> - `E()`\n'),
    );
    expect(blocks.map(({ lines }) => lines)).toEqual([
      [
        { text: 'A(', line: 1 },
        { text: 'B()', line: 2 },
      ],
      [
        { text: 'D()', line: 6 },
        { text: 'E()', line: 7 },
      ],
    ]);
    expect(prose.map(({ line }) => line)).toEqual([3, 4, 5]);
  });
});

describe('a document', () => {
  it('runs its blocks in order, each by what it holds, lines as in the document', async () => {
    const done = await run(
      [
        '# Renewal',
        '```tso',
        'RACDCERT ID(ELM) +',
        '  LIST',
        '```',
        '```jcl',
        '//S EXEC PGM=IKJEFT01',
        '//SYSTSIN DD *',
        ' RACDCERT SITE LIST',
        '```',
        '```bash',
        'user=ELM',
        'tsocmd "RACDCERT ID($user) LISTRING(*)"',
        '```',
        '```rexx',
        '/* REXX */',
        '"PROFILE"',
        '```',
        '```yaml',
        '- zos_tso_command:',
        '    commands: SETROPTS LIST',
        '```',
        '',
        '    RACDCERT CERTAUTH LIST',
      ].join('\n'),
    );
    expect(placed(done)).toEqual([
      '3: RACDCERT ID(ELM)   LIST'.replace('   ', ' '),
      '9: RACDCERT SITE LIST',
      '13: RACDCERT ID(ELM) LISTRING(*)',
      '17: PROFILE',
      '21: SETROPTS LIST',
      '24: RACDCERT CERTAUTH LIST',
    ]);
    expect([done.notEmulated, done.problems]).toEqual([[], []]);
  });

  it('takes a block without a tag for commands only when it begins with one', async () => {
    const done = await run(
      '```\nRACDCERT LIST\n```\n```\nDigital certificate information for user ELM:\n```\n```text\nsome RACDCERT text\n```\n' +
        '```\nREADY\nRACDCERT LIST\n```\n```python\ntso("RACDCERT LIST")\n```\n```json\n{}\n```\n',
    );
    expect(placed(done)).toEqual(['2: RACDCERT LIST']);
    expect(done.notEmulated).toEqual([
      '12: block of code: it names RACDCERT, and does not begin with a command',
      '15: block of python: it names RACDCERT, and does not begin with a command',
    ]);
  });

  it('takes all commands around RACDCERT for commands, and names what it passes over', async () => {
    const done = await run(
      '```\nSEARCH CLASS(FACILITY)\n```\n```\nSR CLASS(DIGTRING)\nRACDCERT LIST\n```\n' +
        '```\nREADY\nSETROPTS RACLIST(DIGTCERT) REFRESH\n```\n```sql\nDELETE FROM A\nCONNECT (A)\n```\n',
    );
    expect(placed(done)).toEqual(['2: SEARCH CLASS(FACILITY)', '5: SR CLASS(DIGTRING)', '6: RACDCERT LIST']);
    expect(done.notEmulated).toEqual(['10: block of code: it names SETROPTS, and does not begin with a command']);
  });

  it('reads commands in a block that calls itself bash', async () => {
    expect(placed(await run("```bash\nRACDCERT ID(ELM) LIST(LABEL('x'))\n```\n"))).toEqual([
      "2: RACDCERT ID(ELM) LIST(LABEL('x'))",
    ]);
  });

  it('reads commands under a tag that nobody else uses, and under that of jobs', async () => {
    const done = await run(
      '```greenscreen\n# all\nRACDCERT LIST\n```\n```sql\nCONNECT TO ELM\n```\n```jcl\nSETROPTS LIST\nRACDCERT SITE LIST\n```\n',
    );
    expect(placed(done)).toEqual(['3: RACDCERT LIST', '9: SETROPTS LIST', '10: RACDCERT SITE LIST']);
  });

  it('reads a command over lines without signs as one, and says so', async () => {
    const done = await run(
      "```\nTSO RACDCERT ID(ELM) GENCERT\n  SUBJECTSDN(CN('elm')\n    O('Wood'))\n  TRUST\nSETR LIST    # all of it\n```\n",
    );
    expect(placed(done)).toEqual([
      "2: RACDCERT ID(ELM) GENCERT SUBJECTSDN(CN('elm') O('Wood'))",
      '5: TRUST',
      '6: SETR LIST',
    ]);
    expect(done.hints).toEqual([
      '2: no continuation sign: the lines are read as one command, as at a terminal; a job needs the sign',
    ]);
  });

  it('takes what is typed behind prompts, not the answers', async () => {
    const done = await run(
      '```console\n$ tsocmd "RACDCERT \\\n> LIST"\nIRRD107I No matching certificate was found.\n```\n',
    );
    expect(placed(done)).toEqual(['2: RACDCERT LIST']);
  });

  it('never runs a shell', async () => {
    const done = await run('```sh\n#!/bin/sh\nfor u in A B; do tsocmd "RACDCERT ID($u) LIST"; done\n```\n');
    expect(done.commands).toEqual([]);
    expect(done.notEmulated).toEqual([
      '3: tsocmd: it stands in a loop, a condition or a function, and no shell is run here',
    ]);
  });

  it('hints at a command in a sentence and at a block without end', async () => {
    const done = await run("Type `RACDCERT LIST(LABEL('x'))`, see `RACDCERT LIST`.\n\n```tso\nPROFILE\n");
    expect(done.hints).toEqual([
      '1: the command in the sentence is not run; commands are taken from blocks',
      '3: this block of code has no end; it is read to the end of the document',
    ]);
    expect(done.commands).toEqual(['PROFILE']);
  });

  it('nor are lines of prose that begin with one, which are named', async () => {
    const done = await run(
      "Then:\n- RACDCERT ID(ELM) LISTRING(ElmRing)\n2. RACDCERT ID(ELM) GENCERT +\n\nRACDCERT CERTAUTH LIST(LABEL('Elm CA'))\n" +
        '\nRACDCERT ADD brings one in, see (above).\nRACDCERT LISTMAP shows filters\n\n```\nPROFILE\n```\n',
    );
    expect(done.commands).toEqual(['PROFILE']);
    expect(done.hints.map((each) => each.replace(/:.*/, ''))).toEqual(['2', '3', '5']);
  });

  it('lists all that has no value before anything runs', async () => {
    const document = '```\nRACDCERT ID(<who>) LIST\n```\n```sh\ntsocmd "RACDCERT ID($USER_ID) LIST"\n```\n';
    const job = await readJob(document, 'r.md', scene(), 'markdown');
    expect(job.unset.map(({ line, name }) => [line, name])).toEqual([
      [2, 'who'],
      [5, 'USER_ID'],
    ]);
  });

  it('ends with the highest code of all its blocks', async () => {
    const document = '```\nRACDCERT LIST\n```\n```rexx\n/* REXX */\nexit 0\n```\n';
    expect((await run(document, {}, { RACDCERT: 8 })).end).toEqual({ exitCode: 8 });
  });
});

describe('hostile documents', () => {
  it('with too many blocks are refused, not read for hours', async () => {
    const done = await run('```\nRACDCERT LIST\n```\n'.repeat(LIMITS.documentBlocks + 1));
    expect(done.commands).toEqual([]);
    expect(done.problems).toHaveLength(1);
  });

  it('never throw anything but our own errors', async () => {
    const piece = fc.constantFrom(
      '```',
      '~~~',
      '````',
      '> ',
      '- ',
      '    ',
      '\t',
      '\n',
      'jcl',
      'bash',
      'rexx',
      'yaml',
      'RACDCERT LIST(',
      ')',
      "'",
      '"',
      '$(',
      '`',
      '//S EXEC PGM=IKJEFT01',
      '/* REXX */',
      'zos_tso_command:',
      '{{',
      '}}',
      '<x>',
      'tsocmd ',
      '+',
      '\\',
      '&',
      '|',
      '#!/bin/sh',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), async (pieces) => {
        try {
          await drive(await readJob(pieces.join(''), 'x.md', scene()));
        } catch (error) {
          if (!isRingtoolError(error)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});
