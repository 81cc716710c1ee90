import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import type { Unset } from '../../src/jobs/carrier.ts';
import { lookupIn } from '../../src/jobs/jinja.ts';
import { fill } from '../../src/jobs/placeholders.ts';
import { requireValues } from '../../src/session/unset-values.ts';

function complaint(unset: readonly Unset[]): { message: string; hint: string } {
  try {
    requireValues(unset);
  } catch (error) {
    if (isRingtoolError(error, 'jobs/unset')) return { message: error.message, hint: error.hint ?? '' };
    throw error;
  }
  return { message: '', hint: '' };
}

const at = (line: number, name: string, text = `<${name}>`): Unset => ({ file: 'a', line, name, text });

describe('values that are missing', () => {
  it('are no complaint where there are none', () => {
    expect(() => requireValues([])).not.toThrow();
  });

  it('are named once, with their first places', () => {
    const unset = [at(1, 'x'), at(2, 'y'), at(3, 'x'), at(3, 'x'), at(5, 'x'), at(7, 'x'), at(9, 'x')];
    const { message, hint } = complaint(unset);
    expect(message).toBe('no value for <x> (a:1, a:3, a:5 and 2 more), <y> (a:2)');
    expect(hint).toContain('--set x=VALUE');
  });

  it('are listed up to a bound', () => {
    const unset = Array.from({ length: 1_000 }, (_, number) => at(number, `n${number}`));
    expect(complaint(unset).message).toMatch(/<n49> \(a:49\), and 950 more$/);
  });

  it('are not asked for where a value would not help', () => {
    const left = fill('{{ b | hash }} {{ a | a | upper }}', lookupIn(new Map())).left;
    expect(left.map(({ name }) => name)).toEqual(['b', 'a']);
    const { message, hint } = complaint([{ ...at(1, 'b', '{{ b | hash }}'), reason: 'the filter hash is unknown' }]);
    expect(message).toBe('no value for {{ b | hash }} (a:1: the filter hash is unknown)');
    expect(hint).not.toContain('--set');
  });
});
