/** The list of rules equals the folder, and each record is whole. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/audit/rules/index.ts';
import { systemSslCode } from '../../../src/findings/system-ssl-codes.ts';

const FOLDER = new URL('../../../src/audit/rules/', import.meta.url);

describe.each(Object.entries(RULES))('%s rules', (kind, rules: readonly { id: string; subject: string }[]) => {
  it('are the files of their folder, each named after its id', () => {
    const files = readdirSync(new URL(`${kind}/`, FOLDER)).map((file) => file.replace(/\.ts$/, ''));
    expect(rules.map(({ id }) => id).sort()).toEqual(files.sort());
  });
  it('judge subjects of that kind', () =>
    expect(new Set(rules.map(({ subject }) => subject))).toEqual(new Set([kind])));
});

const EVERY = [...RULES.certificate, ...RULES.chain, ...RULES.ring, ...RULES.package];

it('ids are unique', () => expect(new Set(EVERY.map(({ id }) => id)).size).toBe(EVERY.length));

it.each(EVERY.map((rule) => [rule.id, rule] as const))(
  '%s has a citation and codes of the table',
  (_, { citation, title, zos }) => {
    expect(citation.length).toBeGreaterThan(8);
    expect(title).not.toBe('');
    for (const code of zos === null ? [] : [zos.code, ...(zos.also ?? [])]) expect(systemSslCode(code)).not.toBeNull();
  },
);
