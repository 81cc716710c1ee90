/**
 * A data set as LISTDS prints it, and as data. A store does not keep record format, organization and volume: `**` stands
 * for them.
 */
export function dataSetLines(name: string): readonly string[] {
  return [name, '--RECFM-LRECL-BLKSIZE-DSORG', '  **    **    **      **', '--VOLUMES--', '  **'];
}

/** docs/json.md, "ringtool-listds". */
export function dataSetsData(names: readonly string[]): unknown {
  return { format: 'ringtool-listds', version: 1, dataSets: names.map((name) => ({ name })) };
}
