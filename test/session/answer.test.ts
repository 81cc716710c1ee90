import { expect, it } from 'vitest';
import { outcome } from '../../src/core/outcome.ts';
import { CATALOGUE } from '../../src/racdcert/catalogue.ts';
import { say } from '../../src/racdcert/messages.ts';
import { answer, speak } from '../../src/session/answer.ts';

it('a message has its slots filled, and says its severity and confidence', () => {
  expect(speak(say('IRRD114I', { ring: 'R.1' }), CATALOGUE)).toEqual({
    id: 'IRRD114I',
    text: 'Ring R.1 does not exist.',
    severity: 'error',
    confidence: 'documented',
  });
});

it('a result shows remarks of TSO, the listing, messages, and in a dry run the plan, in this order', () => {
  const done = {
    name: 'RACDCERT',
    word: 'RACDCERT',
    echo: 'RACDCERT LIST',
    column: null,
    outcome: outcome({
      notes: [{ id: 'IKJ56716I', inserts: { text: ')' } }],
      output: ['a listing'],
      messages: [say('IRRD107I', {})],
      remarks: [{ id: 'IKJ56712I', inserts: { keyword: 'LSIT' } }],
      suggestion: 'LIST',
      returnCode: 4,
    }),
    changes: [{ action: 'add', what: 'ring', name: 'U/R', place: null }] as const,
  };
  const manner = { catalogue: CATALOGUE, messageIds: false, dryRun: true };
  const result = answer(done, manner);
  expect(result).toMatchObject({
    command: 'RACDCERT',
    name: 'RACDCERT',
    returnCode: 4,
    notEmulated: false,
    data: null,
  });
  const passedOver = { ...done, outcome: outcome({ function: 'LIST', notEmulated: true }) };
  expect(answer(passedOver, manner)).toMatchObject({ command: 'LIST', name: 'RACDCERT LIST', notEmulated: true });
  expect(result.lines).toEqual([
    'EXTRANEOUS INFORMATION WAS IGNORED: )',
    'a listing',
    'No matching certificate was found for this user.',
  ]);
  expect(result.planned).toEqual(['Would add ring U/R.']);
  expect(result.hints).toEqual(['INVALID KEYWORD, LSIT', 'Did you mean LIST?']);
  expect(answer(done, { ...manner, messageIds: true, dryRun: false }).lines.at(-1)).toMatch(/^IRRD107I /);
});
