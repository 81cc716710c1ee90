import { expect, it } from 'vitest';
import { racdcert } from '../../../src/cli/commands/racdcert.ts';
import { FUNCTIONS } from '../../../src/racdcert/functions/index.ts';

it('the help lists the functions of this version', () => {
  const [, listed = ''] = /Functions: ([A-Z,\s]+)\./.exec(racdcert.description) ?? [];
  expect(listed.split(/,\s+/)).toEqual(FUNCTIONS.map((each) => each.name));
});
