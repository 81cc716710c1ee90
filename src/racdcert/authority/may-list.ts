/** Whether a user may list a certificate: CHECKCERT and LISTTOKEN show what is in the database to those only. */
import type { Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import type { Context } from '../function.ts';

const LIST = { name: 'LIST', owner: 'certificate' } as const;

/** True for everybody unless authority is enforced. */
export async function mayList(view: StoreView, owner: Owner, label: string, context: Context): Promise<boolean> {
  if (context.authority !== 'enforce') return true;
  const { authorise } = await import('./authority.ts');
  const request = { value: { LABEL: label }, owner, operands: {} };
  return (await authorise(view, LIST, request, context)).kind === 'permission';
}
