/** Whose certificate the parentheses of CONNECT, REMOVE, BIND and UNBIND mean. */
import { CERTAUTH, SITE, userOwner, type MappingOwner, type Owner } from '../core/owner.ts';
import { lastWritten } from '../tso/bind.ts';
import type { Bound } from '../tso/operand.ts';
import type { OWNER_OPERANDS } from './operands.ts';

/** The owner written inside parentheses, the last one where there are several; without one, the owner outside them. */
export function innerOwner<O extends Owner | MappingOwner>(written: Bound<typeof OWNER_OPERANDS>, outer: O): Owner | O {
  switch (lastWritten(written, ['ID', 'CERTAUTH', 'SITE'])) {
    case 'CERTAUTH':
      return CERTAUTH;
    case 'SITE':
      return SITE;
    default:
      return written.ID === undefined ? outer : userOwner(written.ID);
  }
}
