/** Bad input in jobs: a message with file, line and the text in question, a code, and no change. */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../peers.ts';
import { LAB, onStore, ringtool } from './program.ts';

const folder = temporaryFolder();
const store = join(folder, 'store');
const procedures = join(folder, 'procs');
const lab = onStore(store);

beforeAll(() => {
  expect(lab(['racdcert'], { input: LAB }).code).toBe(0);
  mkdirSync(procedures);
  writeFileSync(join(procedures, 'OUTER'), '//OUTER PROC\n//S EXEC INNER\n');
  writeFileSync(join(procedures, 'INNER'), '//INNER PROC\n//S EXEC OUTER\n');
});

/** A step with these lines as its input. */
const step = (...input: readonly string[]): readonly string[] => [
  '//BAD      JOB (ACCT)',
  '//         EXPORT SYMLIST=*',
  '//S1       EXEC PGM=IKJEFT01',
  '//SYSTSPRT DD SYSOUT=*',
  ...input,
];

/** Name, lines of the file, its code, and what is said. */
type Case = readonly [name: string, lines: readonly string[], code: number, said: readonly string[]];

const CASES: readonly Case[] = [
  [
    'unbalanced.jcl',
    step('//SYSTSIN  DD *', ' RACDCERT ID(LABSRV) +', "   DELETE(LABEL('Lab server))", '/*'),
    12,
    ['The quote in column 35 is not closed.', 'unbalanced.jcl:6: RACDCERT ended with 12; column 35 is column 17 of'],
  ],
  [
    'typographic.tso',
    ['RACDCERT ID(LABSRV) +', '  DELETE(LABEL(\u2018Lab server\u2019))'],
    12,
    ['LEFT SINGLE QUOTATION MARK (U+2018)', 'typographic.tso:1: RACDCERT ended with 12', 'column 16 of', 'tso:2'],
  ],
  [
    'non-breaking.tso',
    ["RACDCERT ID(LABSRV)\u00a0DELETE(LABEL('Lab server'))"],
    12,
    ['The character in column 20 is NO-BREAK SPACE (U+00A0)', 'non-breaking.tso:1: RACDCERT ended with 12'],
  ],
  [
    'sign-missing.tso',
    ['RACDCERT ID(LABSRV)', '  DELRING(LabRing)'],
    12,
    ['sign-missing.tso:1: continuation sign missing: line 2 looks like operands of this command; none of it is run'],
  ],
  [
    'sign-before-value.tso',
    ['RACDCERT ID(LABSRV) LISTRING', '  (LabRing)'],
    12,
    [
      'sign-before-value.tso:1: continuation sign missing: line 2 looks like operands of this command; none of it is run',
    ],
  ],
  [
    'blank-line.tso',
    ['RACDCERT ID(LABSRV) LISTRING(LabRing) +', '', '  DELRING(LabRing)'],
    12,
    [
      'blank-line.tso:2: hint: a blank line ends the command continued above it',
      'blank-line.tso:1: continuation sign missing: line 3',
    ],
  ],
  [
    'doubled.tso',
    ["RACDCERT ID(LABSRV) REMOVE(RING((LabRing) LABEL('Lab server'))"],
    12,
    ['The parenthesis in column 33 does not follow a keyword.', 'doubled.tso:1: RACDCERT ended with 12'],
  ],
  [
    'left-over.tso',
    ['RACDCERT ID(<owner>) +', '  DELRING({{ ring }})', `RACDCERT ID($\{who}) DELRING([other])`],
    8,
    ['<owner> (', 'tso:1)', '{{ ring }} (', 'tso:2)', `$\{who} (`, '[other] (', 'tso:3)', 'nothing was run'],
  ],
  [
    'left-over.jcl',
    step('//SYSTSIN  DD *,SYMBOLS=JCLONLY', ' RACDCERT ID(LABSRV) DELRING(&RING)', '/*'),
    8,
    ['no value for &RING (', 'left-over.jcl:6'],
  ],
  [
    'never.jcl',
    step('//SYSTSIN  DD DDNAME=NEVER', '//RACF     DD *', ' RACDCERT ID(LABSRV) DELRING(LabRing)', '/*'),
    12,
    ['never.jcl:5: //SYSTSIN DD DDNAME=NEVER: no DD NEVER comes in step S1'],
  ],
  [
    'calls-itself.jcl',
    ['//BAD JOB', '//LOOP PROC', '//S1 EXEC LOOP', '//LOOP PEND', '//GO EXEC LOOP'],
    12,
    ['calls-itself.jcl:3: LOOP calls itself: LOOP > LOOP'],
  ],
  ['call-each-other.jcl', ['//BAD JOB', '//GO EXEC OUTER'], 12, ['INNER:2: OUTER calls itself: OUTER > INNER > OUTER']],
  [
    'into-itself.jcl',
    [
      '//BAD JOB',
      '// EXPORT SYMLIST=*',
      "// SET RING='X&RING'",
      ...step('//SYSTSIN DD *,SYMBOLS=JCLONLY', ' RACDCERT ID(LABSRV) DELRING(&RING)').slice(2),
    ],
    12,
    ["into-itself.jcl:3: the symbol &RING expands into itself: RING='X&RING'"],
  ],
];

