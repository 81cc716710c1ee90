/** What is known of one operand, as data: for `ringtool about fidelity`, docs/fidelity.md and `ringtool explain`. */
import type { Confidence } from '../../core/message.ts';

export interface OperandFact {
  /** One line, in plain words. */
  readonly meaning: string;
  /** What holds when it is not written; null where nothing does, or where it must be written. */
  readonly fallback: string | null;
  /** How sure the meaning, the limits and the default are: as sure as the least sure of them. */
  readonly confidence: Confidence;
  /** Topic of the RACF Command Language Reference. */
  readonly topic: string;
}

/** Makes facts of one topic. */
export function factsOf(topic: string) {
  return (confidence: Confidence, meaning: string, fallback: string | null = null): OperandFact => ({
    meaning,
    fallback,
    confidence,
    topic,
  });
}
