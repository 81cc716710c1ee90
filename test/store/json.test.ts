import { describe, expect, it } from 'vitest';
import { jsonLine, parseFields, stableJson } from '../../src/store/json.ts';

describe('stableJson', () => {
  it('does not depend on the order in which fields were given', () => {
    expect(stableJson({ b: [{ z: 1, a: 2 }], a: null })).toBe(stableJson({ a: null, b: [{ a: 2, z: 1 }] }));
    expect(stableJson({ b: 1, a: 'x' })).toBe('{\n  "a": "x",\n  "b": 1\n}\n');
    expect(jsonLine({ b: 1, a: 'x\n' })).toBe('{"a":"x\\n","b":1}\n');
  });
});

describe('parseFields', () => {
  it.each([
    ['nothing', ''],
    ['half an object', '{"a": 1'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['depth without end', '['.repeat(200_000)],
    ['depth that ends', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['noise', '\u0000\u0001\ufffd'],
  ])('calls %s corrupt and names the file', (_what, text) => {
    expect(() => parseFields(text, 'x.json')).toThrow(
      expect.objectContaining({ code: 'store/corrupt', message: expect.stringContaining('x.json') }),
    );
  });

  it('never quotes what is in the file', () => {
    let caught: unknown;
    try {
      parseFields('secret-secret-secret', 'keys/k.json');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(Error);
    const error = caught as Error;
    expect(`${error.message}${error.stack}${String(error.cause)}`).not.toContain('secret-secret');
  });

  it('gives fields of the right type only', () => {
    const fields = parseFields('{"t":"x","n":3,"f":true,"l":[],"z":null,"neg":-1,"half":1.5}', 'x.json');
    expect([fields.text('t'), fields.number('n'), fields.flag('f'), fields.textOrNull('z')]).toEqual([
      'x',
      3,
      true,
      null,
    ]);
    expect(fields.oneOf('t', ['x', 'y'])).toBe('x');
    for (const wrong of [
      () => fields.text('n'),
      () => fields.text('absent'),
      () => fields.number('t'),
      () => fields.number('neg'),
      () => fields.number('half'),
      () => fields.flag('n'),
      () => fields.list('t'),
      () => fields.textOrNull('f'),
      () => fields.oneOf('t', ['y']),
      () => fields.text('constructor'),
    ]) {
      expect(wrong).toThrow(expect.objectContaining({ code: 'store/corrupt' }));
    }
  });
});
