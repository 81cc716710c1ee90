/** Whether a command's quotes and parentheses come out even; no more than that is known of commands here. */

export type Balance = 'balanced' | 'open-quote' | 'open-parenthesis';

export function balanceOf(text: string): Balance {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === "'" || text.startsWith('/*', at)) {
      const [end, length] = character === "'" ? ["'", 1] : ['*/', 2];
      const close = text.indexOf(end, at + length);
      // A comment that is not closed ends with the command.
      if (close === -1) return character === "'" ? 'open-quote' : depth > 0 ? 'open-parenthesis' : 'balanced';
      at = close + length - 1;
    }
  }
  return depth > 0 ? 'open-parenthesis' : 'balanced';
}
