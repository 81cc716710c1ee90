/** What a connection needs out of a ring or a label: leaf, key, intermediates in order, and trust anchors. */
import type { CertificateEntry, Connection, RingEntry } from '../core/entities.ts';
import { RingtoolError } from '../core/errors.ts';
import { isRingName, isUserId } from '../core/names.ts';
import { anchorOf, CERTAUTH, type CertificateRef, type Owner, ownerText, SITE, userOwner } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import { buildChain } from '../x509/chain.ts';
import { isSelfSigned } from '../x509/verify.ts';

export interface Material {
  readonly entry: CertificateEntry;
  readonly pkcs8: Uint8Array | null;
  /** DER; each the issuer of the one before, without the root. */
  readonly intermediates: readonly Uint8Array[];
  /** The self-signed end of the chain, when it was found. */
  readonly root: Uint8Array | null;
  /** DER; what a partner's chain may end in. */
  readonly anchors: readonly Uint8Array[];
}

/** Reads `OWNER/RING`. */
export function parseRingName(text: string): { readonly owner: string; readonly name: string } {
  const slash = text.indexOf('/');
  const owner = text.slice(0, Math.max(slash, 0)).toUpperCase();
  const name = text.slice(slash + 1);
  if (slash < 0 || !isUserId(owner) || !isRingName(name)) {
    throw new RingtoolError('cli/usage', `"${text}" does not name a ring`, {
      hint: 'write it as OWNER/RING, e.g. TCPCS/TLSRING',
    });
  }
  return { owner, name };
}

/** Reads `CERTAUTH`, `SITE` or a user id. */
export function parseOwner(text: string): Owner {
  const word = text.toUpperCase();
  if (word === 'CERTAUTH') return CERTAUTH;
  if (word === 'SITE') return SITE;
  if (!isUserId(word)) throw new RingtoolError('cli/usage', `"${text}" is neither a user id nor CERTAUTH nor SITE`);
  return userOwner(word);
}

/** The inverse of `parseOwner`. */
function ownerWord(owner: Owner): string {
  return owner.kind === 'user' ? owner.id : owner.kind.toUpperCase();
}

const trusted = (entry: CertificateEntry): boolean => entry.status !== 'NOTRUST';

/** Which certificate of a ring is meant; `withKey` when its private key is to leave the store. */
export interface Wanted {
  readonly label: string | undefined;
  /** Tells two certificates of one label apart. */
  readonly owner: string | undefined;
  readonly withKey: boolean;
}

interface Connected {
  readonly connection: Connection;
  readonly entry: CertificateEntry;
}

async function connected(view: StoreView, ring: RingEntry): Promise<readonly Connected[]> {
  const found: Connected[] = [];
  for (const connection of ring.connections) {
    const entry = await view.certificate(connection.owner, connection.label);
    if (entry !== null) found.push({ connection, entry });
  }
  return found;
}

const nameOf = ({ owner, label }: CertificateRef): string => `${ownerText(owner)} "${label}"`;

/** The certificate named, or the ring's default when none is. Labels are unique per owner only. */
function leafOfRing(ring: RingEntry, all: readonly Connected[], wanted: Wanted): CertificateEntry {
  const where = `ring ${ring.owner}/${ring.name}`;
  const owner = wanted.owner === undefined ? undefined : anchorOf(parseOwner(wanted.owner));
  const matches = all.filter(({ connection }) =>
    wanted.label === undefined
      ? connection.default
      : connection.label === wanted.label && (owner === undefined || anchorOf(connection.owner) === owner),
  );
  if (matches.length === 0) throw notInRing(where, all, wanted);
  const chosen = likeliest(matches);
  if (chosen === null) {
    throw new RingtoolError('cli/usage', `${where} has ${matches.map(({ entry }) => nameOf(entry)).join(' and ')}`, {
      hint: '--owner says whose is meant',
    });
  }
  // The key of an authority makes certificates for everybody: it does not leave for having a label in common.
  const { connection, entry } = chosen;
  if (wanted.withKey && connection.usage === 'CERTAUTH' && entry.keyId !== null && owner === undefined) {
    throw new RingtoolError('cli/usage', `${nameOf(entry)} is connected to ${where} as a certificate authority`, {
      hint: `its private key is exported only when asked for by --label and --owner ${ownerWord(entry.owner)}`,
    });
  }
  return entry;
}

