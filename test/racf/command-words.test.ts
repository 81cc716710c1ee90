/** Which texts are taken for commands is decided far from where commands are known: these tests hold both together. */
import { describe, expect, it } from 'vitest';
import { AMBIGUOUS, beginsCommand, COMMAND_WORDS } from '../../src/jobs/command-words.ts';
import { COMMANDS } from '../../src/racf/commands/index.ts';
import { notEmulatedName } from '../../src/racf/not-emulated.ts';

const EMULATED = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]);
const WORDS = [...COMMAND_WORDS, ...Object.keys(AMBIGUOUS)];

describe('words that begin a command', () => {
  it('are all names and abbreviations of commands that are emulated', () => {
    expect(EMULATED.length).toBeGreaterThan(20);
    expect(EMULATED.filter((word) => !WORDS.includes(word))).toEqual([]);
  });

  it('are RACDCERT, those, and some that are named and passed over', () => {
    const known = (word: string): boolean =>
      word === 'RACDCERT' || EMULATED.includes(word) || notEmulatedName(word) !== null;
    expect(WORDS.filter((word) => !known(word))).toEqual([]);
    expect(new Set(WORDS).size).toBe(WORDS.length);
  });

  it.each([
    'SEARCH CLASS(FACILITY)',
    'search filter(irr.**) class(facility)',
    'SR CLASS(DIGTRING)',
    "DELETE 'ELM.CERT.PEM'",
    "del ('ELM.CERT.PEM')",
    'DELETE ELM.CERT.PEM',
    'LISTDS ELM.CERT',
    'TSO RACDCERT LIST',
    'SETR LIST',
  ])('%s is a command', (line) => {
    expect(beginsCommand(line)).toBe(true);
  });

  it.each([
    'Search the manual (chapter 3) for it',
    'search',
    'DELETE FROM certificates WHERE id = 1',
    "delete(LABEL('elm'))",
    'del notes.txt',
    'constructor (x)',
    'Permits are listed',
  ])('%s is none', (line) => {
    expect(beginsCommand(line)).toBe(false);
  });
});
