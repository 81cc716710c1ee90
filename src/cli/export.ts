/** What the export commands share: which certificate, where to, and how files are written. */
import { resolve } from 'node:path';
import { RingtoolError } from '../core/errors.ts';
import { flagOption, type Invocation, type OptionSpec, textOption } from './command.ts';
import { type NewFile, writeFiles } from './files.ts';
import { openExisting } from './open.ts';
import { labelMaterial, type Material, ringMaterial } from './ring-material.ts';

export const SOURCE_OPTIONS: readonly OptionSpec[] = [
  { flags: '--ring <owner/ring>', description: 'the ring the certificate is connected to' },
  { flags: '--owner <owner>', description: 'without a ring: CERTAUTH, SITE or a user id' },
  { flags: '--label <label>', description: 'the certificate (default: the default of the ring)' },
];

export const FORCE_OPTION: OptionSpec = { flags: '--force', description: 'write over files that are there' };

export const EXPORT_EXIT_CODES: readonly string[] = [
  '0  written, all of it',
  '2  the call is wrong',
  '8  nothing was written, and why',
];

/** Leaf, key and chain of what the options name. */
export async function chosenMaterial({ globals, options }: Invocation): Promise<Material> {
  const ring = textOption(options, 'ring');
  const owner = textOption(options, 'owner');
  const label = textOption(options, 'label');
  if ((ring === undefined) === (owner === undefined)) {
    throw new RingtoolError('cli/usage', 'name the certificate: --ring OWNER/RING, or --owner with --label');
  }
  if (owner !== undefined && label === undefined) throw new RingtoolError('cli/usage', '--owner needs --label');
  const store = await openExisting(globals);
  try {
    const view = store.view();
    if (ring !== undefined) return await ringMaterial(view, ring, label);
    return await labelMaterial(view, owner ?? '', label ?? '');
  } finally {
    await store.close();
  }
}

/** The file name a label gives: lower case, everything unusual a hyphen. */
export function fileNameOf(label: string): string {
  const name = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'certificate' : name;
}

/** Writes them all, or with `--dry-run` says which; names each on standard output. */
export function deliver({ globals, options, io }: Invocation, files: readonly NewFile[]): void {
  const absolute = files.map((file) => ({ ...file, path: resolve(file.path) }));
  if (!globals.dryRun) writeFiles(absolute, { force: flagOption(options, 'force') });
  const written = absolute.map(({ path, mode }) => ({ path, mode: mode.toString(8).padStart(4, '0') }));
  if (globals.json) {
    io.out(
      JSON.stringify({ format: 'ringtool-export', version: 1, written: !globals.dryRun, files: written }, null, 2),
    );
    return;
  }
  for (const { path, mode } of written) io.out(`${globals.dryRun ? 'would write' : 'wrote'} ${path} (${mode})`);
}
