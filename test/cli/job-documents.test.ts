import { expect, it } from 'vitest';
import { reportLineOf } from '../../src/cli/job-documents.ts';
import { plainJob } from '../../src/jobs/carrier.ts';
import { runJob } from '../../src/session/job-run.ts';
import { memoryLab } from '../racdcert/memory-lab.ts';

it('a report calls done what is forgiven, with its code', async () => {
  const commands = ["DELETE 'ELM.GONE'", 'RACDCERT ID(ELM) DELRING(R)'].map((text, at) => {
    return { text, file: 'elm.tso', line: at + 1, step: null };
  });
  const job = plainJob({ commands, notEmulated: [], problems: [], hints: [] });
  const said: (readonly (string | number | null)[])[] = [];
  await runJob(job, memoryLab().session(), {
    stopOnError: false,
    tell(news) {
      const line = reportLineOf(news);
      if (line !== null) said.push([line.command, line.outcome, line.returnCode]);
    },
  });
  expect(said).toEqual([
    ['DELETE', 'done', 8],
    ['RACDCERT DELRING', 'failed', 8],
  ]);
});
