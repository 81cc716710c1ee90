/**
 * What each line of a text begins with, the blanks in front left out: enough to tell what a line is.
 *
 * A pattern that is tried on whole texts, with blanks in it that may be many, takes quadratic time on long runs of
 * them. What is given here is short, so that no pattern can.
 */

/** Characters of a line that tell what it is. */
const ENOUGH = 200;

export function* lineBeginnings(text: string): Generator<string, void> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end === -1 ? text.length : end;
    let start = at;
    while (start < next && ' \t\ufeff'.includes(text.charAt(start))) start++;
    yield text.slice(start, Math.min(next, start + ENOUGH)).trimEnd();
    at = next + 1;
  }
}
