/** Keywords that must be there: IRRD130I names the ones that are not. */
import { say } from './messages.ts';
import { refuse, type Refusal } from './refusal.ts';

export function missingKeywords(keywords: Readonly<Record<string, unknown>>): Refusal {
  const missing = Object.keys(keywords).filter((keyword) => keywords[keyword] === undefined);
  return refuse(say('IRRD130I', { keyword: missing.join(', ') }));
}
