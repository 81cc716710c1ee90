/**
 * The trust status of a certificate that is added: as asked for, or worked out from its issuer.
 *
 * RACF Command Language Reference, "RACDCERT ADD", TRUST, NOTRUST and HIGHTRUST; the rules are as generally
 * described, and the exact messages of RACF are not known.
 */
import type { TrustStatus } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import type { Owner } from '../../core/owner.ts';
import { say } from '../messages.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** What is known about who signed a certificate. */
export type Signed =
  | { readonly by: 'itself'; readonly signature: 'valid' | 'invalid' | 'unknown' }
  | { readonly by: 'issuer'; readonly signature: 'valid' | 'invalid' | 'unknown'; readonly trusted: boolean }
  /** What bears the issuer's name has another key than the one that signed. */
  | { readonly by: 'another key' }
  /** No certificate of its issuer is at hand. */
  | { readonly by: 'nobody known' };

export interface TrustFacts {
  /** The status operand; null when none was written. */
  readonly asked: TrustStatus | null;
  readonly signed: Signed;
  readonly inDate: boolean;
}

export interface TrustDecision {
  readonly status: TrustStatus;
  readonly messages: readonly Message[];
}

export interface StatusOperands {
  readonly TRUST?: true;
  readonly NOTRUST?: true;
  readonly HIGHTRUST?: true;
}

/** The status asked for. HIGHTRUST exists for CERTAUTH only and counts as TRUST elsewhere. */
export function askedStatus(operands: StatusOperands, owner: Owner): TrustStatus | null {
  if (operands.NOTRUST) return 'NOTRUST';
  if (operands.HIGHTRUST) return owner.kind === 'certauth' ? 'HIGHTRUST' : 'TRUST';
  return operands.TRUST ? 'TRUST' : null;
}

/** The status, with what the operator should know; a signature known to be wrong is refused. */
export function decideTrust({ asked, signed, inDate }: TrustFacts): TrustDecision | Refusal {
  if ('signature' in signed && signed.signature === 'invalid') return refuse(say('RNGT007I', {}));
  const selfSigned = signed.by === 'itself' ? [say('IRRD113I', {})] : [];
  if (asked === 'NOTRUST') return { status: asked, messages: selfSigned };
  if (asked !== null) {
    const noted = [
      ...(signed.by === 'nobody known' ? [say('RNGT023I', {})] : []),
      ...(signed.by === 'another key' ? [say('RNGT062I', {})] : []),
      ...(inDate ? [] : [say('RNGT024I', {})]),
    ];
    return { status: asked, messages: [...selfSigned, ...noted] };
  }
  const reasons = [...doubtsAbout(signed), ...(inDate ? [] : [say('RNGT005I', {})])];
  return { status: reasons.length === 0 ? 'TRUST' : 'NOTRUST', messages: [...selfSigned, ...reasons] };
}

function doubtsAbout(signed: Signed): readonly Message[] {
  if (signed.by === 'nobody known') return [say('RNGT003I', {})];
  if (signed.by === 'another key') return [say('RNGT061I', {})];
  if (signed.signature !== 'valid') return [say('RNGT006I', {})];
  return signed.by === 'issuer' && !signed.trusted ? [say('RNGT004I', {})] : [];
}
