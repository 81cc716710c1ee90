import { expect, it } from 'vitest';
import { profileLines } from '../../../src/racf/listing/resource-profile.ts';
import { profile } from '../../store/samples.ts';

const listed = (over: Parameters<typeof profile>[2]) =>
  profileLines({ profile: profile('FACILITY', 'A', over), yourAccess: 'NONE' }, 'base');

it('shows what is kept, and nothing where nothing is known', () => {
  const lines = listed({ level: 99, warning: true, auditing: 'NONE', notify: 'ELM' });
  const unknown = listed({ level: null, warning: null, auditing: null, notify: null });
  const [heading = '', row = '', unknownRow = ''] = [lines[4], lines[6], unknown[6]];
  expect([row.slice(1, 3), unknownRow.slice(1, 3)]).toEqual(['99', '**']);
  const at = heading.indexOf('WARNING');
  expect([row.slice(at).trim(), unknownRow.slice(at)]).toEqual(['YES', 'UNKNOWN']);
  const under = (all: readonly string[], heading: string) => all[all.indexOf(heading) + 2];
  expect([under(lines, 'AUDITING'), under(lines, 'NOTIFY')]).toEqual(['NONE', 'ELM']);
  expect([under(unknown, 'AUDITING'), under(unknown, 'NOTIFY')]).toEqual(['UNKNOWN', 'UNKNOWN']);
});
