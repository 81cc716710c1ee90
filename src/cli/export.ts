/** What the export commands share: which certificate, where to, and how files are written. */
import { resolve } from 'node:path';
import { RingtoolError } from '../core/errors.ts';
import type { Release } from '../core/release.ts';
import { flagOption, type Invocation, type OptionSpec, textOption } from './command.ts';
import { liesIn } from '../store/folders.ts';
import { type NewFile, requireFree, writeFiles } from './files.ts';
import { withStore } from './open.ts';
import { labelMaterial, type Material, ringMaterial } from './ring-material.ts';
import { visibleJson } from './visible.ts';

export const SOURCE_OPTIONS: readonly OptionSpec[] = [
  { flags: '--ring <owner/ring>', description: 'the ring the certificate is connected to' },
  { flags: '--owner <owner>', description: 'whose the label is: CERTAUTH, SITE or a user id' },
  { flags: '--label <label>', description: 'the certificate (default: the default of the ring)' },
];

export const FORCE_OPTION: OptionSpec = { flags: '--force', description: 'write over files that are there' };

export const EXPORT_EXIT_CODES: readonly string[] = [
  '0  written, all of it',
  '2  the call is wrong',
  '8  nothing was written, and why',
];

/** What was chosen, and the release the store is to behave as. */
export interface Chosen extends Material {
  readonly level: Release;
}

/** Leaf, key and chain of what the options name; `withKey` when the private key is to be written. */
export async function chosenMaterial(
  { globals, options }: Invocation,
  { withKey }: { readonly withKey: boolean },
): Promise<Chosen> {
  const ring = textOption(options, 'ring');
  const owner = textOption(options, 'owner');
  const label = textOption(options, 'label');
  if (ring === undefined && owner === undefined) {
    throw new RingtoolError('cli/usage', 'name the certificate: --ring OWNER/RING, or --owner with --label');
  }
  if (owner !== undefined && label === undefined) throw new RingtoolError('cli/usage', '--owner needs --label');
  return withStore(globals, async (store) => {
    const view = store.view();
    const level = globals.level ?? (await view.settings()).level;
    const material =
      ring === undefined
        ? await labelMaterial(view, owner ?? '', label ?? '')
        : await ringMaterial(view, ring, { label, owner, withKey });
    return { ...material, level };
  });
}

/** A store holds its own files only: a key that lies among them would be taken for damage. */
function requireOutside(store: string, path: string): void {
  if (!liesIn(store, path)) return;
  throw new RingtoolError('cli/usage', `${path} lies in the store`, { hint: 'name a place outside it with --out' });
}

/** Writes them all, or with `--dry-run` says which; names each on standard output, then `details`. */
export function deliver(
  { globals, options, io }: Invocation,
  files: readonly NewFile[],
  details: { readonly lines: readonly string[]; readonly json: object } = { lines: [], json: {} },
): void {
  if (textOption(options, 'out') === '') throw new RingtoolError('cli/usage', '--out is empty: name a place');
  const absolute = files.map((file) => ({ ...file, path: resolve(file.path) }));
  for (const { path } of absolute) requireOutside(globals.store, path);
  const force = flagOption(options, 'force');
  // A dry run is refused where the run would be.
  if (globals.dryRun) requireFree(absolute, { force });
  else writeFiles(absolute, { force });
  const written = absolute.map(({ path, mode }) => ({ path, mode: mode.toString(8).padStart(4, '0') }));
  if (globals.json) {
    io.out(
      visibleJson({ format: 'ringtool-export', version: 1, written: !globals.dryRun, files: written, ...details.json }),
    );
    return;
  }
  for (const { path, mode } of written) io.out(`${globals.dryRun ? 'would write' : 'wrote'} ${path} (${mode})`);
  for (const line of details.lines) io.out(line);
}
