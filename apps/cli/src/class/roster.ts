import { z } from 'zod';
import type { KullClient } from '../service/client';

const person = {
  studentNo: z.string(),
  familyName: z.string().nullish(),
  givenNames: z.string().nullish(),
  language: z.string().nullish(),
};

/** Where a student stands: in the class, away, gone, or not come yet. */
const standing = z.looseObject({
  kind: z.string(),
  from: z.string().optional(),
  until: z.string().optional(),
  on: z.string().optional(),
  to: z.looseObject({ code: z.string() }).optional(),
});

const roster = z.looseObject({
  class: z.looseObject({ code: z.string(), site: z.string(), capacity: z.number() }),
  validOn: z.string(),
  students: z.array(
    z.looseObject({
      ...person,
      enteredOn: z.string().optional(),
      transferredFrom: z.looseObject({ code: z.string() }).optional(),
      standing,
    }),
  ),
  guests: z.array(
    z.looseObject({
      gathering: z.number(),
      guests: z.array(z.looseObject({ ...person, homeClass: z.looseObject({ code: z.string() }) })),
    }),
  ),
});

export type Roster = z.infer<typeof roster>;
export type RosterStudent = Roster['students'][number];

/** The list of a class. `query`: as of when. */
export const rosterOf = (client: KullClient, at: string, query = ''): Promise<Roster> =>
  client.get(`${at}/roster${query}`, roster);

/** A name as lists have it, or the number of somebody whom nobody knows any more. */
export const nameIn = ({ familyName, givenNames, studentNo }: Pick<RosterStudent, keyof typeof person>): string =>
  familyName ? [familyName, givenNames].filter(Boolean).join(', ') : `(${studentNo})`;

/** Names by student number: of the students, and of the guests. */
export const namesIn = ({ students, guests }: Roster): ReadonlyMap<string, string> =>
  new Map([...students, ...guests.flatMap((one) => one.guests)].map((one) => [one.studentNo, nameIn(one)] as const));
