/** Runs the text of an exec and gives what happened. */
import { rexx } from '../../../src/jobs/rexx/rexx.ts';
import { type Driven, drive, type Scene, type SceneParts, type Script, scene } from '../drive.ts';

export interface Ran extends Driven {
  readonly dataSets: Scene['dataSets'];
}

export async function run(source: string, script: Script = {}, parts: SceneParts = {}): Promise<Ran> {
  const around = scene(parts);
  const job = await rexx.read(`/* REXX */\n${source}`, 'elm.rexx', around, []);
  return { ...(await drive(job, script, around.dataSets)), dataSets: around.dataSets };
}

/** What `SAY expression` prints; the text of the problem where there is one. */
export async function said(expression: string, before = ''): Promise<string> {
  const { output, problems } = await run(`${before === '' ? '' : `${before};`} say ${expression}`);
  return problems[0] ?? output.replace(/\n$/, '');
}
