/** Runs an audit: sources become subjects, subjects meet rules, and what comes of it is counted and kept. */
import { isRingtoolError } from '../core/errors.ts';
import type { Finding, FindingSeverity, OpenQuestion } from '../findings/finding.ts';
import { judge, type Judgement } from '../findings/judge.ts';
import { type Profile, profileNamed } from '../findings/profile.ts';
import type { AuditReport, NotRead } from '../findings/report.ts';
import type { SubjectName } from '../findings/rule.ts';
import { selectRules } from '../findings/selection.ts';
import { type Evidence, notRead } from './evidence.ts';
import { plannedTogether } from './mend/plan.ts';
import { inTypingOrder, signerNames } from './order.ts';
import { RULES, type RuleSet } from './rules/index.ts';
import { fileEvidence } from './sources/file.ts';
import { type CertificatePool, certificatePool } from './sources/pool.ts';
import { ringEvidence } from './sources/ring.ts';
import { storeEvidence } from './sources/store.ts';
import { type AuditStore, entryName, storeReader } from './sources/store-reader.ts';
import type { AuditContext, Subject } from './subject.ts';

export type { AuditStore } from './sources/store-reader.ts';

/** Evidence asked for. `OWNER/*`, `*AUTH*` and `*SITE*` with the ring name `*` are virtual rings. */
export type Source =
  | { readonly kind: 'store'; readonly store: AuditStore }
  | { readonly kind: 'ring'; readonly store: AuditStore; readonly owner: string; readonly name: string }
  | { readonly kind: 'file'; readonly path: string; readonly password?: string | undefined; readonly named?: boolean }
  /** Something the caller could not open: it belongs in the report all the same. */
  | { readonly kind: 'not-read'; readonly where: string; readonly why: string };

export interface AuditOptions {
  readonly now: Date;
  /** `tls13` when not given. */
  readonly profile?: string | undefined;
  /** Rule ids; unknown ones throw `findings/unknown-rule`. */
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  /** The mildest severity that makes the exit code 1; `error` when not given. */
  readonly failOn?: FindingSeverity | undefined;
  /** Other rules than the house's own. */
  readonly rules?: RuleSet | undefined;
}

/** One step of a run, for whoever wants findings as they come. */
export type AuditEvent =
  | {
      readonly kind: 'subject';
      readonly subject: SubjectName;
      readonly passed: number;
      readonly notApplicable: number;
      readonly findings: readonly Finding[];
      readonly questions: readonly OpenQuestion[];
      /** The `what` of the certificate in the same store that signed this one: its mends come first. */
      readonly signer: string | null;
    }
  | ({ readonly kind: 'not-read' } & NotRead);

/** The audit as a stream: nothing is kept but what the pool of files needs. */
export async function* auditEvents(
  sources: Iterable<Source> | AsyncIterable<Source>,
  options: AuditOptions,
): AsyncGenerator<AuditEvent> {
  const context: AuditContext = { now: options.now, profile: profileNamed(options.profile ?? 'tls13') };
  const rules = selectedRules(options);
  for await (const found of allEvidence(sources, context.profile)) {
    yield found.kind === 'not-read' ? found : judged(found.subject, rules, context);
  }
}

/** The whole audit as one report. */
export async function runAudit(
  sources: Iterable<Source> | AsyncIterable<Source>,
  options: AuditOptions,
): Promise<AuditReport> {
  const profile = profileNamed(options.profile ?? 'tls13');
  const examined = { certificate: 0, chain: 0, ring: 0, package: 0 };
  const answers = { pass: 0, fail: 0, doesNotApply: 0, unknown: 0, broken: 0 };
  const findings: Finding[] = [];
  const unknown: OpenQuestion[] = [];
  const unread: NotRead[] = [];
  const signers = signerNames();
  for await (const event of auditEvents(sources, options)) {
    if (event.kind === 'not-read') {
      unread.push({ where: event.where, why: event.why, named: event.named });
      continue;
    }
    const kind = event.subject.kind as Subject['kind'];
    examined[kind]++;
    answers.pass += event.passed;
    answers.doesNotApply += event.notApplicable;
    answers.unknown += event.questions.length;
    unknown.push(...event.questions);
    if (event.signer !== null && event.findings.length > 0) signers.add(event.subject, event.signer);
    for (const finding of event.findings) {
      if (finding.severity === 'fatal') answers.broken++;
      else answers.fail++;
      findings.push(finding);
    }
  }
  return {
    profile: { id: profile.id, title: profile.title },
    now: options.now,
    failOn: options.failOn ?? 'error',
    rules: listed(selectedRules(options)).map(({ id }) => id),
    examined,
    answers,
    findings: inTypingOrder(findings, signers),
    unknown,
    notRead: unread,
  };
}

