/** A ring, real or virtual, with its certificates and the chains a handshake would build inside it. */
import type { Connection, RingEntry } from '../../core/entities.ts';
import { CERTAUTH, type Owner, SITE, sameCertificate, userOwner } from '../../core/owner.ts';
import { chainSubject, type ChainWorld } from '../chain-subject.ts';
import { type Evidence, evidence, notRead } from '../evidence.ts';
import type { IssuerElsewhere, RingMember, RingSubject } from '../subject.ts';
import { addressOf, entryName, readEntry, type ReadEntry, type StoreReader } from './store-reader.ts';
import { storeWorld } from './store-world.ts';
import { verifySignature } from '../../x509/verify.ts';

/** Evidence about one ring by name; `judged` holds the certificates that need no second look. */
export async function* ringEvidence(
  reader: StoreReader,
  owner: string,
  name: string,
  judged: Set<string>,
  named: boolean,
): AsyncGenerator<Evidence> {
  const where = `ring ${owner}/${name}`;
  const virtual = name === '*';
  const connections = virtual ? await virtualConnections(reader, owner) : await realConnections(reader, owner, name);
  if (connections === null) {
    yield notRead(where, `the store ${reader.location} has no such ring`, named);
    return;
  }
  const members: RingMember[] = [];
  const subjects: { member: RingMember; read: ReadEntry }[] = [];
  for (const connection of connections) {
    const entry = await reader.view().certificate(connection.owner, connection.label);
    const read = entry === null ? null : readEntry(entry);
    const member = { connection, entry, certificate: read?.certificate ?? null };
    members.push(member);
    if (read !== null) subjects.push({ member, read });
  }
  const ring: RingSubject = {
    kind: 'ring',
    what: where,
    where: `store ${reader.location}`,
    owner,
    name,
    virtual,
    members,
  };
  yield evidence(ring);
  for (const { member, read } of subjects) {
    const subject = await reader.subject(read, [member.connection.usage]);
    const key = entryName(read.entry);
    if (!judged.has(key)) {
      judged.add(key);
      yield evidence(subject);
    }
    const signedByAnother = subject.selfSigned === 'no' || subject.selfSigned === 'invalid';
    if (member.connection.usage === 'PERSONAL' && subject.role === 'leaf' && signedByAnother) {
      yield evidence(await chainSubject(subject, virtual ? storeWorld(reader) : ringWorld(reader, ring)));
    }
  }
}

async function realConnections(
  reader: StoreReader,
  owner: string,
  name: string,
): Promise<readonly Connection[] | null> {
  const ring: RingEntry | null = await reader.view().ring(owner, name);
  return ring?.connections ?? null;
}

/** `*AUTH*`, `*SITE*` or a user id: all its certificates, in their natural usage, none of them the default. */
async function virtualConnections(reader: StoreReader, name: string): Promise<readonly Connection[]> {
  const owner: Owner = name === '*AUTH*' ? CERTAUTH : name === '*SITE*' ? SITE : userOwner(name);
  const usage = owner.kind === 'certauth' ? 'CERTAUTH' : owner.kind === 'site' ? 'SITE' : 'PERSONAL';
  const entries = await reader.view().certificatesOf(owner);
  return entries.map((entry) => ({ owner, label: entry.label, usage, default: false }));
}

/** As System SSL sees a ring: what is NOTRUST is not there, and PERSONAL certificates vouch for nobody. */
function ringWorld(reader: StoreReader, ring: RingSubject): ChainWorld {
  return {
    scope: { kind: 'ring', owner: ring.owner, name: ring.name, virtual: ring.virtual },
    where: ring.what,
    issuers: async () =>
      ring.members.flatMap(({ connection, entry, certificate }) =>
        certificate !== null && entry?.status !== 'NOTRUST' && connection.usage !== 'PERSONAL' ? [certificate] : [],
      ),
    async elsewhere(certificate): Promise<IssuerElsewhere | null> {
      for (const candidate of await reader.issuers(certificate)) {
        if (verifySignature(certificate, candidate.certificate.publicKey.spki) === 'invalid') continue;
        const member = ring.members.find(({ connection }) => sameCertificate(connection, candidate.entry));
        const trusted = candidate.entry.status !== 'NOTRUST';
        const reason =
          member === undefined
            ? 'not-connected'
            : member.connection.usage === 'PERSONAL'
              ? 'connected-personal'
              : 'not-trusted';
        return { ...addressOf(candidate.entry), reason, trusted };
      }
      return null;
    },
  };
}
