/** An issuer is missing where it is looked for: in the ring, in the store, or among the files. */
import { type Owner, ownerText } from '../../../core/owner.ts';
import { DOES_NOT_APPLY, fail, type MendStep, PASS } from '../../../findings/rule.ts';
import { listingName } from '../../../x509/name.ts';
import { alterTrust, byHand, connect } from '../../mend/racdcert.ts';
import type { ChainRule, ChainSubject, IssuerElsewhere } from '../../subject.ts';

export const chainIncomplete: ChainRule = {
  id: 'chain-incomplete',
  title: 'Issuer missing',
  severity: 'error',
  citation: 'RFC 5280, 6.1; RFC 8446, 4.4.2; System SSL Programming, SSL function return codes, 435 and 8',
  subject: 'chain',
  zos: { code: 435, also: [8], because: 'an issuer is not in the ring, or not trusted', confidence: 'documented' },
  applies: () => true,
  check(chain) {
    if (chain.complete) return PASS;
    if (chain.wrongKey) return DOES_NOT_APPLY;
    const top = chain.certificates.at(-1);
    const issuer = top === undefined ? '' : listingName(top.issuer);
    const detail = `${whichIssuer(chain)} (${issuer === '' ? 'empty name' : issuer}) ${whereMissing(chain)}`;
    if (chain.scope.kind === 'files') {
      return fail(`${detail}; a partner needs it from elsewhere`, { severity: 'warning', zos: null });
    }
    // A ring that reaches an intermediate may do, unless the validation of the root is asked for.
    if (chain.certificates.length > 1) {
      return fail(`${detail}; z/OS may accept a ring that ends at an intermediate, other stacks do not`, {
        severity: 'warning',
        zos: { code: 435, also: [8], because: 'the ring does not reach the root', confidence: 'assumed' },
      });
    }
    if (chain.elsewhere?.reason === 'connected-personal') {
      return fail(detail, {
        zos: { code: 435, also: [8], because: 'the issuer is connected PERSONAL, not as a CA', confidence: 'assumed' },
      });
    }
    return fail(detail);
  },
  mend(chain): readonly MendStep[] {
    const { elsewhere, scope } = chain;
    if (scope.kind === 'files') {
      return [byHand("add the issuer's certificate to the files that are audited, and to the bundle after the leaf")];
    }
    if (elsewhere !== null) {
      const trust = !elsewhere.trusted ? [alterTrust(elsewhere.owner, elsewhere.label)] : [];
      return scope.kind === 'ring' && !scope.virtual && elsewhere.reason !== 'not-trusted'
        ? [...trust, connect(scope, elsewhere.owner, elsewhere.label, 'USAGE(CERTAUTH)')]
        : trust;
    }
    const label = 'ISSUER';
    const certauth: Owner = { kind: 'certauth' };
    return [
      byHand('put the certificate of the issuer in the data set ISSUER.CER'),
      { kind: 'tso', text: "RACDCERT CERTAUTH ADD(ISSUER.CER) TRUST WITHLABEL('ISSUER')" },
      ...(scope.kind === 'ring' && !scope.virtual ? [connect(scope, certauth, label, 'USAGE(CERTAUTH)')] : []),
    ];
  },
};

function whichIssuer(chain: ChainSubject): string {
  return chain.certificates.length === 1
    ? 'its issuer'
    : `the issuer of certificate ${chain.certificates.length} of its chain`;
}

function whereMissing({ elsewhere, scope }: ChainSubject): string {
  const place =
    scope.kind === 'ring'
      ? `ring ${scope.owner}/${scope.name}`
      : scope.kind === 'store'
        ? 'the store'
        : 'the files given';
  if (elsewhere === null) return `is not in ${place}`;
  return ELSEWHERE[elsewhere.reason](`${ownerText(elsewhere.owner)} ${elsewhere.label}`, place);
}

const ELSEWHERE: Readonly<Record<IssuerElsewhere['reason'], (name: string, place: string) => string>> = {
  'not-connected': (name, place) => `is in the store as ${name}, but not in ${place}`,
  'not-trusted': (name, place) => `is ${name}, which is NOTRUST and so cannot be seen in ${place}`,
  'connected-personal': (name, place) => `is ${name}, connected to ${place} as PERSONAL and not as a CA`,
};
