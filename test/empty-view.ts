/** A view of a store that holds nothing, for tests that add what they need. */
import type { StoreView } from '../src/core/view.ts';
import { DEFAULT_SETTINGS } from '../src/store/settings.ts';

export const EMPTY_VIEW: StoreView = {
  settings: async () => DEFAULT_SETTINGS,
  certificate: async () => null,
  certificatesOf: async () => [],
  labelsOf: async () => new Set(),
  byIssuerAndSerial: async () => null,
  byPublicKey: async () => [],
  bySubject: async () => [],
  ring: async () => null,
  ringsOf: async () => [],
  key: async () => null,
  icsfKey: async () => null,
  mapping: async () => null,
  mappingsOf: async () => [],
  mappings: async () => [],
  token: async () => null,
  tokens: async () => [],
  user: async () => null,
  users: async () => [],
  group: async () => null,
  groups: async () => [],
  profile: async () => null,
  profilesOf: async () => [],
  owners: async () => [],
  knowsUsers: async () => false,
};
