import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValues } from '../../src/cli/values.ts';
import { isRingtoolError } from '../../src/core/errors.ts';
import { temporaryFolder } from '../peers.ts';

const folder = temporaryFolder();
const file = (text: string): string => {
  const path = join(mkdtempSync(join(folder, 'vars-')), 'vars');
  writeFileSync(path, text);
  return path;
};
const values = (options: Record<string, unknown>): Record<string, string> => Object.fromEntries(readValues(options));
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    if (!isRingtoolError(error)) throw error;
    return `${error.code}: ${error.message}`;
  }
};

describe('--set', () => {
  it('takes everything after the first equals sign as it is', () => {
    expect(values({ set: ['HLQ=LAB.TEST', "dn=CN='a=b'", 'EMPTY='] })).toEqual({
      HLQ: 'LAB.TEST',
      dn: "CN='a=b'",
      EMPTY: '',
    });
  });
  it.each(['HLQ', '=X', '9A=1', 'a b=1'])('%j is refused', (given) => {
    expect(refusal(() => values({ set: [given] }))).toContain('cli/usage');
  });
});

describe('--vars', () => {
  it('reads lines of either kind, quotes off, comments left out', () => {
    const text = '---\n# lab\nHLQ=LAB\nowner: WEBSRV\nlabel: "Web server 2026"\nexport A=\'x\'\n\nempty:\n';
    expect(values({ vars: [file(text)] })).toEqual({
      HLQ: 'LAB',
      owner: 'WEBSRV',
      label: 'Web server 2026',
      A: 'x',
      empty: '',
    });
  });
  it('reads a JSON object', () => {
    expect(values({ vars: [file('{ "HLQ": "LAB", "days": 365 }')] })).toEqual({ HLQ: 'LAB', days: '365' });
  });
  it('--set comes before it, a later file before an earlier one', () => {
    expect(values({ set: ['A=3'], vars: [file('A=1\nB=1'), file('A=2\nB=2')] })).toEqual({ A: '3', B: '2' });
  });
  it.each(['no value here', '{ "a": { } }', '{ "a": 1', '9=1'])('%j is refused, and not repeated', (text) => {
    const said = refusal(() => values({ vars: [file(text)] }));
    expect(said).toContain('cli/usage');
    expect(said).not.toContain('no value here');
  });
  it('any text is read or refused', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        refusal(() => values({ vars: [file(text)] }));
      }),
      { numRuns: 200 },
    );
  });
});
