import { expect, it } from 'vitest';
import { fillTemplate } from '../../src/pem/template.ts';

it('fills slots and keeps the lines of slots that have a value', () => {
  const template = 'a = {{a}}\n{{#b}}\nb = {{b}}\n{{/b}}\n{{#c}}\nc = {{c}}\n{{/c}}\nend';
  expect(fillTemplate(template, { a: '1', b: null, c: '3' })).toBe('a = 1\nc = 3\nend');
});

it('does not look for slots in values', () => {
  expect(fillTemplate('{{a}}', { a: '{{b}} $& ', b: 'x' })).toBe('{{b}} $& ');
});

it('refuses a slot that nothing fills', () => {
  expect(() => fillTemplate('{{other}}', { a: '1' })).toThrow(/other/);
});
