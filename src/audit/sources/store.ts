/** A whole store: every certificate, streamed, then every ring, and chains for what no ring holds. */
import { isRingtoolError } from '../../core/errors.ts';
import type { CertificateEntry, Usage } from '../../core/entities.ts';
import { type RingRef, sameCertificate } from '../../core/owner.ts';
import type { Profile } from '../../findings/profile.ts';
import { chainSubject } from '../chain-subject.ts';
import { type Evidence, evidence, notRead } from '../evidence.ts';
import { ringEvidence } from './ring.ts';
import { type AuditStore, entryName, readEntry, storeReader, type StoreReader } from './store-reader.ts';
import { storeWorld } from './store-world.ts';

export async function* storeEvidence(store: AuditStore, profile: Profile): AsyncGenerator<Evidence> {
  const reader = storeReader(store, profile);
  const judged = new Set<string>();
  const rings = new Map<string, RingRef>();
  for await (const { owner, label } of store.list()) {
    const name = entryName({ owner, label });
    let entry: CertificateEntry | null;
    try {
      entry = await reader.view().certificate(owner, label);
    } catch (error) {
      if (!isRingtoolError(error)) throw error;
      yield notRead(`store ${store.location}, ${name}`, error.message);
      continue;
    }
    if (entry === null) continue;
    for (const ring of entry.rings) rings.set(ringKey(ring), ring);
    const read = readEntry(entry);
    judged.add(name);
    if (read === null) {
      yield notRead(`store ${store.location}, ${name}`, 'its bytes are not a certificate');
      continue;
    }
    const subject = await reader.subject(read, []);
    // How it is connected matters only to the one rule about self-signed leaves: ask only then.
    const selfSigned = subject.selfSigned !== 'no' && subject.selfSigned !== 'invalid';
    const origin = subject.origin;
    yield evidence(
      selfSigned && subject.role === 'leaf' && origin.kind === 'store'
        ? { ...subject, origin: { ...origin, usages: await usagesOf(reader, entry) } }
        : subject,
    );
    if (subject.role === 'leaf' && !selfSigned && entry.rings.length === 0) {
      yield evidence(await chainSubject(subject, storeWorld(reader)));
    }
  }
  // Beside those that certificates name there are rings that hold nothing.
  for await (const ring of store.rings()) rings.set(ringKey(ring), ring);
  for (const { owner, name } of rings.values()) {
    try {
      yield* ringEvidence(reader, owner, name, judged, false);
    } catch (error) {
      if (!isRingtoolError(error)) throw error;
      yield notRead(`ring ${owner}/${name}`, error.message);
    }
  }
}

async function usagesOf(reader: StoreReader, entry: CertificateEntry): Promise<readonly Usage[]> {
  const usages: Usage[] = [];
  for (const { owner, name } of entry.rings) {
    const ring = await reader.view().ring(owner, name);
    const connection = ring?.connections.find((one) => sameCertificate(one, entry));
    if (connection) usages.push(connection.usage);
  }
  return usages;
}

function ringKey({ owner, name }: RingRef): string {
  return `${owner}/${name}`;
}
