import { expect, it } from 'vitest';
import { tso } from '../../../src/cli/commands/tso.ts';
import { COMMANDS } from '../../../src/racf/commands/index.ts';

it('the help names every command around RACDCERT', () => {
  const [, named = ''] = /around it ([A-Z,\s]+)\./.exec(tso.description) ?? [];
  expect(named.split(/,\s+/).toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
});
