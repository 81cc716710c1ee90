/** What the commands of a dry run would have done so far: the last word on each entity they touched. */
import type { Change, ChangeSet } from '../core/change.ts';
import type { CertificateEntry, Entity, StoreSettings } from '../core/entities.ts';
import { anchorOf, type CertificateRef } from '../core/owner.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { certificateFields } from '../store/certificate-fields.ts';
import { entityFile } from '../store/layout.ts';

/** A certificate with what it is looked up by, read once. */
export interface PlannedCertificate {
  readonly entry: CertificateEntry;
  /** `nameMatchKey` of the issuer and of the subject. */
  readonly issuer: string;
  readonly subject: string;
  readonly serial: string;
  readonly spki: Uint8Array;
}

/** What is looked up by name only. */
export type NamedEntity = Exclude<Entity, CertificateEntry>;

/** By name; null for what would be deleted. */
export interface Plan {
  readonly certificates: ReadonlyMap<string, PlannedCertificate | null>;
  /** Everything else under the name of its file (`entityFile`), which tells the kinds apart as well. */
  readonly others: ReadonlyMap<string, NamedEntity | null>;
  readonly settings: StoreSettings | null;
}

export const certificateName = ({ owner, label }: CertificateRef): string => `${anchorOf(owner)}/${label}`;

export interface PlanInProgress {
  readonly plan: Plan;
  add(changes: ChangeSet): void;
}

/** After every entity of any real store: what is planned comes last in listings. */
const FIRST_SEQUENCE = 2 ** 48;

export function newPlan(): PlanInProgress {
  const certificates = new Map<string, PlannedCertificate | null>();
  const others = new Map<string, NamedEntity | null>();
  let settings: StoreSettings | null = null;
  let sequence = FIRST_SEQUENCE;

  const inOrder = <T extends Entity>(entity: T): T =>
    'sequence' in entity && entity.sequence === 0 ? { ...entity, sequence: sequence++ } : entity;

  const add = (change: Change): void => {
    if (change.action === 'settings') settings = change.settings;
    else if (change.action === 'delete') {
      if (change.kind === 'certificate') certificates.set(certificateName(change), null);
      else others.set(entityFile(change), null);
    } else {
      const { entity } = change;
      if (entity.kind === 'certificate') certificates.set(certificateName(entity), read(inOrder(entity)));
      else others.set(entityFile(entity), inOrder(entity));
    }
  };

  return {
    plan: {
      certificates,
      others,
      get settings() {
        return settings;
      },
    },
    add(changes) {
      for (const change of changes) add(change);
    },
  };
}

function read(entry: CertificateEntry): PlannedCertificate {
  const { issuer, subject, serial, spki } = certificateFields(entry.der);
  return { entry, issuer: nameMatchKey(issuer), subject: nameMatchKey(subject), serial, spki };
}
