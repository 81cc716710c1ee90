/** The readiness audit. */
export * from './run.ts';
export * from './rules/index.ts';
export * from './sources/recognise.ts';
