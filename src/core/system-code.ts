/** What the system says of a failed call. */

/** The `code` of a system error (`ENOENT`), or an empty text for any other. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
