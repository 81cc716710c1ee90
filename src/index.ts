/**
 * ringtool as a library: the doors most programs need.
 *
 * Bytes are `Uint8Array`, everything else plain records. Failures are `RingtoolError` with a `code` from a
 * closed set; what an operator did wrong is in the messages of a result. Names not exported here may change
 * in any release.
 */

export { type ErrorCode, isRingtoolError, RingtoolError } from './core/errors.ts';
export {
  CERTAUTH,
  type CertificateRef,
  type MappingOwner,
  MULTIID,
  type Owner,
  ownerText,
  type RingRef,
  SITE,
  userOwner,
} from './core/owner.ts';
export { DEFAULT_RELEASE, type Release, RELEASES } from './core/release.ts';
export type {
  Access,
  AccessRules,
  CertificateEntry,
  Connection,
  Entity,
  GroupAuthority,
  GroupEntry,
  IcsfKeyEntry,
  KeyEntry,
  MappingEntry,
  ProfileEntry,
  RingEntry,
  StoreSettings,
  TokenEntry,
  TokenKeyRef,
  TokenObject,
  TrustStatus,
  Usage,
  UserEntry,
} from './core/entities.ts';
export type { DataSetReader, DataSetWrite, Labels, StoreView } from './core/view.ts';
/** What a commit is made of. */
export {
  type Change,
  type ChangeSet,
  deleteCertificate,
  deleteIcsfKey,
  deleteKey,
  deleteMapping,
  deleteProfile,
  deleteRing,
  deleteToken,
  NO_CHANGES,
  put,
} from './core/change.ts';

/** The store: a folder of JSON files, behind an interface another engine can serve. */
export { openStore, type OpenOptions } from './store/open-store.ts';
export type {
  CertificateSummary,
  CheckReport,
  CommitResult,
  HistoryEntry,
  HistoryRecord,
  Reads,
  Store,
  StoreInfo,
  StoreProblem,
  StoreProblemKind,
  TrackedView,
} from './store/store.ts';
export { type DataSetOptions, openDataSets, type DataSets, type StagedDataSet } from './store/data-sets.ts';

/** Commands: RACDCERT and those around it, against a store. What `openSession` is not told, the store says. */
export { openSession, type OpenSessionOptions } from './session/open-session.ts';
export type { DataSetAccess } from './session/ground.ts';
export { openTsoSession, type CommandSession, type SessionOptions } from './session/tso-session.ts';
export type { CommandResult, SpokenMessage } from './session/result.ts';
export type { ChangeSummary } from './session/change-summary.ts';
export type { EntityPlace } from './store/layout.ts';
export type { Confidence, Severity } from './core/message.ts';
export type { KeySource } from './racdcert/function.ts';
export { generateKeyPair, type KeyPair, type KeySpec } from './x509/keys.ts';
/** Command files and jobs to single commands. */
export type { Answer, Job, JobEnd, JobEvent, NotEmulated, Remark, Surroundings, Unset } from './jobs/carrier.ts';
export { readJob } from './jobs/index.ts';
export { type GivenSurroundings, surroundingsFor } from './session/job-surroundings.ts';
export { type JobNews, type JobResult, type JobRunOptions, runJob } from './session/job-run.ts';
export type { LogicalCommand } from './core/logical-command.ts';

/** The readiness audit, and its report as text or JSON. */
export {
  type AuditEvent,
  auditEvents,
  type AuditOptions,
  type AuditStore,
  runAudit,
  type Source,
} from './audit/run.ts';
export { type AuditReport, exitCodeOf, type NotRead } from './findings/report.ts';
export type { Finding, FindingSeverity, OpenQuestion, ZosMeaning } from './findings/finding.ts';
export type { MendStep, RuleSeverity, SubjectName } from './findings/rule.ts';
export { PROFILES, type Profile } from './findings/profile.ts';
export { type AuditJson, auditJson, jsonReport } from './findings/reports/json.ts';
export { type TextOptions, textReport } from './findings/reports/text.ts';

/** Certificates, requests and the files they travel in. */
export { type Certificate, type Extension, parseCertificate } from './x509/certificate.ts';
export { type CertificateRequest, parseRequest } from './x509/request.ts';
export { type Content, type Encoding, type FoundKey, recognise } from './pem/content.ts';
export { type PemBlock, readPemBlocks, writePem } from './pem/armor.ts';
export { type Pkcs12Certificate, type Pkcs12Contents, type Pkcs12Key, readPkcs12 } from './pem/pkcs12.ts';
export { type Pkcs12Input, type Pkcs12Profile, writePkcs12 } from './pem/pkcs12-writer.ts';
