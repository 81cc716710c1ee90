import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RACF_MESSAGES } from '../../src/racf/messages.ts';
import { TSO_MESSAGES } from '../../src/tso/messages.ts';
import { asRemark } from '../transcripts/transcript.ts';

const SOURCES = readdirSync('src/racf', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('messages.ts'))
  .map((name) => readFileSync(join('src/racf', name), 'utf8'));

it.each(Object.keys(RACF_MESSAGES).filter((id) => !Object.hasOwn(TSO_MESSAGES, id)))('%s is issued somewhere', (id) => {
  expect(SOURCES.some((source) => source.includes(`'${id}'`))).toBe(true);
});

const PRINTED = readdirSync('test/transcripts')
  .filter((file) => file.endsWith('.txt'))
  .flatMap((file) => readFileSync(join('test/transcripts', file), 'utf8').split('\n'));

it('every text is printed by a transcript', () => {
  const missing = Object.entries(RACF_MESSAGES)
    .filter(([id]) => !Object.hasOwn(TSO_MESSAGES, id))
    .filter(([id, { text }]) => !PRINTED.some((line) => line.startsWith(`${id} `) || asRemark(text).test(line)))
    .map(([id]) => id);
  expect(missing).toEqual([]);
});

it('its own texts are called own, and only those', () => {
  for (const [id, { confidence }] of Object.entries(RACF_MESSAGES)) {
    expect(confidence === 'own', id).toBe(id.startsWith('RNGT'));
  }
});
