/** A list whose members are found by name as well; of several with one name the first counts. */
export class NamedList<T extends { readonly name: string }> {
  readonly #all: T[] = [];
  readonly #first = new Map<string, T>();

  get all(): readonly T[] {
    return this.#all;
  }

  add(member: T): void {
    this.#all.push(member);
    if (!this.#first.has(member.name)) this.#first.set(member.name, member);
  }

  find(name: string): T | null {
    return this.#first.get(name) ?? null;
  }
}
