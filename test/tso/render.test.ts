import { expect, it } from 'vitest';
import { highestCode, messageLine } from '../../src/tso/render.ts';
import { startSession } from '../../src/tso/session.ts';

const CATALOGUE = {
  X1I: { text: 'HELLO {name}', severity: 'information', confidence: 'own', returnCode: 0 },
  X2I: { text: 'BAD', severity: 'error', confidence: 'own', returnCode: 8 },
} as const;

it('puts the id in front, unless ids are off', () => {
  const message = { id: 'X1I', inserts: { name: 'ELM' } };
  expect(messageLine(message, CATALOGUE)).toBe('X1I HELLO ELM');
  expect(messageLine(message, CATALOGUE, false)).toBe('HELLO ELM');
});

it('takes the highest code; a message may carry its own', () => {
  const good = { id: 'X1I', inserts: {} };
  expect(highestCode([], CATALOGUE)).toBe(0);
  expect(highestCode([good, { id: 'X2I', inserts: {} }, good], CATALOGUE)).toBe(8);
  expect(
    highestCode(
      [
        { ...good, returnCode: 12 },
        { id: 'X2I', inserts: {} },
      ],
      CATALOGUE,
    ),
  ).toBe(12);
});

it('a message without a text is a broken promise', () => {
  expect(() => messageLine({ id: 'toString', inserts: {} }, CATALOGUE)).toThrow('no text for message toString');
});

it('a session begins with the user as prefix', () => {
  expect(startSession('ELM')).toEqual({
    prefix: 'ELM',
    messageIds: true,
    prompt: false,
    told: [],
    subcommandsOf: null,
  });
});
