/** Input data sets, with a message for each way in which one cannot be read. */
import { isRingtoolError } from '../../core/errors.ts';
import type { CommandView } from '../../core/view.ts';
import { say } from '../messages.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** The content, which is never empty. */
export async function readInput(view: CommandView, name: string): Promise<Uint8Array | Refusal> {
  let content: Uint8Array | null;
  try {
    content = await view.dataSet(name);
  } catch (error) {
    if (isRingtoolError(error, 'file/too-large')) return refuse(say('RNGT026I', { name }));
    if (isRingtoolError(error, 'file/unreadable')) return refuse(say('IRRD103I', {}));
    throw error;
  }
  if (content === null) return refuse(say('IKJ56228I', { name }));
  return content.length === 0 ? refuse(say('RNGT027I', { name })) : content;
}
