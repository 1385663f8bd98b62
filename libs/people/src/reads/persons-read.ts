import { accept, type Command, type Decider, type DomainEvent, nothing, type Rejection } from '@kull/kernel';

/** Somebody looked at what is another's: one entry for one person, and for a list with all who stand in it. */
export type PersonsRead = DomainEvent<
  'PersonsRead',
  {
    readonly reader: string;
    readonly role: string;
    /** The operation by which it was read, as the API names it: `getStudent`. It says what was read, and why. */
    readonly operation: string;
    readonly persons: readonly string[];
  }
>;

export type NoteRead = Command<'NoteRead', PersonsRead['data']>;

interface Noted {
  readonly persons: ReadonlySet<string>;
}

/**
 * What one reader has read by one operation within an hour. Whoever leafs back and forth has looked once; whoever has
 * come to the list since is noted as well.
 */
export const personsRead: Decider<Noted, NoteRead, PersonsRead, Rejection<never>> = {
  category: 'read',
  initial: { persons: new Set() },
  decide: (state, { data }) => {
    const persons = [...new Set(data.persons)].filter((person) => !state.persons.has(person)).sort();
    return persons.length === 0 ? nothing : accept({ type: 'PersonsRead', data: { ...data, persons } });
  },
  evolve: ({ persons }, { data }) => ({ persons: new Set([...persons, ...data.persons]) }),
};
