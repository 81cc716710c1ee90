/** docs/fidelity.md is what the declarations say; RINGTOOL_UPDATE_FIDELITY=1 writes it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fidelityPage } from './fidelity-page.ts';

const PAGE = join(import.meta.dirname, '../../../docs/fidelity.md');

it('is up to date: RINGTOOL_UPDATE_FIDELITY=1 npx vitest run test/racdcert/fidelity/fidelity-page.test.ts', () => {
  if (process.env.RINGTOOL_UPDATE_FIDELITY === '1') writeFileSync(PAGE, fidelityPage());
  expect(readFileSync(PAGE, 'utf8')).toBe(fidelityPage());
});
