import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLines } from '@kull/tables';
import { z } from 'zod';

/** Somebody whom one may log in as. */
export interface StoryPerson {
  /** As the form of the page names them; says nothing of who they are. */
  readonly id: string;
  readonly name: string;
  readonly tells: string;
  /** The way to log in that knows them. */
  readonly login: string;
  /** What the claim of that way says of them. */
  readonly loginName: string;
  /** The level of assurance that they log in with, where the way has levels. */
  readonly acr?: string;
  /** What the provider says of the name, where it does. */
  readonly givenNames?: string;
  readonly familyName?: string;
}

const told = z.array(z.looseObject({ name: z.string(), studentNo: z.string(), tells: z.string() }));
/** People who were never here: nothing in the data of the demonstration is about them. */
const strangers = z.array(
  z.strictObject({
    id: z.string(),
    givenNames: z.string(),
    familyName: z.string(),
    nationalId: z.string(),
    tells: z.string(),
  }),
);
const accounts = z.array(
  z.looseObject({
    code: z.string(),
    name: z.string(),
    tells: z.string(),
    login: z.string(),
    loginName: z.string(),
    acr: z.string().optional(),
  }),
);

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** National ids of a file of the demonstration, by application or student number. */
const nationalIdsIn = async (file: string, numbered: string): Promise<ReadonlyMap<string, string>> => {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  const [header = [], ...lines] = await csvLines(text, { delimiter: ';', emptyLines: 'left out' });
  const [number, nationalId] = [header.indexOf(numbered), header.indexOf('national_id')];
  return new Map(lines.map((line) => [line[number]!, line[nationalId]!]));
};

/**
 * Whoever has a story in the demonstration data: its personas, and applicants without a place and newcomers, log in with
 * ID-porten; its accounts as they say.
 */
export const storyPersonsIn = async (demo: string): Promise<readonly StoryPerson[]> => {
  const nationalIds = new Map([
    ...(await nationalIdsIn(join(demo, 'nlp-2026-intake/applications.csv'), 'application_no')),
    ...(await nationalIdsIn(join(demo, 'nla-2026-spring/participants.csv'), 'student_no')),
  ]);
  const personas = told.parse(json(join(demo, 'nlp-2026-cohort/personas.json')));
  const applicants = told.parse(json(join(demo, 'applicants.json')));
  const persons = [...personas, ...applicants].map(({ name, studentNo, tells }) => ({
    id: studentNo,
    name,
    tells,
    login: 'id-porten',
    loginName: nationalIds.get(studentNo)!,
    acr: 'idporten-loa-high',
  }));
  const newcomers = strangers.parse(json(join(demo, 'newcomers.json'))).map(({ nationalId, ...person }) => ({
    ...person,
    name: `${person.givenNames} ${person.familyName}`,
    login: 'id-porten',
    loginName: nationalId,
    acr: 'idporten-loa-high',
  }));
  const staff = accounts
    .parse(json(join(demo, 'accounts.json')))
    .map(({ code, ...person }) => ({ id: code, ...person }));
  return [...persons, ...newcomers, ...staff];
};
