import { describe, expect, it } from 'vitest';
import { RingtoolError } from '../../src/core/errors.ts';
import { systemCode } from '../../src/core/system-code.ts';
import { storeFailure } from '../../src/store/failures.ts';

const system = (code: string): Error => Object.assign(new Error(`${code}: it failed`), { code });

describe('storeFailure', () => {
  it.each([
    ['ENOSPC', 'write', 'store/full'],
    ['EDQUOT', 'write', 'store/full'],
    ['EROFS', 'write', 'store/read-only'],
    ['EACCES', 'write', 'store/read-only'],
    ['EPERM', 'write', 'store/read-only'],
    ['EACCES', 'read', 'store/io'],
    ['ELOOP', 'read', 'store/corrupt'],
    ['EISDIR', 'read', 'store/corrupt'],
    ['ENOTDIR', 'read', 'store/corrupt'],
    ['EIO', 'read', 'store/io'],
  ] as const)('%s on %s is %s and names the file', (code, doing, expected) => {
    const error = storeFailure(system(code), 'rings/x.json', doing);
    expect(error).toMatchObject({ code: expected, message: expect.stringContaining('rings/x.json') });
    if (expected !== 'store/io') expect(error).toMatchObject({ hint: expect.stringMatching(/\w/) });
  });

  it('leaves alone what is no system error', () => {
    const own = new RingtoolError('store/conflict', 'x');
    expect(storeFailure(own, 'x', 'read')).toBe(own);
    const bug = new TypeError('x');
    expect(storeFailure(bug, 'x', 'read')).toBe(bug);
    expect(systemCode(bug)).toBe('');
  });
});
