import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTAUTH, MULTIID, SITE, userOwner } from '../../src/core/owner.ts';
import {
  certificateFile,
  entityFile,
  entityNames,
  isStorePath,
  keyFile,
  ringFile,
  userFile,
} from '../../src/store/layout.ts';

describe('places in a store', () => {
  it('are apart for the pools and users of like names', () => {
    const owners = [CERTAUTH, SITE, userOwner('IRRCERTA'), userOwner('IRRSITEC'), userOwner('CERTAUTH')];
    expect(new Set(owners.map((owner) => certificateFile(owner, 'A').toLowerCase())).size).toBe(owners.length);
    expect(certificateFile(CERTAUTH, 'Lab CA')).toBe('certificates/irrcerta/lab_ca~98.json');
    expect(ringFile('TCPCS', 'TLSRING')).toBe('rings/tcpcs~u/tlsring~u.json');
    expect(entityFile({ kind: 'mapping', owner: MULTIID, label: 'Lab' })).toBe('mappings/irrmulti/lab~8.json');
    expect(entityFile({ kind: 'profile', class: 'FACILITY', name: 'IRR.DIGTCERT.*' })).toBe(
      'profiles/facility~u/irr.digtcert.%2a~u.json',
    );
  });

  it('are places a commit may write to, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 240 }), fc.string({ maxLength: 240 }), (owner, name) => {
        const files = [
          certificateFile(userOwner(owner), name),
          ringFile(owner, name),
          keyFile(name),
          userFile(name),
          entityFile({ kind: 'mapping', owner: userOwner(owner), label: name }),
          entityFile({ kind: 'profile', class: owner, name }),
          entityFile({ kind: 'group', id: name }),
          entityFile({ kind: 'token', name }),
          entityFile({ kind: 'icsf-key', label: name }),
        ];
        expect(new Set(files).size).toBe(files.length);
        expect(files.every(isStorePath)).toBe(true);
        for (const file of files) expect(entityNames([file.split('/').at(-1) ?? ''])).toHaveLength(1);
      }),
    );
  });

  it.each([
    '',
    '.',
    '..',
    '../x',
    '/etc/passwd',
    'keys',
    'keys/',
    'keys/..',
    'keys/../x',
    'keys/a/b/c',
    'keys\\..\\x',
    'lock/1',
    'journal/1.json',
    'datasets/A',
    'c:/x',
    'keys/c:x',
  ])('%j is not one', (file) => {
    expect(isStorePath(file)).toBe(false);
  });
});
