/** What was typed at the prompt before, without passwords, in a file only its owner can read. */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { isPrintable } from '../core/printable.ts';

export interface PromptHistory {
  /** Newest first. */
  readonly lines: readonly string[];
  remember(line: string): void;
}

/** Lines kept; a file of twice as many is cut down to this. */
export const KEPT = 500;
/** A history file that anybody made larger than this is not ours. */
const FILE_LIMIT = 1024 * 1024;

/** XDG Base Directory Specification: `$XDG_STATE_HOME`, else `~/.local/state`. */
export function historyFile(env: Readonly<Record<string, string | undefined>>): string {
  const state = env.XDG_STATE_HOME;
  return join(state?.startsWith('/') ? state : join(env.HOME || homedir(), '.local/state'), 'ringtool', 'history');
}

/** A history that cannot be read is empty, one that cannot be written is forgotten: the prompt works all the same. */
export function openHistory(file: string | null): PromptHistory {
  const known = file === null ? [] : read(file);
  return {
    lines: known.slice(-KEPT).reverse(),
    remember(line) {
      if (file === null || line.includes('\n')) return;
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        known.push(line);
        if (known.length <= 2 * KEPT) appendFileSync(file, `${line}\n`, { mode: 0o600 });
        else {
          known.splice(0, known.length - KEPT);
          writeFileSync(file, `${known.join('\n')}\n`, { mode: 0o600 });
        }
      } catch {
        // A read-only home is no reason to disturb the person who types.
      }
    },
  };
}

function read(file: string): string[] {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.length > FILE_LIMIT) return [];
    return text.split('\n').filter((line) => line !== '' && isPrintable(line));
  } catch {
    return [];
  }
}