describe('is answered by file, line and text', () => {
  it.each(CASES)('%s', (name, lines, code, said) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    const before = lab(['store', 'list']).out;
    const ran = lab(['run', path, '--proclib', procedures]);
    expect(ran.code).toBe(code);
    for (const text of said) expect(ran.out + ran.err).toContain(text);
    expect(ran.out + ran.err).not.toMatch(/\n\s+at |Error:|node:internal/);
    expect(lab(['store', 'list']).out).toBe(before);
  });

  it('a job of 100 MB', () => {
    const path = join(folder, 'large.jcl');
    writeFileSync(path, '//BAD JOB\n');
    truncateSync(path, 100_000_000);
    const ran = lab(['run', path]);
    expect(ran).toMatchObject({ code: 8, out: '' });
    expect(ran.err).toContain('large.jcl is larger than 16 MiB');
  });
});

it('the same command twice is answered as z/OS answers the second', () => {
  const path = join(folder, 'twice.tso');
  const once = [
    'RACDCERT ID(LABSRV) ADDRING(Twice)',
    "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Twice')) WITHLABEL('Twice') NISTECC",
    "RACDCERT ID(LABSRV) CONNECT(CERTAUTH LABEL('Twice') RING(Twice))",
    "RACDCERT CERTAUTH DELETE(LABEL('Twice'))",
    'RACDCERT ID(LABSRV) DELRING(Twice)',
  ];
  writeFileSync(path, once.flatMap((command) => [command, command]).join('\n'));
  const { code, out, err } = lab(['run', path]);
  expect(code).toBe(8);
  expect(out).toContain('IRRD122I');
  expect(err.match(/twice\.tso:\d+: .* ended with \d+/g)?.map((line) => line.replace(/.*tso:/, ''))).toEqual([
    '2: RACDCERT ADDRING ended with 8',
    '4: RACDCERT GENCERT ended with 8',
    '8: RACDCERT DELETE ended with 8',
    '10: RACDCERT DELRING ended with 8',
  ]);
});

it('what stands in a command that cannot be read is not repeated: it may be a password', () => {
  const path = join(folder, 'secret.tso');
  writeFileSync(
    path,
    "RACDCERT ID(LABSRV) ADD('A.P12) PASSWORD('never to be seen')\nRACDCERT ADD('A') PASSWORD((never to)\n",
  );
  const ran = ringtool(['run', path, '--store', store, '--echo']);
  expect(ran.code).toBe(12);
  expect(ran.out + ran.err).not.toContain('never to');
});
