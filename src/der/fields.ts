/**
 * Walking the fields of a SEQUENCE in order: what is taken must be there, what is left over is an error.
 */
import { badDer, childrenOf, type DerValue } from './reader.ts';

/** Identifier octets that structures of X.509 use. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nothing: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  t61String: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** A walk over the children of one value. `what` names each in errors. */
export interface Fields {
  /** The next field, whatever it is. */
  next(what: string): DerValue;
  /** The next field, which must carry this tag. */
  take(tag: number, what: string): DerValue;
  /** The next field when it carries this tag, else null and nothing is consumed. */
  optional(tag: number): DerValue | null;
  /** What comes next without consuming it. */
  peek(): DerValue | null;
  /** Ends the walk: nothing may be left. */
  done(): void;
}

/** The value itself, after a check of its tag. */
export function expectTag(value: DerValue, tag: number, what: string): DerValue {
  if (value.tag !== tag) throw badDer(`${what} has the tag ${hexByte(value.tag)} instead of ${hexByte(tag)}`);
  return value;
}

/** Starts a walk over `value`, which must carry `tag` (SEQUENCE unless given). */
export function fieldsOf(value: DerValue, what: string, tag: number = TAG.sequence): Fields {
  const children = childrenOf(expectTag(value, tag, what));
  let at = 0;
  const next = (name: string): DerValue => {
    const child = children[at];
    if (child === undefined) throw badDer(`${what} ends before its ${name}`);
    at++;
    return child;
  };
  return {
    next,
    take: (wanted, name) => expectTag(next(name), wanted, `${name} of ${what}`),
    optional: (wanted) => {
      const child = children[at];
      if (child === undefined || child.tag !== wanted) return null;
      at++;
      return child;
    },
    peek: () => children[at] ?? null,
    done: () => {
      if (at < children.length) throw badDer(`${what} holds ${children.length - at} fields too many`);
    },
  };
}

/** The one value inside an explicit tag. */
export function onlyChild(value: DerValue, what: string): DerValue {
  const children = childrenOf(value);
  const only = children[0];
  if (only === undefined || children.length > 1) throw badDer(`${what} holds ${children.length} values instead of one`);
  return only;
}

function hexByte(octet: number): string {
  return `0x${octet.toString(16).padStart(2, '0')}`;
}
