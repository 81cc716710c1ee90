import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/racdcert/catalogue.ts';
import { MESSAGES } from '../../src/racdcert/messages.ts';
import { asRemark } from '../transcripts/transcript.ts';

const SOURCE = fileURLToPath(new URL('../../src/racdcert/', import.meta.url));
const TRANSCRIPTS = fileURLToPath(new URL('../transcripts/', import.meta.url));

const IDS = Object.keys(MESSAGES);
const CODE = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'messages.ts')
  .map((file) => readFileSync(`${SOURCE}${file}`, 'utf8'))
  .join('\n');
const PRINTED = readdirSync(TRANSCRIPTS)
  .filter((file) => file.endsWith('.txt'))
  .flatMap((file) => readFileSync(`${TRANSCRIPTS}${file}`, 'utf8').split('\n'));

describe('the catalogue', () => {
  it('holds no text that nobody says, and says nothing that it does not hold', () => {
    const said = new Set([...CODE.matchAll(/\bsay(?:WithCode)?\(\s*'(\w+)'/g)].map((match) => match[1] ?? ''));
    expect(IDS.filter((id) => !said.has(id))).toEqual([]);
    const named = [...CODE.matchAll(/'((?:IRRD|RNGT|IKJ)\d+I)'/g)].map((match) => match[1] ?? '');
    expect(named.filter((id) => CATALOGUE[id] === undefined)).toEqual([]);
  });

  it('is printed whole by the transcripts', () => {
    const reached = Object.entries(MESSAGES)
      .filter(([id, { text }]) => PRINTED.some((line) => line.startsWith(`${id} `) || asRemark(text).test(line)))
      .map(([id]) => id);
    expect(IDS.filter((id) => !reached.includes(id))).toEqual([]);
  });

  it('leaves no slot unfilled in any transcript', () => {
    expect(PRINTED.filter((line) => /^(IRRD|RNGT|IKJ|ICH)\S+ .*\{[a-zA-Z]+\}/.test(line))).toEqual([]);
  });

  it('puts two blanks between the sentences of RACF, and ends each text with a full stop', () => {
    const texts = Object.entries(MESSAGES).filter(([id]) => id.startsWith('IRRD'));
    for (const [id, { text }] of texts) {
      expect(text, id).toMatch(/\.$/);
      expect(text, id).not.toMatch(/[a-z]\. [A-Z]/);
    }
  });

  it('gives ids the form of their owner', () => {
    for (const id of IDS) expect(id).toMatch(/^(IRRD\d{3}|RNGT\d{3}|IKJ\d{5})I$/);
  });

  it('invents nothing under numbers whose content is not known', () => {
    const unknown: readonly (readonly [number, number])[] = [
      [100, 100],
      [106, 106],
      [108, 108],
      [110, 112],
      [117, 119],
      [123, 127],
      [129, 129],
      [131, 132],
      [134, 135],
      [137, 139],
      [143, 145],
      [148, 155],
      [157, 159],
      [161, 164],
      [166, 168],
      [170, 173],
      [176, 178],
      [180, 190],
      [193, 193],
      [195, 198],
      [200, 301],
      [303, 999],
    ];
    const numbers = IDS.filter((id) => id.startsWith('IRRD')).map((id) => Number(id.slice(4, 7)));
    expect(numbers.filter((number) => unknown.some(([from, to]) => from <= number && number <= to))).toEqual([]);
  });

  it('calls its own texts own, and only those', () => {
    for (const [id, { confidence }] of Object.entries(MESSAGES)) {
      expect(confidence === 'own', id).toBe(id.startsWith('RNGT'));
    }
  });
});
