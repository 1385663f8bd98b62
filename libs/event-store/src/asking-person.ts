import { AsyncLocalStorage } from 'node:async_hooks';

const asking = new AsyncLocalStorage<string>();

/** Does the work as reading for one person: until it is done, `Database.query` sees only what is theirs. */
export const readingFor = <T>(personId: string, work: () => T): T => asking.run(personId, work);

/** Whom the work that is going on reads for; undefined: it is the service's own. */
export const askingPerson = (): string | undefined => asking.getStore();
