/**
 * Fills a text template: `{{slot}}` takes a value, lines between `{{#slot}}` and `{{/slot}}` stay when it has one.
 *
 * Values are put in as they are; whoever fills a configuration checks them first.
 */
import { RingtoolError } from '../core/errors.ts';

export type Slots = Readonly<Record<string, string | null>>;

/** Throws `internal/unreachable` for a slot nobody fills: template and code have come apart. */
export function fillTemplate(template: string, slots: Slots): string {
  const lines: string[] = [];
  let open: { readonly name: string; readonly keep: boolean } | null = null;
  for (const line of template.split('\n')) {
    const mark = /^\{\{([#/])(\w+)\}\}$/.exec(line);
    if (mark?.[1] === '#') open = { name: mark[2] ?? '', keep: slotOf(slots, mark[2] ?? '') !== null };
    else if (mark !== null) open = null;
    else if (open === null || open.keep) lines.push(fillLine(line, slots));
  }
  return lines.join('\n');
}

function fillLine(line: string, slots: Slots): string {
  return line.replace(/\{\{(\w+)\}\}/g, (_, name: string) => slotOf(slots, name) ?? '');
}

function slotOf(slots: Slots, name: string): string | null {
  const value = slots[name];
  if (value === undefined)
    throw new RingtoolError('internal/unreachable', `the template has a slot ${name} that nothing fills`);
  return value;
}
