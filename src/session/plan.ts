/** What the commands of a dry run would have done so far: the last word on each entity they touched. */
import type { Change, ChangeSet } from '../core/change.ts';
import type { CertificateEntry, KeyEntry, RingEntry, StoreSettings, UserEntry } from '../core/entities.ts';
import { unreachable } from '../core/errors.ts';
import { anchorOf, type CertificateRef, type RingRef } from '../core/owner.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { certificateFields } from '../store/certificate-fields.ts';

/** A certificate with what it is looked up by, read once. */
export interface PlannedCertificate {
  readonly entry: CertificateEntry;
  /** `nameMatchKey` of the issuer and of the subject. */
  readonly issuer: string;
  readonly subject: string;
  readonly serial: string;
  readonly spki: Uint8Array;
}

/** By name; null for what would be deleted. */
export interface Plan {
  readonly certificates: ReadonlyMap<string, PlannedCertificate | null>;
  readonly rings: ReadonlyMap<string, RingEntry | null>;
  readonly keys: ReadonlyMap<string, KeyEntry | null>;
  readonly users: ReadonlyMap<string, UserEntry | null>;
  readonly settings: StoreSettings | null;
}

export const certificateName = ({ owner, label }: CertificateRef): string => `${anchorOf(owner)}/${label}`;
export const ringName = ({ owner, name }: RingRef): string => `${owner}/${name}`;

export interface PlanInProgress {
  readonly plan: Plan;
  add(changes: ChangeSet): void;
}

/** After every entity of any real store: what is planned comes last in listings. */
const FIRST_SEQUENCE = 2 ** 48;

export function newPlan(): PlanInProgress {
  const certificates = new Map<string, PlannedCertificate | null>();
  const rings = new Map<string, RingEntry | null>();
  const keys = new Map<string, KeyEntry | null>();
  const users = new Map<string, UserEntry | null>();
  let settings: StoreSettings | null = null;
  let sequence = FIRST_SEQUENCE;

  const inOrder = <T extends { readonly sequence: number }>(entity: T): T =>
    entity.sequence === 0 ? { ...entity, sequence: sequence++ } : entity;

  const put = ({ entity }: Extract<Change, { action: 'put' }>): void => {
    switch (entity.kind) {
      case 'certificate':
        certificates.set(certificateName(entity), read(inOrder(entity)));
        break;
      case 'ring':
        rings.set(ringName(entity), inOrder(entity));
        break;
      case 'key':
        keys.set(entity.id, entity);
        break;
      case 'user':
        users.set(entity.id, entity);
        break;
      default:
        unreachable(entity);
    }
  };

  const remove = (gone: Extract<Change, { action: 'delete' }>): void => {
    switch (gone.kind) {
      case 'certificate':
        certificates.set(certificateName(gone), null);
        break;
      case 'ring':
        rings.set(ringName(gone), null);
        break;
      case 'key':
        keys.set(gone.id, null);
        break;
      case 'user':
        users.set(gone.id, null);
        break;
      default:
        unreachable(gone);
    }
  };

  return {
    plan: {
      certificates,
      rings,
      keys,
      users,
      get settings() {
        return settings;
      },
    },
    add(changes) {
      for (const change of changes) {
        if (change.action === 'put') put(change);
        else if (change.action === 'delete') remove(change);
        else settings = change.settings;
      }
    },
  };
}

function read(entry: CertificateEntry): PlannedCertificate {
  const { issuer, subject, serial, spki } = certificateFields(entry.der);
  return { entry, issuer: nameMatchKey(issuer), subject: nameMatchKey(subject), serial, spki };
}
