/** Reads everything, to the innermost value: the bytes are strict DER throughout. */
import { childrenOf, isConstructed, readDer } from '../../src/der/reader.ts';

export function checkDer(bytes: Uint8Array): void {
  const open = [readDer(bytes)];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isConstructed(value)) open.push(...childrenOf(value));
  }
}
