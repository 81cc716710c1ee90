/** `ringtool audit`: is what these sources hold fit for TLS 1.3? */
import { RingtoolError } from '../../core/errors.ts';
import type { Command } from '../command.ts';

export const audit: Command = {
  description: 'Checks stores, rings and certificate files for TLS 1.3.',
  examples: ['ringtool audit'],
  async run() {
    throw new RingtoolError('internal/unreachable', 'not built yet');
  },
};
