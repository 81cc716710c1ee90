/** Rules, findings and reports: what `audit` and the policy check speak. */
export * from './finding.ts';
export * from './judge.ts';
export * from './printable.ts';
export * from './profile.ts';
export * from './report.ts';
export * from './rule.ts';
export * from './selection.ts';
export * from './system-ssl-codes.ts';
