/**
 * RACDCERT ADD: installs a certificate or a package from a data set.
 *
 * RACF Command Language Reference, "RACDCERT ADD". The issuers of a package go to CERTAUTH, the root first, so
 * that each certificate is judged by an issuer that is there already. One refusal, and nothing is added.
 */
import { CERTAUTH } from '../../core/owner.ts';
import { dataSet } from '../../tso/declare.ts';
import { listingName } from '../../x509/name.ts';
import { defineFunction } from '../function.ts';
import { readInput } from '../input-data-set.ts';
import { install, newWork, plannedAddition } from '../installation.ts';
import { say } from '../messages.ts';
import { readPackage } from '../package.ts';
import { concluded, isRefusal, refused } from '../refusal.ts';

export const add = defineFunction({
  name: 'ADD',
  summary: 'Install a certificate or a package from a data set',
  value: dataSet(),
  owner: 'certificate',
  operands: ['TRUST', 'NOTRUST', 'HIGHTRUST', 'WITHLABEL', 'PASSWORD', 'PKDS', 'ICSF', 'PCICC'],
  async run(view, { value, owner, operands }, context) {
    const content = await readInput(view, value ?? '');
    if (isRefusal(content)) return refused(content);
    const found = await readPackage(content, operands.PASSWORD, context.level);
    if (isRefusal(found)) return refused(found);
    const work = newWork(view, context);
    const addition = await plannedAddition(work, owner, found.subject, found.pkcs8, operands);
    if (isRefusal(addition)) return refused(addition);
    for (const issuer of found.issuers) {
      const known = await view.byIssuerAndSerial(issuer.issuer.der, issuer.serial);
      if (known !== null) {
        work.messages.push(say('RNGT020I', { subject: listingName(issuer.subject) }));
        continue;
      }
      const plain = { owner: CERTAUTH, certificate: issuer, label: undefined, asked: null, key: null };
      const refusal = await install(work, { kind: 'addition', ...plain });
      if (refusal !== null) return refused(refusal);
    }
    const refusal = await install(work, addition);
    if (refusal !== null) return refused(refusal);
    return concluded(work.messages, { changes: work.changes });
  },
});
