import type { People } from '@kull/people';
import type { LoginName } from './account';

/** The name as events have it. Capitals are none: providers do not keep them apart (`MLI@bi.no` is `mli@bi.no`). */
export const loginNameOf = (people: People, login: string, name: string): LoginName => ({
  login,
  fingerprint: people.fingerprint({ login, name: name.trim().toLowerCase() }),
});
