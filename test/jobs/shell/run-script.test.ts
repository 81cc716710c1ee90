import { describe, expect, it } from 'vitest';
import { scriptJob } from '../../../src/jobs/shell/run-script.ts';
import { drive, scene, type SceneParts } from '../drive.ts';

const { PATH } = process.env;
const run = (text: string, parts: SceneParts) =>
  drive(scriptJob(text, '-', scene({ program: ['true'], environment: { PATH }, ...parts }), []));

describe('a script', () => {
  it('has the variables that are given, values of --set before those of the environment, and no others', async () => {
    const text = '#!/bin/sh\necho "$ELM_ONE $ELM_TWO" "$(printenv HOME || echo none)"\n';
    const parts = { environment: { PATH, ELM_ONE: 'outer', ELM_TWO: 'two' }, symbols: { ELM_ONE: 'one' } };
    expect(await run(text, parts)).toMatchObject({ output: 'one two none\n', end: { exitCode: 0 } });
  });

  it('is not run where stand-ins cannot call this program, or where there is no shell', async () => {
    const reasons = [{ program: null }, { environment: {}, symbols: { PATH: '/nowhere' } }].map(
      async (parts) => (await run('#!/usr/bin/env ksh\necho ran\n', parts)).problems,
    );
    expect(await Promise.all(reasons)).toEqual([
      ['1: the script is not run: stand-ins cannot call this program here'],
      ['1: the script is not run: this machine has no shell for it'],
    ]);
  });
});
