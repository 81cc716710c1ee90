/**
 * IF, ELSE and ENDIF while a job is read: which list its next step goes to.
 *
 * z/OS MVS JCL Reference, "IF/THEN/ELSE/ENDIF statement construct": they lie in each other, up to 15 of them.
 */
import { LIMITS } from '../../core/limits.ts';
import type { Branch, Node } from './model.ts';

interface Open {
  readonly branch: Branch;
  readonly around: Node[];
  otherwise: boolean;
}

export class Branches {
  readonly #open: Open[] = [];
  #nodes: Node[];

  constructor(nodes: Node[]) {
    this.#nodes = nodes;
  }

  /** IF statements that are open. */
  get depth(): number {
    return this.#open.length;
  }

  add(node: Node): void {
    this.#nodes.push(node);
  }

  /** IF; gives what is wrong with it. */
  begin(branch: Branch): string | null {
    if (this.depth >= LIMITS.jclNesting) return `more than ${LIMITS.jclNesting} IF statements in each other`;
    this.#nodes.push(branch);
    this.#open.push({ branch, around: this.#nodes, otherwise: false });
    this.#nodes = branch.whenTrue;
    return null;
  }

  /** ELSE of an IF above `floor`. */
  otherwise(floor: number): string | null {
    const open = this.depth > floor ? this.#open.at(-1) : undefined;
    if (open === undefined || open.otherwise) return 'ELSE without IF';
    open.otherwise = true;
    this.#nodes = open.branch.whenFalse;
    return null;
  }

  /** ENDIF of an IF above `floor`. */
  end(floor: number): string | null {
    const open = this.depth > floor ? this.#open.pop() : undefined;
    if (open === undefined) return 'ENDIF without IF';
    this.#nodes = open.around;
    return null;
  }

  /** Ends all above `floor`, where a procedure or the job ends; gives those that were open. */
  close(floor: number): readonly Branch[] {
    const left = this.#open.splice(floor);
    this.#nodes = left[0]?.around ?? this.#nodes;
    return left.map(({ branch }) => branch);
  }
}
