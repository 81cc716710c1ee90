/** Texts of the templates folder, which lies beside src and dist in the package. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RingtoolError } from '../core/errors.ts';

export function readTemplate(name: string): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'templates', name);
    if (existsSync(file)) return readFileSync(file, 'utf8');
  }
  throw new RingtoolError('file/absent', `the template ${name} is missing from this installation`);
}
