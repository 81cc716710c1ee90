/** Checks what entities say of keys that lie elsewhere: in the database, in the PKDS, in a token. */
import type { CertificateEntry, IcsfKeyEntry } from '../core/entities.ts';
import { certificateFields } from './certificate-fields.ts';
import { type Contents, problem } from './check-files.ts';
import { writeEntity } from './entity-files.ts';
import type { FileChange } from './journal.ts';
import { entityFile } from './layout.ts';

/** Adds its problems to `found`; gives the files that mend what can be mended, which are said to be `mended` already. */
export function checkReferences(found: Contents, mended: boolean): readonly FileChange[] {
  for (const [file, { keyId, tokenKey }] of found.certificates) {
    requireKey(found, file, keyId);
    if (tokenKey !== null && !isInToken(found, tokenKey)) {
      const text = `refers to the key ${tokenKey.id} of the token ${tokenKey.token}, which is not there`;
      found.problems.push(problem('dangling-key', file, text));
    }
  }
  for (const [file, { keyId }] of found.icsfKeys) requireKey(found, file, keyId);
  for (const [file, { objects }] of found.tokens) {
    for (const each of objects) if (each.type !== 'other') requireKey(found, file, each.keyId);
  }
  return checkPkds(found, mended);
}

function requireKey(found: Contents, file: string, keyId: string | null): void {
  if (keyId === null || found.keys.has(keyId)) return;
  found.problems.push(problem('dangling-key', file, `refers to the private key ${keyId}, which is not there`));
}

function isInToken({ tokens }: Contents, { token, id }: NonNullable<CertificateEntry['tokenKey']>): boolean {
  const objects = tokens.get(entityFile({ kind: 'token', name: token }))?.objects ?? [];
  return objects.some((each) => each.type === 'key' && each.id === id);
}

/** Keys of the PKDS that certificates speak of; stores of before had the label in the certificate only. */
function checkPkds(found: Contents, mended: boolean): readonly FileChange[] {
  const made = new Map<string, IcsfKeyEntry>();
  for (const [file, entry] of found.certificates) {
    if (entry.pkdsLabel === null) continue;
    const place = entityFile({ kind: 'icsf-key', label: entry.pkdsLabel });
    const { spki } = certificateFields(entry.der);
    const key = found.icsfKeys.get(place) ?? made.get(place);
    if (key !== undefined) {
      if (!Buffer.from(key.spki).equals(spki)) {
        found.problems.push(problem('icsf-key', file, `refers to the ICSF key ${key.label}, which is another key`));
      }
      continue;
    }
    const text = `refers to the ICSF key ${entry.pkdsLabel}, which is not there`;
    // Without its private key there is nothing to make it from.
    const derivable = entry.keyId !== null && found.keys.has(entry.keyId) && !isDamaged(found, place);
    found.problems.push(problem('icsf-key', file, text, mended && derivable));
    if (derivable) made.set(place, icsfKeyOf(entry, entry.pkdsLabel, spki));
  }
  return [...made].map(([file, key]) => ({ file, text: writeEntity(key) }));
}

/** A file that is there and cannot be read waits for its owner's judgement. */
function isDamaged({ problems }: Contents, place: string): boolean {
  return problems.some(({ kind, file }) => kind === 'unreadable' && file === place);
}

function icsfKeyOf({ keyId, created, createdBy }: CertificateEntry, label: string, spki: Uint8Array): IcsfKeyEntry {
  return { kind: 'icsf-key', label, spki, keyId, created, createdBy };
}
