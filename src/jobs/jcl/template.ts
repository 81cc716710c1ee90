/**
 * Jobs that are templates: placeholders (`{{ ring }}`, `<ring>`) in statements and data, before JCL is read.
 *
 * As a template engine does it: values are put into lines, and only then columns count. What a line has left is asked
 * for where something reads it.
 */
import type { LogicalCommand } from '../../core/logical-command.ts';
import type { SourceLine, Surroundings, Unset } from '../carrier.ts';
import type { PlacedLine } from '../continuation.ts';
import { lookupIn } from '../jinja.ts';
import { fill, type Left } from '../placeholders.ts';

export class Template {
  readonly #lookup: ReturnType<typeof lookupIn>;

  constructor({ symbols }: Pick<Surroundings, 'symbols'>) {
    this.#lookup = lookupIn(symbols);
  }

  /** Fills in what has a value. */
  fill(lines: readonly SourceLine[]): readonly PlacedLine[] {
    return lines.map((line) => {
      const { text } = fill(line.text, this.#lookup);
      return text === line.text ? line : { ...line, text, filled: true };
    });
  }

  /** Placeholders without a value in a text that was filled. */
  left(text: string): readonly Left[] {
    return fill(text, this.#lookup).left;
  }

  /** Those of a command, each with its line as far as that is known. */
  unset(command: LogicalCommand): readonly Unset[] {
    const { file, line, text, lines = [] } = command;
    return this.left(text).map((left) => {
      const at = text.indexOf(left.text);
      const part = lines.findLast((each) => each.at <= at);
      return { ...left, file: part?.file ?? file, line: part?.line ?? line };
    });
  }
}