/** Files are judged last, together: one may hold the issuers of another. */
async function* allEvidence(
  sources: Iterable<Source> | AsyncIterable<Source>,
  profile: Profile,
): AsyncGenerator<Evidence> {
  const pool = certificatePool();
  const judgedInStore = new Map<string, Set<string>>();
  for await (const source of sources) {
    try {
      yield* evidenceOf(source, profile, pool, judgedInStore);
    } catch (error) {
      if (!isRingtoolError(error)) throw error;
      yield notRead(nameOfSource(source), error.message, true);
    }
  }
  yield* pool.evidence();
}

async function* evidenceOf(
  source: Source,
  profile: Profile,
  pool: CertificatePool,
  judgedInStore: Map<string, Set<string>>,
): AsyncGenerator<Evidence> {
  switch (source.kind) {
    case 'store':
      yield* storeEvidence(source.store, profile);
      return;
    case 'ring': {
      const { location } = source.store;
      const known = judgedInStore.get(location) ?? new Set<string>();
      judgedInStore.set(location, known);
      yield* ringEvidence(storeReader(source.store, profile), source.owner, source.name, known, true);
      return;
    }
    case 'file':
      yield* fileEvidence({ path: source.path, password: source.password, named: source.named ?? true }, pool);
      return;
    case 'not-read':
      yield notRead(source.where, source.why, true);
      return;
  }
}

function judged(subject: Subject, rules: RuleSet, context: AuditContext): AuditEvent {
  const findings: Finding[] = [];
  const questions: OpenQuestion[] = [];
  let passed = 0;
  let notApplicable = 0;
  for (const judgement of judgements(subject, rules, context)) {
    if (judgement.kind === 'pass') passed++;
    else if (judgement.kind === 'does-not-apply') notApplicable++;
    else if (judgement.kind === 'unknown') questions.push(judgement.question);
    else findings.push(judgement.finding);
  }
  const { kind, what, where } = subject;
  return {
    kind: 'subject',
    subject: { kind, what, where },
    passed,
    notApplicable,
    findings:
      subject.kind === 'certificate' ? plannedTogether(findings, rules.certificate, subject, context) : findings,
    questions,
    signer: signerName(subject),
  };
}

function signerName(subject: Subject): string | null {
  if (subject.kind !== 'certificate' || subject.origin.kind === 'file') return null;
  return subject.origin.signer === null ? null : entryName(subject.origin.signer);
}

/** Written out by kind, so that each rule meets the subject it was written for. */
function judgements(subject: Subject, rules: RuleSet, context: AuditContext): readonly Judgement[] {
  switch (subject.kind) {
    case 'certificate':
      return rules.certificate.map((rule) => judge(rule, subject, context));
    case 'chain':
      return rules.chain.map((rule) => judge(rule, subject, context));
    case 'ring':
      return rules.ring.map((rule) => judge(rule, subject, context));
    case 'package':
      return rules.package.map((rule) => judge(rule, subject, context));
  }
}

function listed(rules: RuleSet): readonly { readonly id: string }[] {
  return [...rules.certificate, ...rules.chain, ...rules.ring, ...rules.package];
}

function selectedRules({ rules = RULES, only, skip }: AuditOptions): RuleSet {
  const chosen = new Set(selectRules(listed(rules), { only, skip }).map(({ id }) => id));
  return {
    certificate: rules.certificate.filter(({ id }) => chosen.has(id)),
    chain: rules.chain.filter(({ id }) => chosen.has(id)),
    ring: rules.ring.filter(({ id }) => chosen.has(id)),
    package: rules.package.filter(({ id }) => chosen.has(id)),
  };
}

function nameOfSource(source: Source): string {
  switch (source.kind) {
    case 'store':
      return `store ${source.store.location}`;
    case 'ring':
      return `ring ${source.owner}/${source.name}`;
    case 'file':
      return source.path;
    case 'not-read':
      return source.where;
  }
}
