/**
 * ringtool as a library: the doors most programs need.
 *
 * Bytes are `Uint8Array`, everything else plain records. Failures are `RingtoolError` with a `code` from a
 * closed set; what an operator did wrong is in the messages of a result. Names not exported here may change
 * in any release.
 */

export { type ErrorCode, isRingtoolError, RingtoolError } from './core/errors.ts';
export { CERTAUTH, type Owner, SITE, userOwner } from './core/owner.ts';
export type { CertificateEntry, Connection, RingEntry, StoreSettings } from './core/entities.ts';
export type { StoreView } from './core/view.ts';

/** The store: a folder of JSON files, behind an interface another engine can serve. */
export { openStore, type OpenOptions } from './store/open-store.ts';
export type { Store } from './store/store.ts';
export { openDataSets, type DataSets } from './store/data-sets.ts';

/** Commands: RACDCERT and those around it, against a store. */
export { openTsoSession, type CommandSession, type SessionOptions } from './session/tso-session.ts';
export type { CommandResult } from './session/result.ts';
/** Command files and jobs to single commands. */
export { type Job, readJob } from './jobs/index.ts';

/** The readiness audit. */
export { type AuditOptions, runAudit, type Source } from './audit/index.ts';
export { type AuditReport, exitCodeOf } from './findings/report.ts';

/** Certificates, requests and the files they travel in. */
export { type Certificate, parseCertificate } from './x509/certificate.ts';
export { type CertificateRequest, parseRequest } from './x509/request.ts';
export { type Content, recognise } from './pem/content.ts';
export { type PemBlock, readPemBlocks, writePem } from './pem/armor.ts';
export { type Pkcs12Contents, readPkcs12 } from './pem/pkcs12.ts';
export { type Pkcs12Input, writePkcs12 } from './pem/pkcs12-writer.ts';
