import { describe, expect, it } from 'vitest';
import { CERTAUTH, SITE, userOwner } from '../../../src/core/owner.ts';
import { askedStatus, decideTrust, type Signed } from '../../../src/racdcert/chains/trust.ts';

const SELF: Signed = { by: 'itself', signature: 'valid' };
const NOBODY: Signed = { by: 'nobody known' };
const REPLACED: Signed = { by: 'another key' };
const issuer = (signature: 'valid' | 'invalid' | 'unknown', trusted = true): Signed => ({
  by: 'issuer',
  signature,
  trusted,
});

function decided(asked: 'TRUST' | 'NOTRUST' | 'HIGHTRUST' | null, signed: Signed, inDate = true): readonly string[] {
  const decision = decideTrust({ asked, signed, inDate });
  if ('kind' in decision) return ['refused', decision.message.id];
  return [decision.status, ...decision.messages.map(({ id }) => id)];
}

describe('decideTrust', () => {
  it.each([
    [SELF, true, ['TRUST', 'IRRD113I']],
    [SELF, false, ['NOTRUST', 'IRRD113I', 'RNGT005I']],
    [{ by: 'itself', signature: 'unknown' }, true, ['NOTRUST', 'IRRD113I', 'RNGT006I']],
    [issuer('valid'), true, ['TRUST']],
    [issuer('valid'), false, ['NOTRUST', 'RNGT005I']],
    [issuer('valid', false), true, ['NOTRUST', 'RNGT004I']],
    [issuer('unknown'), true, ['NOTRUST', 'RNGT006I']],
    [NOBODY, true, ['NOTRUST', 'RNGT003I']],
    [REPLACED, true, ['NOTRUST', 'RNGT061I']],
    [NOBODY, false, ['NOTRUST', 'RNGT003I', 'RNGT005I']],
  ] as const)('works out, of %o and in date %s, %j', (signed, inDate, answer) => {
    expect(decided(null, signed, inDate)).toEqual(answer);
  });

  it('does as it is told, and remarks on it', () => {
    expect(decided('TRUST', NOBODY)).toEqual(['TRUST', 'RNGT023I']);
    expect(decided('HIGHTRUST', issuer('valid', false))).toEqual(['HIGHTRUST']);
    expect(decided('TRUST', SELF, false)).toEqual(['TRUST', 'IRRD113I', 'RNGT024I']);
    expect(decided('TRUST', REPLACED)).toEqual(['TRUST', 'RNGT062I']);
    expect(decided('NOTRUST', NOBODY, false)).toEqual(['NOTRUST']);
  });

  it.each(['TRUST', 'NOTRUST', 'HIGHTRUST', null] as const)(
    'takes no wrong signature, whatever is asked: %s',
    (asked) => {
      expect(decided(asked, issuer('invalid'))).toEqual(['refused', 'RNGT007I']);
      expect(decided(asked, { by: 'itself', signature: 'invalid' })).toEqual(['refused', 'RNGT007I']);
    },
  );
});

describe('askedStatus', () => {
  it('knows HIGHTRUST for authorities only', () => {
    const owners = [CERTAUTH, SITE, userOwner('U1')];
    expect(owners.map((owner) => askedStatus({ HIGHTRUST: true }, owner))).toEqual(['HIGHTRUST', 'TRUST', 'TRUST']);
    expect(askedStatus({}, CERTAUTH)).toBeNull();
  });
});
