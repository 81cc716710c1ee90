import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runRacf } from '../../src/racf/run.ts';
import { startSession } from '../../src/tso/session.ts';
import { says, session } from './session.ts';

describe('commands that are passed over', () => {
  it.each([
    ["RACMAP ID(ELM) MAP USERDIDFILTER(NAME('x')) REGISTRY(NAME('y'))", 'RACMAP'],
    ['RVARY LIST', 'RVARY'],
    ["ADDSD 'ELM.**' UACC(NONE)", 'ADDSD'],
    ['%SETUP X', 'EXEC'],
    ["EXEC 'LIB(MEMBER)' 'ARGS'", 'EXEC'],
    ['END', 'END'],
  ])('%s', async (text, name) => {
    expect(await says(text)).toEqual([
      `# RNGT950I The command ${name} is not emulated; it is passed over. This is said once.`,
    ]);
  });
  it('it is said once a name, by whatever abbreviation', async () => {
    const { transcript, session: after, outcomes } = await session('AD A', 'ADDSD B', 'RACMAP C', 'AD D');
    expect(transcript.filter((line) => line.startsWith('#'))).toHaveLength(2);
    expect(after.told).toEqual(['ADDSD', 'RACMAP']);
    expect(outcomes.map(({ notEmulated }) => notEmulated)).toEqual([true, true, true, true]);
  });
});

describe('other security products', () => {
  it('TSS commands are passed over by name', async () => {
    expect(await says('TSS GENCERT(CERTAUTH) DIGICERT(ELMCA) SUBJECTN(\'CN="Elm"\')')).toEqual([
      '# RNGT951I TSS and its subcommands belong to another security product and are not emulated; they are passed over.',
    ]);
  });
  it('F ACF2,REBUILD is theirs as well, and F alone is nothing', async () => {
    const { transcript } = await session('F ACF2,REBUILD(USR),CLASS(P),DIVISION(CERTDATA)', 'F LLA,REFRESH');
    expect(transcript.filter((line) => !line.startsWith('>'))).toEqual([
      '# RNGT951I F ACF2 and its subcommands belong to another security product and are not emulated; they are passed over.',
      'IKJ56500I COMMAND F NOT FOUND',
      '= 12',
    ]);
  });
  it('what stands between ACF and END is theirs, whatever it looks like', async () => {
    const { transcript, outcomes } = await session(
      'ACF',
      'SET PROFILE(USER) DIV(CERTDATA)',
      "GENCERT ELM.CA SUBJSDN(CN='Elm' O='Lab') LABEL(Elm CA)",
      "LIST 'unclosed",
      'PROFILE NOMSGID',
      'END',
      'NOSUCH',
    );
    expect(transcript.filter((line) => !line.startsWith('>'))).toEqual([
      '# RNGT951I ACF and its subcommands belong to another security product and are not emulated; they are passed over.',
      'IKJ56500I COMMAND NOSUCH NOT FOUND',
      '= 12',
    ]);
    expect(outcomes.map(({ notEmulated }) => notEmulated)).toEqual([true, true, true, true, true, true, false]);
  });
});

describe('commands that cannot be run', () => {
  it.each([
    ['NOSUCH X', ['IKJ56500I COMMAND NOSUCH NOT FOUND', '= 12']],
    ['RACDCRT LIST', ['IKJ56500I COMMAND RACDCRT NOT FOUND', '? RACDCERT', '= 12']],
    ["SUBJECTSDN(CN('x'))", ['IKJ56621I INVALID COMMAND NAME SYNTAX', '= 12']],
    ['SETROPTS RACLST(DIGTCERT)', ['IKJ56712I INVALID KEYWORD, RACLST', '? RACLIST', '= 12']],
    ['SETROPTS RE', ['RNGT901I The keyword RE is ambiguous: it may stand for REALDSN, RETPD, or REFRESH.', '= 12']],
    ['SETROPTS RACLIST()', ['IKJ56701I MISSING CLASS NAME', '= 12']],
    ["PROFILE PREFIX('x", ['RNGT902I The quote in column 16 is not closed.', '= 12']],
    ['PROFILE NOPE) X', ['IKJ56716I EXTRANEOUS INFORMATION WAS IGNORED: )', 'IKJ56712I INVALID KEYWORD, NOPE', '= 12']],
  ])('%s', async (text, expected) => expect(await says(text)).toEqual(expected));

  it('TSO stops at the first operand that is wrong', async () => {
    expect(await says('PROFILE PREFIX(1X) NOPE')).toEqual(['IKJ56702I INVALID DATA SET NAME PREFIX, 1X', '= 12']);
  });
  it('nothing is changed by them', async () => {
    const { outcomes, session: after } = await session('SETROPTS NORACLIST(DIGTCERT) NOPE', 'PROFILE NOPREFIX NOPE');
    expect(outcomes.map(({ changes }) => changes)).toEqual([[], []]);
    expect(after).toEqual(startSession('ELM'));
  });
});

it('a parenthesis too many is told and the command runs', async () => {
  expect(await says('PROFILE PREFIX(ELM2))')).toEqual(['IKJ56716I EXTRANEOUS INFORMATION WAS IGNORED: )']);
});

it('a repeated keyword is noted', async () => {
  expect(await says('PROFILE MSGID MSGID')).toEqual([
    '# RNGT910I The keyword MSGID is given more than once; the last one counts.',
  ]);
});

it('a tree that is parsed already is run alike', async () => {
  const context = {
    user: 'ELM',
    now: new Date(0),
    timeZone: 'UTC',
    session: startSession('ELM'),
    authority: 'special',
  } as const;
  const tree = { kind: 'command', command: 'PROF', operands: [], notes: [] } as const;
  const view = {} as Parameters<typeof runRacf>[0];
  expect((await runRacf(view, tree, context)).messages).toHaveLength(1);
});

it('any text has an answer', async () => {
  const text = fc.string({ unit: fc.constantFrom(..."AB()'/*, "), maxLength: 60 });
  const name = fc.constantFrom(
    'SETROPTS ',
    'PROFILE ',
    'SETR RACLIST',
    'ACF',
    'END',
    'PE ',
    'RDEF A ',
    'AU ',
    'DEL ',
    'RL A ',
    'LU',
    '',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, text), { maxLength: 4 }), async (commands) => {
      const { outcomes } = await session(...commands.map((parts) => parts.join('')));
      for (const { returnCode } of outcomes) expect([0, 4, 8, 12]).toContain(returnCode);
    }),
  );
});
