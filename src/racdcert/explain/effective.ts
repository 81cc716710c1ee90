/**
 * The values that a command goes by where it does not say: label, key, dates, format, usage.
 *
 * Worked out by the plans that the functions themselves follow, so that an explanation cannot differ from the deed.
 */
import { toLocal } from '../../core/time.ts';
import { ownerText, type Owner } from '../../core/owner.ts';
import type { CommandView } from '../../core/view.ts';
import type { Bound } from '../../tso/operand.ts';
import { shownOperand } from '../../tso/show-value.ts';
import type { PublicKey } from '../../x509/public-key.ts';
import { planCertificate } from '../new-certificate/certificate-plan.ts';
import { naturalUsage } from '../rings/connections.ts';
import { defaultFormat } from '../data-sets/export-format.ts';
import type { OperandName, PlanContext, RacdcertFunction, Request } from '../function.ts';
import { innerOwner } from '../inner-owner.ts';
import type { KeyChoice } from '../keys/key-type.ts';
import type { OPERANDS } from '../operands.ts';
import { isRefusal } from '../refusal.ts';
import { planRekey } from '../new-certificate/rekey-plan.ts';
import type { Moment, Validity } from '../new-certificate/validity.ts';

/** By operand, as `operand-facts.ts` names them; what cannot be worked out is absent. */
export type Effective = ReadonlyMap<string, string>;

export async function effectiveValues(
  view: CommandView,
  { name }: RacdcertFunction,
  request: Request<unknown, OperandName>,
  context: PlanContext,
): Promise<Effective> {
  const { value, operands } = request;
  const owner = request.owner as Owner;
  switch (name) {
    case 'GENCERT': {
      const plan = await planCertificate(view, value as string | null, owner, operands, context);
      if (isRefusal(plan)) return new Map();
      const key = plan.material.kind === 'new' ? keyWords(plan.material) : givenWords(plan.material.publicKey);
      const extensions = value === null ? withoutRequest(owner) : [];
      return new Map([
        ['WITHLABEL', plan.label],
        ...momentsOf(plan.validity, operands, context),
        ...key,
        ...extensions,
      ]);
    }
    case 'REKEY': {
      const plan = await planRekey(view, labelIn(value), owner, operands, context);
      if (isRefusal(plan)) return new Map();
      return new Map([
        ['WITHLABEL', plan.label],
        ...momentsOf(plan.validity, operands, context),
        ...keyWords(plan.key),
      ]);
    }
    case 'EXPORT':
      return new Map([['FORMAT', defaultFormat(operands.PASSWORD)]]);
    case 'CONNECT':
    case 'BIND':
    case 'REMOVE':
    case 'UNBIND':
      return insideParentheses(name, value, owner);
    default:
      return new Map();
  }
}

type Operands = Bound<typeof OPERANDS>;

function labelIn(value: unknown): string | undefined {
  return (value as { readonly LABEL?: string } | null)?.LABEL;
}

/** Extensions that a request would bring. */
function withoutRequest({ kind }: Owner): readonly (readonly [string, string])[] {
  return [
    ['KEYUSAGE', kind === 'certauth' ? 'CERTSIGN' : 'none: there will be no such extension'],
    ['ALTNAME', 'none: there will be no such extension'],
  ];
}

/** Only what is not written: the day and the time of each end by themselves. */
function momentsOf(
  { notBefore, notAfter }: Validity,
  { NOTBEFORE, NOTAFTER }: Operands,
  { timeZone }: PlanContext,
): readonly (readonly [string, string])[] {
  return [
    ...momentOf('NOTBEFORE', NOTBEFORE, toLocal(notBefore, timeZone)),
    ...momentOf('NOTAFTER', NOTAFTER, toLocal(notAfter, timeZone)),
  ];
}

function momentOf(
  keyword: string,
  written: Moment | undefined,
  { year, month, day, hour, minute, second }: ReturnType<typeof toLocal>,
): readonly (readonly [string, string])[] {
  const parts = { DATE: { year, month, day }, TIME: { hour, minute, second } };
  if (written === undefined) {
    return [
      [
        keyword,
        Object.entries(parts)
          .map(([part, value]) => shownOperand(part, value))
          .join(' '),
      ],
    ];
  }
  return Object.entries(parts)
    .filter(([part]) => !(part in written))
    .map(([part, value]) => [`${keyword}(${part})`, shownOperand(part, value)] as const);
}

/** The keyword that asks for a kind of key. */
const KEYWORD_OF: Readonly<Record<KeyChoice['spec']['kind'], string>> = {
  RSA: 'RSA',
  DSA: 'DSA',
  'NIST ECC': 'NISTECC',
  'Brainpool ECC': 'BPECC',
};

function keyWords({ spec, place }: KeyChoice): readonly (readonly [string, string])[] {
  const where = { database: 'in the database', pkds: 'in the PKDS', token: 'in a token' }[place.kind];
  return [
    [KEYWORD_OF[spec.kind], `a key of the kind ${spec.kind}, ${where}`],
    ['SIZE', String(spec.size)],
  ];
}

function givenWords({ kind, size }: PublicKey): readonly (readonly [string, string])[] {
  return [
    [KEYWORD_OF[kind as keyof typeof KEYWORD_OF] ?? 'RSA', `the key that is given, of the kind ${kind}`],
    ['SIZE', String(size)],
  ];
}

function insideParentheses(name: string, value: unknown, outer: Owner): Effective {
  const inner = innerOwner((value ?? {}) as Parameters<typeof innerOwner>[0], outer);
  const usage = name === 'CONNECT' || name === 'BIND' ? [[`${name}(USAGE)`, naturalUsage(inner)] as const] : [];
  return new Map([[`${name}(ID)`, ownerText(inner)], ...usage]);
}
