/**
 * What a job changes in the steps of a procedure it calls.
 *
 * z/OS MVS JCL Reference, "Modifying procedures": DD statements `//STEP.DD` replace those of that name or are added;
 * PARM= without a step is for the first step and takes it from the others, COND= without one is for all.
 */
import type { Call, Override, Parm } from './exec.ts';
import type { Dd, Step } from './model.ts';
import type { NamedList } from './named-list.ts';

/** Changes `steps`, those of the procedure itself; gives what is wrong. */
export function applyOverrides(call: Call, steps: readonly Step[]): readonly string[] {
  const errors: string[] = [];
  const byName = new Map(steps.map((step) => [step.name, step]));
  const stepOf = (name: string): Step | undefined => byName.get(`${call.name}.${name}`);
  const missing = (what: string, name: string): void => {
    errors.push(`${what}: the procedure ${call.procedure} has no step ${name}`);
  };
  for (const [name, parm] of call.parms) {
    if (name === '') for (const [index, step] of steps.entries()) setParm(step, index === 0 ? parm : null);
    else {
      const step = stepOf(name);
      if (step === undefined) missing(`PARM.${name}`, name);
      else setParm(step, parm);
    }
  }
  for (const [name, tests] of call.conditions) {
    const named = stepOf(name);
    if (name === '') for (const step of steps) step.conditions = tests;
    else if (named === undefined) missing(`COND.${name}`, name);
    else named.conditions = tests;
  }
  let step = steps[0];
  for (const override of call.overrides) {
    if (override.step !== null) {
      step = stepOf(override.step);
      if (step === undefined) missing(`//${override.step}.${override.dd} DD`, override.step);
    }
    if (step !== undefined) overrideDd(step.dds, override);
  }
  return errors;
}

function setParm(step: Step, parm: Parm | null): void {
  step.parm = parm?.text ?? null;
  step.parmUnset = parm?.unset ?? [];
}

function overrideDd(dds: NamedList<Dd>, { dd: name, parts }: Override): void {
  const existing = dds.find(name);
  if (existing === null) {
    dds.add({ name, parts: parts.map(({ part }) => part) });
    return;
  }
  for (const [index, { part, source }] of parts.entries()) {
    if (source || existing.parts[index] === undefined) existing.parts[index] = part;
  }
}
