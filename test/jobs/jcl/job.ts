/** JCL for tests: read, run with scripted answers, and what came of it. */
import { jcl } from '../../../src/jobs/jcl/jcl.ts';
import type { Job } from '../../../src/jobs/carrier.ts';
import { drive, type Driven, scene, type SceneParts, type Script } from '../drive.ts';

export const TSO = ['//ELMJOB JOB (1),CLASS=A', '//STEP1 EXEC PGM=IKJEFT01', '//SYSTSPRT DD SYSOUT=*'] as const;

export function read(lines: readonly string[], parts: SceneParts = {}): Promise<Job> {
  return jcl.read(lines.join('\n'), 'elm.jcl', scene(parts), []);
}

export async function run(lines: readonly string[], script: Script = {}, parts: SceneParts = {}): Promise<Driven> {
  const place = scene(parts);
  return drive(await jcl.read(lines.join('\n'), 'elm.jcl', place, []), script, place.dataSets);
}

/** `step:line text` of the commands that run. */
export async function commands(lines: readonly string[], parts: SceneParts = {}): Promise<string[]> {
  const { events } = await run(lines, {}, parts);
  return events.flatMap((event) =>
    event.kind === 'command' ? [`${event.command.step}:${event.command.line} ${event.command.text.trim()}`] : [],
  );
}
