import { expect, it } from 'vitest';
import { says, session } from '../session.ts';

const LISTED =
  'IKJ56688I CHAR(0) LINE(0) NOPROMPT INTERCOM NOPAUSE MSGID NOMODE NOWTPMSG NORECOVER PREFIX(ELM) PLANGUAGE(ENU) SLANGUAGE(ENU) VARSTORAGE(LOW)';

it('alone it lists itself and ends with code 0', async () => {
  expect(await says('PROFILE')).toEqual([LISTED]);
  expect(await says('prof list')).toEqual([LISTED]);
});

it('sets prefix and message ids, silently', async () => {
  const { transcript, session: after } = await session('PROFILE PREFIX(elm2) NOMSGID');
  expect(transcript).toHaveLength(1);
  expect(after).toMatchObject({ prefix: 'ELM2', messageIds: false });
  expect((await session('PROFILE NOMSGID', 'PROF MSG')).session.messageIds).toBe(true);
});

it('of what contradicts itself the later counts', async () => {
  expect((await session('PROFILE PREFIX(A) NOPREFIX')).session.prefix).toBe('');
  expect((await session('PROFILE NOPREFIX PREFIX(A)')).session.prefix).toBe('A');
  expect((await session('PROFILE NOMSGID MSGID')).session.messageIds).toBe(true);
});

it('remembers whether commands may ask, though none does', async () => {
  const { transcript } = await session('PROFILE PROMPT', 'PROFILE', 'PROF NOPROM', 'PROFILE');
  expect(transcript.filter((line) => line.includes(' PROMPT '))).toHaveLength(1);
  expect(transcript.at(-1)).toBe(LISTED);
});

it('lists what was set', async () => {
  const { transcript } = await session('PROFILE NOPREFIX NOMSGID', 'PROFILE');
  expect(transcript.at(-1)).toContain(' NOMSGID NOMODE NOWTPMSG NORECOVER NOPREFIX ');
});

it('accepts what is about terminals and languages', async () => {
  expect(await says('PROFILE PROMPT INTERCOM CHAR(BS) NOLINE PLANGUAGE(ENU) WTPMSG')).toEqual([]);
});

it.each([
  ['PROFILE PREFIX', 'IKJ56701I MISSING DATA SET NAME PREFIX'],
  ['PROFILE PREFIX(TOOLONGXX)', 'IKJ56702I INVALID DATA SET NAME PREFIX, TOOLONGXX'],
  ['PROFILE PREFIX(A.B)', 'IKJ56702I INVALID DATA SET NAME PREFIX, A.B'],
])('%s', async (text, message) => expect(await says(text)).toEqual([message, '= 12']));
