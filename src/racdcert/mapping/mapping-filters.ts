/**
 * The two filters of a new mapping: as written, or cut from the names of a model certificate.
 *
 * RACF Command Language Reference, "RACDCERT MAP"; RACF Messages and Codes, IRRD140I, IRRD141I, IRRD142I, IRRD146I.
 */
import type { MappingEntry } from '../../core/entities.ts';
import type { CommandView } from '../../core/view.ts';
import type { Certificate } from '../../x509/certificate.ts';
import type { Context } from '../function.ts';
import { readInput } from '../data-sets/input-data-set.ts';
import { say } from '../messages.ts';
import { beginsWithPrefix, filterFrom } from './name-filter.ts';
import { readPackage } from '../data-sets/package.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';

export type Filters = Pick<MappingEntry, 'issuerFilter' | 'subjectFilter'>;

export interface FilterOperands {
  readonly SDNFILTER?: string;
  readonly IDNFILTER?: string;
  readonly PASSWORD?: string;
}

/** `model` is the data set with the model certificate; null for filters that are meant as they are written. */
export async function filtersFor(
  view: CommandView,
  model: string | null,
  operands: FilterOperands,
  context: Context,
): Promise<Filters | Refusal> {
  const { SDNFILTER: subject, IDNFILTER: issuer } = operands;
  if (subject === undefined && issuer === undefined) {
    return refuse(say('IRRD130I', { keyword: 'SDNFILTER or IDNFILTER' }));
  }
  if ([subject, issuer].some((each) => each !== undefined && !beginsWithPrefix(each))) {
    return refuse(say('IRRD140I', {}));
  }
  if (model === null) return { subjectFilter: subject ?? null, issuerFilter: issuer ?? null };
  const content = await readInput(view, model);
  if (isRefusal(content)) return content;
  const found = await readPackage(content, operands.PASSWORD, context.level);
  return isRefusal(found) ? found : cutFrom(found.subject, subject, issuer);
}

function cutFrom(model: Certificate, subject: string | undefined, issuer: string | undefined): Filters | Refusal {
  const ofSubject = subject === undefined ? null : filterFrom(model.subject, subject, 'SDNFILTER');
  if (isRefusal(ofSubject)) return ofSubject;
  const ofIssuer = issuer === undefined ? null : filterFrom(model.issuer, issuer, 'IDNFILTER');
  if (isRefusal(ofIssuer)) return ofIssuer;
  if (ofSubject !== null && ofIssuer?.partial) return refuse(say('IRRD146I', {}));
  return { subjectFilter: ofSubject?.filter ?? null, issuerFilter: ofIssuer?.filter ?? null };
}