/** The default, else the only one in use as PERSONAL, else the only one; null when that leaves several. */
function likeliest(matches: readonly Connected[]): Connected | null {
  const ranks = [
    matches.filter(({ connection }) => connection.default),
    matches.filter(({ connection }) => connection.usage === 'PERSONAL'),
    matches,
  ];
  const first = ranks.find((rank) => rank.length > 0) ?? [];
  return first.length === 1 ? (first[0] ?? null) : null;
}

function notInRing(where: string, all: readonly Connected[], { label, owner }: Wanted): RingtoolError {
  if (label === undefined) {
    const hint = '--label names the certificate';
    return new RingtoolError('file/absent', `${where} has no default certificate`, { hint });
  }
  const of = owner === undefined ? '' : ` of ${ownerText(parseOwner(owner))}`;
  return new RingtoolError('file/absent', `${where} has no certificate${of} labelled "${label}"`, {
    hint: all.length === 0 ? 'the ring is empty' : `it has ${all.map(({ entry }) => nameOf(entry)).join(', ')}`,
  });
}

async function complete(
  view: StoreView,
  entry: CertificateEntry,
  near: readonly CertificateEntry[],
): Promise<Material> {
  const findIssuers = async ({ issuer }: Certificate): Promise<readonly Certificate[]> => {
    const anywhere = await view.bySubject(issuer.der);
    return [...near, ...anywhere].filter(trusted).map(({ der }) => parseCertificate(der));
  };
  const leaf = parseCertificate(entry.der);
  const chain = await buildChain(leaf, findIssuers);
  const above = chain.certificates.slice(1);
  const last = chain.certificates.at(-1);
  const root = chain.complete && last !== undefined ? last.der : null;
  const pkcs8 = entry.keyId === null ? null : ((await view.key(entry.keyId))?.pkcs8 ?? null);
  const intermediates = above.map(({ der }) => der).filter((der) => der !== root);
  return { entry, pkcs8, intermediates, root, anchors: root === null ? [] : [root] };
}

/** Material of a ring: its CERTAUTH connections are what the partner is measured by. */
export async function ringMaterial(view: StoreView, ringText: string, wanted: Wanted): Promise<Material> {
  const { owner, name } = parseRingName(ringText);
  const ring = await view.ring(owner, name);
  if (ring === null) throw new RingtoolError('file/absent', `there is no ring ${owner}/${name}`);
  const all = await connected(view, ring);
  const entry = leafOfRing(ring, all, wanted);
  const authorities = all
    .filter((one) => one.connection.usage === 'CERTAUTH' && trusted(one.entry))
    .map((one) => one.entry);
  const material = await complete(view, entry, authorities);
  return { ...material, anchors: anchorsOf(authorities, material) };
}

/** Self-signed authorities of the ring come first: OpenSSL wants a chain to end in one. */
function anchorsOf(authorities: readonly CertificateEntry[], { root, anchors }: Material): readonly Uint8Array[] {
  const ders = authorities.map(({ der }) => der);
  const roots = ders.filter((der) => isSelfSigned(parseCertificate(der)) !== 'invalid');
  const others = ders.filter((der) => !roots.includes(der));
  const own = root !== null && roots.length === 0 ? anchors : [];
  return [...roots, ...own, ...others];
}

/** Material of one certificate by owner and label; its own root is the anchor. */
export async function labelMaterial(view: StoreView, ownerWord: string, label: string): Promise<Material> {
  const owner = parseOwner(ownerWord);
  const entry = await view.certificate(owner, label);
  if (entry === null)
    throw new RingtoolError('file/absent', `${ownerText(owner)} has no certificate labelled "${label}"`);
  return complete(view, entry, []);
}
