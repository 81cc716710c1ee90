/**
 * Long lines as a terminal of 80 columns shows them: cut without regard to words.
 *
 * The one published sample has 79 characters in the first line and 80 in those that follow.
 */
const FIRST = 79;
const FOLLOWING = 80;

export function folded(line: string): readonly string[] {
  if (line.length <= FOLLOWING) return [line];
  const lines = [line.slice(0, FIRST)];
  for (let at = FIRST; at < line.length; at += FOLLOWING) lines.push(line.slice(at, at + FOLLOWING));
  return lines;
}
