/** What the program says when it is called rightly, wrongly, or not at all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { ringtool, ROOT } from './program.ts';

describe('without a command', () => {
  it('shows usage with examples on standard error and ends with 2', () => {
    const { code, out, err } = ringtool([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: ringtool');
    expect(err).toContain('Examples:');
    expect(err).toContain('An emulation: it is not RACF.');
  });

  it('shows help on standard output when asked', () => {
    const { code, out, err } = ringtool(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name, hidden } of COMMANDS) expect(out.includes(`\n  ${name} `)).toBe(hidden !== true);
  });

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(ringtool(['--version']).out).toBe(`${version}\n`);
  });
});

describe('an unknown command', () => {
  it('is answered with the nearest one', () => {
    expect(ringtool(['rcadcert', 'LIST'])).toEqual({
      code: 2,
      out: '',
      err: 'ringtool: there is no command "rcadcert"\nhint: did you mean racdcert?\n',
    });
  });

  it('of a group is answered with what the group has', () => {
    const { code, err } = ringtool(['store', 'frob']);
    expect(code).toBe(2);
    expect(err).toContain('store has no "frob"; it has one of');
    expect(err).toContain('ringtool store check');
  });
});

describe('every command', () => {
  for (const { name, load } of COMMANDS) {
    it(`${name} has help with examples that name it`, () => {
      const { code, out } = ringtool([...name.split(' '), '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: ringtool ${name}`);
      expect(out).toContain(`\nExamples:\n  ringtool ${name}`);
      expect(out).toContain('--store <folder>');
    });

    it(`${name} refuses an unknown option with 2`, async () => {
      const { options = [] } = await load();
      const needed = options
        .filter(({ required }) => required)
        .flatMap(({ flags, choices }) => [flags.split(' ')[0] ?? '', choices?.[0] ?? 'x']);
      const { code, out, err } = ringtool([...name.split(' '), ...needed, '--frobnicate']);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain("unknown option '--frobnicate'");
    });
  }
});

describe('--quiet', () => {
  it.each([
    ['a failure', ['store', 'info', '--store', '/nonexistent/store']],
    ['a mistake in the call', ['store', 'info', '--frobnicate']],
    ['an unknown command', ['rcadcert']],
  ])('leaves the hint of %s away', (_, args) => {
    expect(ringtool(args).err).toMatch(/\n(?:hint: |\(Did you mean)/);
    const { err } = ringtool([...args, '--quiet']);
    expect(err).toContain('ringtool: ');
    expect(err).not.toContain('hint: ');
  });
});

describe('global options', () => {
  it('may stand before the command', () => {
    expect(ringtool(['--store', '/nonexistent/store', 'store', 'info']).err).toContain(
      'no store at /nonexistent/store',
    );
  });

  it.each([
    ['--now', '2026-13-01', 'is not a date and time'],
    ['--tz', 'Mars/Olympus', 'is not known'],
    ['--level', '9.9', 'is not a release known here'],
    ['--user', '9LIVES', 'is not a user id'],
  ])('%s %s is refused with 2 and the way out', (option, value, text) => {
    const { code, out, err } = ringtool(['racdcert', option, value, 'LIST']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(text);
    expect(err).toContain('hint: ');
  });

  it('take the store from RINGTOOL_STORE, else from the user data folder', () => {
    expect(ringtool(['store', 'info'], { env: { RINGTOOL_STORE: '/nonexistent/a' } }).err).toContain('/nonexistent/a');
    expect(ringtool(['store', 'info'], { env: { XDG_DATA_HOME: '/nonexistent/b' } }).err).toContain(
      '/nonexistent/b/ringtool',
    );
    expect(ringtool(['store', 'info'], { env: { XDG_DATA_HOME: '', HOME: '/nonexistent/c' } }).err).toContain(
      '/nonexistent/c/.local/share/ringtool',
    );
  });
});
