/** z/OS release levels: what differs between them is data that asks `atLeast`. */

/** Oldest first. The default is the newest that the references describe. */
export const RELEASES = ['1.12', '1.13', '2.1', '2.2', '2.3', '2.4', '2.5', '3.1', '3.2'] as const;

export type Release = (typeof RELEASES)[number];

export const DEFAULT_RELEASE: Release = '3.1';

export function isRelease(text: string): text is Release {
  return (RELEASES as readonly string[]).includes(text);
}

/** True when `level` is `since` or newer. */
export function atLeast(level: Release, since: Release): boolean {
  return RELEASES.indexOf(level) >= RELEASES.indexOf(since);
}
