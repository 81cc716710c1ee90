/** The mark of a certificate that a request was made from (field CERTGREQ), which DELETE minds. */
import type { Release } from '../core/release.ts';

/** z/OS Summary of interface changes 2.1, "RACF database templates": the field came then, and its protection. */
export const MARKED_SINCE: Release = '2.1';
