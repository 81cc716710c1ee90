/**
 * The Certificate ID of a listing: owner and label in EBCDIC, as Base64.
 *
 * X'D9', one byte with the owner's length, the owner, the label, then blanks (X'40') up to a multiple of
 * three bytes, so that no `=` ever ends it. Derived from published listings; a SITE sample is not among them.
 */
import { toEbcdic } from './ebcdic.ts';
import { anchorOf, type Owner } from './owner.ts';

/** The ID, or null when the label holds characters that code page 1047 lacks. */
export function certificateId(owner: Owner, label: string): string | null {
  const anchor = anchorOf(owner);
  let bytes: Uint8Array;
  try {
    bytes = toEbcdic(anchor + label);
  } catch {
    return null;
  }
  const length = Math.ceil((bytes.length + 2) / 3) * 3;
  const whole = new Uint8Array(length).fill(0x40);
  whole[0] = 0xd9;
  whole[1] = anchor.length;
  whole.set(bytes, 2);
  return Buffer.from(whole).toString('base64');
}
