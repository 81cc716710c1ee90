/** What a word on the command line names. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recogniseSource } from '../../../src/audit/sources/recognise.ts';
import { temporaryFolder } from '../../peers.ts';

const folder = temporaryFolder();

it('what exists is a store or a file', () => {
  const store = join(folder, 'lab');
  mkdirSync(store);
  expect(recogniseSource(store)).toMatchObject({ kind: 'not-read', why: expect.stringContaining('not a store') });
  writeFileSync(join(store, 'store.json'), '{}');
  expect(recogniseSource(store)).toEqual({ kind: 'store', location: store });
  expect(recogniseSource(join(store, 'store.json'))).toMatchObject({ kind: 'file' });
});

it.each([
  ['TCPCS/TLSRING', 'TCPCS', 'TLSRING'],
  ['tcpcs/Tls.Ring', 'TCPCS', 'Tls.Ring'],
  ['TCPCS/*', 'TCPCS', '*'],
  ['*AUTH*/*', '*AUTH*', '*'],
  ['*SITE*/*', '*SITE*', '*'],
  ['safkeyring://WEBSRV/PayGW.Ring', 'WEBSRV', 'PayGW.Ring'],
  ['safkeyring:///WEBSRV/PayGW.Ring', 'WEBSRV', 'PayGW.Ring'],
])('%s is a ring', (word, owner, name) => expect(recogniseSource(word)).toEqual({ kind: 'ring', owner, name }));

it.each([
  'absent.pem',
  '/absent/file',
  'TOOLONGUSER/RING',
  'TCPCS/',
  '/RING',
  'A/B/C',
  '*AUTH*/RING',
  'TCPCS/has blank',
  '',
])('%j is nothing', (word) => expect(recogniseSource(word).kind).toBe('not-read'));
