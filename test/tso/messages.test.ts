import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TSO_MESSAGES } from '../../src/tso/messages.ts';

const SOURCES = ['src/tso', 'src/racf'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('messages.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8')),
);

it.each(Object.keys(TSO_MESSAGES))('%s is issued somewhere', (id) => {
  expect(SOURCES.some((source) => source.includes(`'${id}'`))).toBe(true);
});

it('ids end in I; what TSO does not know has an id of ours', () => {
  for (const [id, { confidence }] of Object.entries(TSO_MESSAGES)) {
    expect(id).toMatch(/^(?:IKJ\d{5}|RNGT9[0-4]\d)I$/);
    expect(confidence === 'own').toBe(id.startsWith('RNGT'));
  }
});
