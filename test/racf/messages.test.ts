import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RACF_MESSAGES } from '../../src/racf/messages.ts';
import { TSO_MESSAGES } from '../../src/tso/messages.ts';

const SOURCES = readdirSync('src/racf', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('messages.ts'))
  .map((name) => readFileSync(join('src/racf', name), 'utf8'));

it.each(Object.keys(RACF_MESSAGES).filter((id) => !Object.hasOwn(TSO_MESSAGES, id)))('%s is issued somewhere', (id) => {
  expect(SOURCES.some((source) => source.includes(`'${id}'`))).toBe(true);
});
