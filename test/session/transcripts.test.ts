/** Runs every transcript of test/transcripts; with RINGTOOL_UPDATE_TRANSCRIPTS=1 writes what was printed. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openTsoSession } from '../../src/session/tso-session.ts';
import { openDataSets } from '../../src/store/data-sets.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fixtureKeys } from '../fixtures/keys.ts';
import { temporaryFolder } from '../peers.ts';
import { readTranscript, shown, updated, type Transcript } from '../transcripts/transcript.ts';

const FOLDER = fileURLToPath(new URL('../transcripts/', import.meta.url));
const DATA_SETS = fileURLToPath(new URL('../fixtures/data-sets/', import.meta.url));
const UPDATE = process.env.RINGTOOL_UPDATE_TRANSCRIPTS === '1';

const FILES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .sort();

async function play(transcript: Transcript, folder: string, dryRun = false): Promise<readonly string[]> {
  const store = await openStore(join(folder, 'store'), { create: true });
  const dataSets = openDataSets(join(folder, 'data-sets'));
  for (const { name, file } of transcript.dataSets) {
    await dataSets.write({ name, bytes: readFileSync(join(DATA_SETS, file)), secret: false });
  }
  for (const { name, length } of transcript.zeros) {
    await dataSets.write({ name, bytes: new Uint8Array(length), secret: false });
  }
  const entry = { when: transcript.now.toISOString(), user: transcript.user, command: 'set up' };
  const view = store.view();
  const settings = { ...(await view.settings()), ...transcript.settings };
  await store.commit([{ action: 'settings', settings }], view, entry);
  const { level, zone: timeZone, user, authority } = transcript;
  const session = openTsoSession({
    store,
    dataSets,
    user,
    timeZone,
    level,
    authority,
    now: () => transcript.now,
    dryRun,
    keys: fixtureKeys(),
    random: (length) => new Uint8Array(length).fill(7),
  });
  const printed: string[] = [];
  for (const block of transcript.blocks) {
    const result = await session.run(block.command);
    expect(result.planned).toHaveLength(dryRun ? result.changes.length : 0);
    printed.push(shown(result));
  }
  if (dryRun) expect(await store.history(2)).toHaveLength(1);
  await store.close();
  return printed;
}

describe('transcripts', () => {
  const root = temporaryFolder();

  it.each(FILES)('%s', async (file) => {
    const path = join(FOLDER, file);
    const transcript = readTranscript(path);
    const printed = await play(transcript, join(root, file));
    if (UPDATE) {
      const blocks = transcript.blocks.map((block, at) => ({ ...block, actual: printed[at] ?? '' }));
      writeFileSync(path, updated(path, blocks));
      return;
    }
    for (const [at, { line, command, expected }] of transcript.blocks.entries()) {
      expect(printed[at], `${file}:${line} ${command}`).toBe(expected);
    }
  });

  it.each(FILES)('%s is answered alike in a dry run', async (file) => {
    const transcript = readTranscript(join(FOLDER, file));
    const printed = await play(transcript, join(root, `dry-${file}`), true);
    for (const [at, { line, command, expected }] of transcript.blocks.entries()) {
      expect(printed[at], `${file}:${line} ${command}`).toBe(expected);
    }
  });
});
