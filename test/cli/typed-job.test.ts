import { expect, it } from 'vitest';
import { typedJob } from '../../src/cli/typed-job.ts';

const planned = async (text: string, symbols: Record<string, string> = {}) => {
  const { planned, unset } = await typedJob(text, new Map(Object.entries(symbols)));
  return { texts: planned?.map((each) => each.text), unset: unset.map(({ name }) => name) };
};

it('a typed command is one as in a file: placeholders are filled, or named', async () => {
  expect(await planned('RACDCERT ID(U) LIST')).toEqual({ texts: ['RACDCERT ID(U) LIST'], unset: [] });
  expect(await planned('RACDCERT ID(<user>) ADDRING({{ ring }})', { ring: 'R' })).toEqual({
    texts: ['RACDCERT ID(<user>) ADDRING(R)'],
    unset: ['user'],
  });
  const harmless = "RACDCERT LIST(LABEL('1 < 2'))";
  expect(await planned(harmless)).toEqual({ texts: [harmless], unset: [] });
});
