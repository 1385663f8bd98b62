import { type Language, languages } from '@kull/kernel';
import type { MappedColumn, TableReading, WantedColumn } from '@kull/tables';
import { type ApplicationColumn, type ApplicationRecord, applicationColumns } from '../domain/application-facts';
import { applicationColumnNames } from '../words/application-columns';

const named: Readonly<Record<ApplicationColumn, readonly [title: string, ...synonyms: string[]]>> = {
  application_no: ['Søknadsnummer', 'Søknadsnr', 'Søknad'],
  submitted_at: ['Sendt', 'Innsendt', 'Sendt inn'],
  family_name: ['Etternavn'],
  given_names: ['Fornavn'],
  national_id: ['Fødselsnummer', 'Fnr'],
  email: ['E-post', 'Epostadresse'],
  phone: ['Telefon', 'Mobil', 'Mobiltelefon'],
  language: ['Målform', 'Språk'],
  municipality_code: ['Kommunenummer', 'Kommunenr'],
  employer: ['Arbeidsgiver'],
  employer_org_no: ['Organisasjonsnummer', 'Orgnr', 'Arbeidsgivers orgnr'],
  service_area: ['Tjenesteområde', 'Tjeneste'],
  profession: ['Profesjon', 'Yrke'],
  position_title: ['Stilling', 'Stillingstittel'],
  leader_role: ['Leder', 'Lederrolle'],
  personnel_responsibility: ['Personalansvar'],
  budget_responsibility: ['Budsjettansvar'],
  years_experience: ['Års erfaring', 'Erfaring'],
  highest_education: ['Høyeste utdanning', 'Utdanning'],
  ects_credits: ['Studiepoeng'],
  physician: ['Lege'],
  physician_role: ['Legerolle'],
  hpr_number: ['HPR-nummer', 'HPR-nr', 'HPR'],
  employer_confirmed_at: ['Bekreftet av arbeidsgiver', 'Arbeidsgivers bekreftelse'],
  recommended_by: ['Anbefalt av', 'Anbefaling'],
  class_wishes: ['Ønsker', 'Klasseønsker'],
};

/** The columns of applications as people may have named them. None has to be there: what is missing is asked for. */
export const applicationTable: readonly WantedColumn<ApplicationColumn>[] = applicationColumns.map((key) => {
  const [title, ...synonyms] = named[key];
  const inLanguages = languages.map((language) => applicationColumnNames[language][key]);
  return { key, title, synonyms: [...synonyms, ...inLanguages], optional: true };
});

/** What a column is called where the file lacks it. */
export const columnTitle = (key: ApplicationColumn, language: Language): string =>
  applicationColumnNames[language][key];

/** Headers by the column that somebody said they are; an empty text says that the file has none. */
export type ChosenColumns = Partial<Readonly<Record<ApplicationColumn, string>>>;

/** How the file was understood, and its rows by it. */
export interface UnderstoodFile {
  readonly columns: readonly MappedColumn<ApplicationColumn>[];
  /** Columns that nobody has found or done without yet. */
  readonly missing: readonly ApplicationColumn[];
  readonly records: readonly ApplicationRecord[];
}

/** Reads the rows by the columns that were recognised and those that somebody chose. */
export const understood = (table: TableReading<ApplicationColumn>, chosen: ChosenColumns): UnderstoodFile => {
  const asChosen = new Map(Object.entries(chosen).map(([key, header]) => [header, key as ApplicationColumn]));
  const columns = table.columns.map(({ header, column }) => ({ header, column: asChosen.get(header) ?? column }));
  const at = applicationColumns.map((key) => [key, columns.findIndex(({ column }) => column === key)] as const);
  return {
    columns,
    missing: at.filter(([key, index]) => index === -1 && chosen[key] === undefined).map(([key]) => key),
    records: table.rows.map(
      ({ cells }) => Object.fromEntries(at.map(([key, index]) => [key, cells[index] ?? ''])) as ApplicationRecord,
    ),
  };
};
