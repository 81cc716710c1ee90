import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachSummary } from '../../src/store/summaries.ts';

const line = (sequence: number): string => `TCPCS\tL${sequence}\t2036-01-01T00:00:00.000Z\tTRUST    \t0\t${sequence}\n`;
const read = (texts: Record<string, string>): number[] =>
  [...eachSummary((file) => texts[file] ?? '')].map((each) => each.sequence);

describe('eachSummary', () => {
  it('puts the lines of all files in order of addition, also beyond 32 bits', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.nat(1000), fc.integer({ min: 1, max: 2 ** 45 })), { maxLength: 50 }),
        (sequences) => {
          const texts: Record<string, string> = {};
          for (const [i, each] of sequences.entries()) {
            const file = `index/all/${(i % 5).toString(16).padStart(2, '0')}.txt`;
            texts[file] = (texts[file] ?? '') + line(each);
          }
          expect(read(texts)).toEqual([...sequences].sort((a, b) => a - b));
        },
      ),
    );
  });

  it('leaves out what is still being written, and what is blank', () => {
    expect(
      read({ 'index/all/00.txt': `${line(2)}TCPCS\tL3\t2036`, 'index/all/ff.txt': `\n\n      \n${line(1)}` }),
    ).toEqual([1, 2]);
  });

  it.each(['noise', 'A\tB\tC\tMAYBE    \t0\t9', 'A\tB', 'C\tD\tTRUST    \t0\t8'])(
    'refuses a damaged line: %j',
    (bad) => {
      expect(() => read({ 'index/all/00.txt': `${line(2)}${bad}\n${line(1)}` })).toThrow(
        expect.objectContaining({ code: 'store/corrupt', hint: expect.stringContaining('store check --repair') }),
      );
    },
  );
});
