/**
 * Every message that the manuals, transcripts and public programs name is in a catalogue, as sure as its source.
 *
 * What is listed here is the reference: ids, and how the text under them is known.
 */
import { expect, it } from 'vitest';
import type { Confidence, MessageText } from '../../src/core/message.ts';
import { CATALOGUE } from '../../src/racdcert/catalogue.ts';
import { NEVER_SAID } from '../../src/racdcert/fidelity/never-said.ts';
import { RACF_MESSAGES } from '../../src/racf/messages.ts';

const REFERENCE: Readonly<Record<Confidence, string>> = {
  documented: `
    IRRD114I IRRD115I IRRD116I IRRD120I IRRD121I IRRD128I IRRD130I IRRD133I IRRD136I IRRD140I IRRD141I IRRD142I
    IRRD146I IRRD156I IRRD159I IRRD160I IRRD165I IRRD169I IRRD174I IRRD179I IRRD191I IRRD192I IRRD194I
    IRRD201I IRRD202I IRRD203I IRRD204I IRRD205I IRRD206I IRRD207I IRRD208I IRRD209I IRRD210I
    IKJ56621I IKJ56702I IKJ56713I ICH408I`,
  seen: `
    IRRD101I IRRD105I IRRD107I IRRD109I IRRD113I IRRD147I IRRD175I IRRD199I
    ICH14063I ICH14070I ICH30001I IRRW204I IRRW206I IRRW210I`,
  assumed: `
    IRRD102I IRRD103I IRRD104I IRRD108I IRRD110I IRRD111I IRRD112I IRRD122I IRRD302I
    IKJ56500I IKJ56700A IKJ56701I IKJ56703A IKJ56709I IKJ56712I IKJ56716I IKJ56228I ICH408I`,
  own: '',
};

const SAID: readonly (readonly [string, MessageText])[] = Object.entries({ ...CATALOGUE, ...RACF_MESSAGES });

it('holds each of them with its confidence', () => {
  const kept = new Set([
    ...SAID.map(([id, { confidence }]) => `${id} ${confidence}`),
    ...NEVER_SAID.map(({ id, confidence }) => `${id} ${confidence}`),
  ]);
  const wanted = Object.entries(REFERENCE).flatMap(([confidence, ids]) =>
    ids
      .split(/\s+/)
      .filter((id) => id !== '')
      .map((id) => `${id} ${confidence}`),
  );
  expect(wanted.filter((each) => !kept.has(each))).toEqual([]);
});

it('says nothing of what it says that nobody says', () => {
  const said = new Set(SAID.map(([id]) => id));
  expect(NEVER_SAID.filter(({ id }) => said.has(id))).toEqual([]);
  expect(NEVER_SAID.filter(({ text, confidence }) => text === null && confidence === 'documented')).toEqual([]);
});
