/**
 * The steps that people forget: noticed over a whole run, told at its end.
 *
 * Only what the run itself touched is spoken of, and only as things stand when it has ended.
 */
import type { CertificateEntry, RingEntry } from '../core/entities.ts';
import { hasPrivateKey } from '../core/entities.ts';
import { type RingRef, userOwner } from '../core/owner.ts';
import { FAILED_CODE } from '../core/return-code.ts';
import type { StoreView } from '../core/view.ts';
import type { JobNews } from './job-run.ts';

export interface Watch {
  note(news: JobNews): void;
  /** What seems to be forgotten, one sentence each. */
  forgotten(view: StoreView): Promise<readonly string[]>;
}

interface UserCertificate {
  readonly user: string;
  readonly label: string;
}

/** Most remarks of one kind; more would hide the rest. */
const MOST = 5;

export function watchForForgotten(): Watch {
  const made = new Map<string, UserCertificate>();
  const rings = new Map<string, RingRef>();
  /** Changed since the last refresh of the class. */
  const stale = new Set<string>();
  const refreshed = new Set<string>();
  return {
    note(news) {
      if (news.kind !== 'done' || news.result.returnCode >= FAILED_CODE) return;
      for (const className of news.result.refreshed) {
        stale.delete(className);
        refreshed.add(className);
      }
      for (const change of news.result.changes) {
        const { action, name, place } = change;
        if (place?.kind === 'ring') {
          stale.add('DIGTRING');
          rings.set(name, place);
        } else if (place?.kind === 'certificate') {
          stale.add('DIGTCERT');
          if (action === 'add' && place.owner.kind === 'user') {
            made.set(name, { user: place.owner.id, label: place.label });
          }
        }
      }
    },
    async forgotten(view) {
      const { raclisted } = await view.settings();
      return [
        ...missingRefresh(stale, refreshed, raclisted),
        ...some(await connectedNowhere(view, [...made.values()])),
        ...some(await withoutDefault(view, [...rings.values()])),
      ];
    },
  };
}

function some(sentences: readonly string[]): readonly string[] {
  if (sentences.length <= MOST) return sentences;
  return [...sentences.slice(0, MOST), `and ${sentences.length - MOST} more of this kind`];
}

/** A run that refreshes one class and not the other believes itself complete. */
function missingRefresh(
  stale: ReadonlySet<string>,
  refreshed: ReadonlySet<string>,
  raclisted: readonly string[],
): readonly string[] {
  return ['DIGTCERT', 'DIGTRING'].flatMap((missing) => {
    const [other] = [...refreshed].filter((each) => each.startsWith('DIGT') && each !== missing);
    if (!stale.has(missing) || !raclisted.includes(missing) || other === undefined) return [];
    return [`${other} is refreshed, ${missing} was changed and is not: SETROPTS RACLIST(${missing}) REFRESH`];
  });
}

async function connectedNowhere(view: StoreView, made: readonly UserCertificate[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { user, label } of made) {
    const entry = await view.certificate(userOwner(user), label);
    // A certificate in wait for its CA's answer, or without a key, has no business in a ring yet.
    if (entry === null || entry.rings.length > 0 || entry.requested || !hasPrivateKey(entry)) continue;
    if (await isBound(view, entry)) continue;
    found.push(`certificate '${label}' of ID(${user}) is connected to no ring: RACDCERT CONNECT`);
  }
  return found;
}

/** Some applications use tokens and no rings. */
async function isBound(view: StoreView, { der }: CertificateEntry): Promise<boolean> {
  const own = Buffer.from(der);
  const tokens = await view.tokens();
  return tokens.some(({ objects }) => objects.some((each) => each.type === 'certificate' && own.equals(each.der)));
}

async function withoutDefault(view: StoreView, touched: readonly RingRef[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { owner, name } of touched) {
    const ring = await view.ring(owner, name);
    if (ring === null || ring.connections.some((each) => each.default)) continue;
    if (await holdsOwnKey(view, ring)) {
      found.push(`ring ${owner}/${name} has a certificate with its key and no DEFAULT: RACDCERT CONNECT ... DEFAULT`);
    }
  }
  return found;
}

/** A certificate with its key, connected PERSONAL, makes the ring one of a server or a client that shows itself. */
async function holdsOwnKey(view: StoreView, { connections }: RingEntry): Promise<boolean> {
  for (const { owner, label, usage } of connections) {
    const entry: CertificateEntry | null = usage === 'PERSONAL' ? await view.certificate(owner, label) : null;
    if (entry !== null && hasPrivateKey(entry)) return true;
  }
  return false;
}
