import { describe, expect, it } from 'vitest';
import { type Answer, type JobEvent, passOn, type Running } from '../../src/jobs/carrier.ts';

const command = (text: string): JobEvent => ({ kind: 'command', command: { text, file: 'elm', line: 1, step: null } });

describe('what belongs to something larger', () => {
  it('is told the answers, which are heard on the way, and ends as it does', async () => {
    async function* inner(): Running<number> {
      const first = yield command('RACDCERT LIST');
      const second = yield command('RACDCERT LISTRING(*)');
      return (first?.returnCode ?? 0) + (second?.returnCode ?? 0);
    }
    const heard: (number | undefined)[] = [];
    const running = passOn(inner(), (_, answer) => heard.push(answer?.returnCode));
    const answers: Answer[] = [4, 8].map((returnCode) => ({ returnCode, lines: [] }));
    await running.next();
    await running.next(answers[0]);
    expect(await running.next(answers[1])).toEqual({ done: true, value: 12 });
    expect(heard).toEqual([4, 8]);
  });

  it('is told of events as the larger one has them', async () => {
    async function* inner(): Running<null> {
      yield command('RACDCERT LIST');
      return null;
    }
    const trapped = (event: JobEvent): JobEvent => (event.kind === 'command' ? { ...event, trapped: true } : event);
    const { value } = await passOn(inner(), () => {}, trapped).next();
    expect(value).toMatchObject({ kind: 'command', trapped: true });
  });

  it('cleans up when it is left in the middle', async () => {
    let open = false;
    async function* inner(): Running<null> {
      open = true;
      try {
        yield command('RACDCERT LIST');
        return null;
      } finally {
        open = false;
      }
    }
    const running = passOn(inner(), () => {});
    await running.next();
    expect(open).toBe(true);
    await running.return(null);
    expect(open).toBe(false);
  });
});
