import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commandName } from '../../src/session/command-name.ts';
import { commandWord } from '../../src/session/redact.ts';
import { parseCommand } from '../../src/tso/tree.ts';

it.each([
  ["racdcert certauth gencert subjectsdn(cn('x'))", 'RACDCERT GENCERT'],
  ['RACDCERT ID(U)', 'RACDCERT LIST'],
  ['RACDCERT NONSENSE(X)', 'RACDCERT'],
  ['RACDCERT GENCERT NONSENSE(X)', 'RACDCERT GENCERT'],
  ['setr list', 'SETR'],
  ['%myexec a', '%MYEXEC'],
  ["RACDCERT ADD('A.B) PASSWORD('open sesame')", 'RACDCERT'],
  [" ,racdcert('open sesame", 'RACDCERT'],
  ["'open sesame'", '?'],
  ['opensesame', '?'],
])('%s is a command called %s', (text, name) => expect(commandName(text)).toBe(name));

it('a text that cannot be read is called by its first word', () => {
  const text = fc.stringMatching(/^[ ,]{0,2}[A-Za-z@#$0-9%'().]{0,12}[ (]?[a-z' ()]{0,8}$/);
  fc.assert(
    fc.property(text, (each) => {
      const tree = parseCommand(each);
      fc.pre(tree.kind === 'problem');
      expect(commandName(each)).toBe(commandWord(tree, each));
    }),
  );
});
