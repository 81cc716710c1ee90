/**
 * Messages: what an operator sees, spoken of in code by identifier and inserts.
 *
 * A catalogue (one per command family) holds each text once, with its severity and how sure we are of it.
 */

/** How sure we are that z/OS prints exactly this text under this id. */
export type Confidence =
  /** read in a manual */
  | 'documented'
  /** seen in a published transcript, or relied on by a public program */
  | 'seen'
  /** deduced, or remembered: the wording may differ on z/OS */
  | 'assumed'
  /** ringtool's own text: the real one is not known */
  | 'own';

export type Severity = 'information' | 'warning' | 'error' | 'severe';

/** One entry of a catalogue. Slots are written `{name}`. */
export interface MessageText {
  readonly text: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The return code the message carries when a command ends with it; a command takes the highest. */
  readonly returnCode: 0 | 4 | 8 | 12;
}

/** An entry of a catalogue; how severe it is follows from its return code. */
export function entry<const Text extends string>(
  text: Text,
  confidence: Confidence,
  returnCode: MessageText['returnCode'] = 8,
): MessageText & { readonly text: Text } {
  const severity = returnCode === 0 ? 'information' : returnCode === 4 ? 'warning' : 'error';
  return { text, severity, confidence, returnCode };
}

/** A message as handlers return it: the identifier and its inserts, no wording. */
export interface Message {
  readonly id: string;
  readonly inserts: Readonly<Record<string, string>>;
  /** Overrides the catalogue's code, where one id answers both a listing (4) and a change (8). */
  readonly returnCode?: 0 | 4 | 8 | 12;
}

/** Fills the slots of a text. A slot without an insert stays visible, so that a test can find it. */
export function fillSlots(text: string, inserts: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (slot, name: string) => inserts[name] ?? slot);
}

type SlotOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotOf<Rest> : never;

/** Exactly the inserts that a text has slots for. */
export type InsertsOf<Text extends string> = Readonly<Record<SlotOf<Text>, string>>;

/** Makes messages of one catalogue; the type checker holds inserts and slots together. */
export type Say<Catalogue extends Readonly<Record<string, MessageText>>> = <Id extends keyof Catalogue & string>(
  id: Id,
  inserts: InsertsOf<Catalogue[Id]['text']>,
) => Message;

/** The `say` of a catalogue. */
export function sayFrom<Catalogue extends Readonly<Record<string, MessageText>>>(
  _catalogue: Catalogue,
): Say<Catalogue> {
  return (id, inserts) => ({ id, inserts });
}
