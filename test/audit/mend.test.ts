/** Quoting: what a command shows is what RACDCERT and a shell read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileWord, shellWord } from '../../src/audit/mend/openssl.ts';
import { alterTrust, connect, successorLabel } from '../../src/audit/mend/racdcert.ts';
import { parseCommand } from '../../src/tso/tree.ts';
import { run } from '../peers.ts';

const label = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 32 }).filter((text) => text.trim() === text);

describe('RACDCERT', () => {
  it('doubles apostrophes', () =>
    expect(alterTrust({ kind: 'site' }, "O'Brien's").text).toBe("RACDCERT SITE ALTER(LABEL('O''Brien''s')) TRUST"));

  it('any label comes back from the command parser as it was', () => {
    fc.assert(
      fc.property(label, (text) => {
        const step = alterTrust({ kind: 'certauth' }, text);
        expect(step.kind).toBe('tso');
        const tree = parseCommand(step.text);
        expect(JSON.stringify(tree)).toContain(JSON.stringify(text));
      }),
    );
  });

  it('names the successor within 32 characters', () => {
    expect(successorLabel('SERVER')).toBe('SERVER NEW');
    expect(successorLabel('X'.repeat(32))).toBe(`${'X'.repeat(28)} NEW`);
    expect(successorLabel(`${'X'.repeat(27)} YYYY`)).toBe(`${'X'.repeat(27)} NEW`);
  });

  it('does not write a ring name that cannot be typed', () =>
    expect(connect({ owner: 'TCPCS', name: 'A)B' }, { kind: 'site' }, 'L', 'DEFAULT').kind).toBe('by-hand'));
});

describe('shell', () => {
  it.each(["it's", '$(id)', '`id`', 'a b', 'a;b', 'a\\b', '*', '', '-rf', '~', '"', "'"])(
    'reads %j as one word',
    (text) => expect(run('sh', ['-c', `printf %s ${shellWord(text)}`]).stdout).toBe(text),
  );

  it('no file name is an option', () => expect(fileWord('-in')).toBe('./-in'));
});
