import { describe, expect, it } from 'vitest';
import { SETTINGS, says, session } from '../session.ts';

const COMPLETE = 'ICH14063I SETROPTS COMMAND COMPLETE.';

describe('refresh', () => {
  it.each([
    'SETROPTS RACLIST(DIGTCERT DIGTRING) REFRESH',
    'SETROPTS RACLIST(DIGTCERT, DIGTRING) REFRESH',
    'setropts refresh raclist(digtcert)',
    'SETR RACLIST(DIGTCERT) REFR',
    'SETR RACLIST(DIGTCERT) RACLIST(DIGTRING) REFR',
    'SETROPTS RACLIST (DIGTCERT) REFRESH',
  ])('%s', async (text) => {
    const { transcript, outcomes } = await session(text);
    expect(transcript.slice(1)).toEqual([COMPLETE]);
    expect(outcomes[0]?.changes).toEqual([]);
  });
  it('of a class that is not in storage has no effect', async () => {
    const { transcript, settings } = await session('SETROPTS RACLIST(DIGTNMAP DIGTCERT) REFRESH');
    expect(transcript.slice(1)).toEqual([
      'ICH14070I SETROPTS RACLIST REFRESH had no effect on class DIGTNMAP.',
      COMPLETE,
      '= 4',
    ]);
    expect(settings).toEqual(SETTINGS);
  });
  it('of a class misspelled is told what was meant', async () => {
    expect(await says('SETROPTS RACLIST(DIGTMAP) REFRESH')).toEqual([
      'ICH14070I SETROPTS RACLIST REFRESH had no effect on class DIGTMAP.',
      COMPLETE,
      '# RNGT953I The class DIGTMAP is not one of the certificate classes; was DIGTNMAP meant?',
      '= 4',
    ]);
  });
});

describe('classes in storage', () => {
  it('RACLIST adds, once, and keeps the other settings', async () => {
    const { transcript, settings } = await session(
      'SETROPTS CLASSACT(DIGTNMAP DIGTCERT) RACLIST(DIGTNMAP DIGTCERT DIGTNMAP)',
      'SETROPTS RACLIST(DIGTNMAP) REFRESH',
    );
    expect(settings).toEqual({
      ...SETTINGS,
      raclisted: ['DIGTCERT', 'DIGTRING', 'DIGTNMAP'],
      active: [...SETTINGS.active, 'DIGTNMAP'],
    });
    expect(transcript.filter((line) => line === COMPLETE)).toHaveLength(2);
  });
  it('NORACLIST removes, silently', async () => {
    const { transcript, settings } = await session('SETROPTS NORACLIST(DIGTCERT)');
    expect(settings.raclisted).toEqual(['DIGTRING']);
    expect(transcript).toHaveLength(1);
  });
  it('what changes nothing is no change', async () => {
    const { outcomes } = await session('SETR RACLIST(DIGTCERT)', 'SETR NORACLIST(FACILITY)');
    expect(outcomes.map(({ changes }) => changes)).toEqual([[], []]);
  });
});

describe('active classes', () => {
  it('CLASSACT adds, NOCLASSACT takes away, * means all', async () => {
    const { settings } = await session('SETROPTS CLASSACT(RDATALIB)', 'SETROPTS NOCLASSACT(FACILITY)');
    expect(settings.active).toEqual(['DIGTCERT', 'DIGTRING', 'RDATALIB']);
    expect((await session('SETROPTS CLASSACT(*)')).settings.active).toContain('CSFKEYS');
    expect((await session('SETROPTS NOCLASSACT(*)')).settings.active).toEqual([]);
  });
  it('LIST shows them, and those in storage', async () => {
    expect(await says('SETROPTS LIST')).toEqual([
      'ACTIVE CLASSES = DIGTCERT DIGTRING FACILITY',
      'SETR RACLIST CLASSES = DIGTCERT DIGTRING',
      '# RNGT967I Of all options only the classes that are active and in storage are kept, and listed.',
    ]);
    const { transcript } = await session('SETROPTS NORACLIST(DIGTCERT DIGTRING) CLASSACT(*)', 'SETR LIST');
    const lines = transcript.slice(transcript.indexOf('> SETR LIST') + 1, -1);
    expect(lines.at(-1)).toBe('SETR RACLIST CLASSES = NONE');
    expect(lines.slice(1, -1).every((line) => line.startsWith(' '.repeat(17)) && line.length <= 80)).toBe(true);
  });
});

describe('other operands', () => {
  it.each([
    'SETROPTS CLASSACT(DIGTCERT DIGTRING)',
    'SETROPTS GENERIC(FACILITY)',
    'SETROPTS CLASSACT(*)',
    'SETROPTS WHEN(PROGRAM)',
  ])('%s is accepted silently', async (text) => expect(await says(text)).toEqual([]));
  it('WHEN(PROGRAM) REFRESH and GENERIC REFRESH complete', async () => {
    expect(await says('SETROPTS WHEN(PROGRAM) REFRESH')).toEqual([COMPLETE]);
    expect(await says('SETROPTS GENERIC(FACILITY) REFRESH')).toEqual([COMPLETE]);
  });
  it('those without effect are named', async () => {
    const { transcript } = await session('SETROPTS AUDIT(USER) GRPLIST', 'SETROPTS AUDIT(GROUP)');
    expect(transcript.slice(1)).toEqual([
      '# RNGT952I The operand AUDIT of SETROPTS is accepted and not emulated.',
      '# RNGT952I The operand GRPLIST of SETROPTS is accepted and not emulated.',
      '> SETROPTS AUDIT(GROUP)',
    ]);
  });
  it.each([
    ['SETROPTS RACLIST(*)', 'IKJ56702I INVALID CLASS NAME, *'],
    ['SETROPTS RACLIST(DIGTCERTS)', 'IKJ56702I INVALID CLASS NAME, DIGTCERTS'],
    ['SETROPTS WHEN(X)', 'IKJ56712I INVALID KEYWORD, X'],
  ])('%s', async (text, message) => expect((await says(text))[0]).toBe(message));
});
