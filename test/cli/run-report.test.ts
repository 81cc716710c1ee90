/** `--report`: where it may not go, and what stands in the way. */
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReport } from '../../src/cli/run-report.ts';
import { isRingtoolError } from '../../src/core/errors.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';

const base = temporaryFolder();
const folder = (): string => mkdtempSync(join(base, 'report-'));
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    if (!isRingtoolError(error)) throw error;
    return error.code;
  }
};

describe('a report', () => {
  it('is a new file, or with force takes the place of one', () => {
    const place = folder();
    const file = join(place, 'r.jsonl');
    writeFileSync(file, 'mine');
    const store = join(place, 'store');
    expect(refusal(() => openReport(file, { force: false, store, dryRun: false }))).toBe('file/exists');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    openReport(file, { force: true, store, dryRun: false }).close();
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('never lies in the store', () => {
    const store = folder();
    expect(refusal(() => openReport(join(store, 'r.jsonl'), { force: true, store, dryRun: false }))).toBe(
      'file/not-written',
    );
  });

  it('follows no link, whether it leads somewhere or not', () => {
    const place = folder();
    const target = join(place, 'target');
    writeFileSync(target, 'mine');
    symlinkSync(target, join(place, 'link'));
    symlinkSync(join(place, 'nowhere'), join(place, 'dangling'));
    for (const name of ['link', 'dangling']) {
      for (const force of [true, false]) {
        expect(
          refusal(() => openReport(join(place, name), { force, store: join(place, 'store'), dryRun: false })),
        ).not.toBe('none');
      }
    }
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });

  itWith(['mkfifo'], 'waits for no pipe', () => {
    const place = folder();
    run('mkfifo', [join(place, 'pipe')]);
    expect(
      refusal(() => openReport(join(place, 'pipe'), { force: true, store: join(place, 's'), dryRun: false })),
    ).toBe('file/not-written');
  });
});
