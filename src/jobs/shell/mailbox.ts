/** What several sources post, taken one by one in the order it came. */
export interface Mailbox<T> {
  post(item: T): void;
  take(): Promise<T>;
}

/** One reader only. */
export function mailbox<T>(): Mailbox<T> {
  const items: T[] = [];
  let waiting: ((item: T) => void) | null = null;
  return {
    post(item) {
      if (waiting === null) items.push(item);
      else {
        const wake = waiting;
        waiting = null;
        wake(item);
      }
    },
    take() {
      const item = items.shift();
      if (item !== undefined) return Promise.resolve(item);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
  };
}
