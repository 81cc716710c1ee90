/**
 * Times whole processes side by side: one run of each in turn, so that a machine whose speed drifts slows all alike.
 *
 * Figures are medians of wall time in milliseconds; ratios are medians of the ratio within each round.
 */
import { spawnSync } from 'node:child_process';

/** @typedef {{ name: string, command: string, args: string[], before?: () => void, input?: string }} Contender */

/** Middle value of a list of numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function runOnce({ command, args, before, input, name }) {
  before?.();
  const start = process.hrtime.bigint();
  const result = spawnSync(command, args, { input: input ?? '', stdio: ['pipe', 'ignore', 'pipe'] });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`${name} ended with ${result.status}: ${result.stderr}`);
  return wall;
}

/**
 * Runs every contender `rounds` times after one warm-up. The first is the peer the ratios refer to.
 *
 * @param {Contender[]} contenders
 */
export function sideBySide(contenders, rounds) {
  for (const contender of contenders) runOnce(contender);
  const walls = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, contender] of contenders.entries()) walls[i].push(runOnce(contender));
  }
  return contenders.map(({ name }, i) => ({
    name,
    median: median(walls[i]),
    min: Math.min(...walls[i]),
    ratio: median(walls[i].map((wall, round) => wall / walls[0][round])),
  }));
}

/** Prints rows as a Markdown table, ready for docs/performance.md. */
export function printTable(title, rows, peer = rows[0].name) {
  console.log(`\n${title}\n`);
  console.log(`| command | median ms | min ms | × ${peer} |\n| --- | ---: | ---: | ---: |`);
  for (const row of rows) {
    console.log(`| ${row.name} | ${row.median.toFixed(1)} | ${row.min.toFixed(1)} | ${row.ratio.toFixed(2)} |`);
  }
}
