/** All that a RACDCERT user can be told: its own messages, and those of the command language. */
import { TSO_MESSAGES } from '../tso/messages.ts';
import type { Catalogue } from '../tso/render.ts';
import { MESSAGES } from './messages.ts';

export const CATALOGUE: Catalogue = { ...TSO_MESSAGES, ...MESSAGES };
