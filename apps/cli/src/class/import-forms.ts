import type { WantedColumn } from '@kull/tables';

/** How a cell is written for the service: as it is, with a decimal point, or as an instant with its offset. */
type Writing = 'text' | 'hours' | 'instant';

interface ImportColumn extends WantedColumn {
  readonly writing?: Writing;
}

/** One kind of list that a class takes in: where it goes, and its columns as the service and as people name them. */
export interface ImportForm {
  readonly path: (session: string) => string;
  readonly needsSession?: true;
  readonly columns: readonly ImportColumn[];
}

const studentNo: ImportColumn = {
  key: 'student_no',
  title: 'Studentnummer',
  synonyms: ['Studentnr', 'Student nr', 'Kandidatnummer', 'Søknadsnummer'],
};

const instant = (key: string, title: string, ...synonyms: string[]): ImportColumn => ({
  key,
  title,
  synonyms,
  writing: 'instant',
});

/** The lists by the name that `--as` gives them. */
export const importForms = {
  participants: {
    path: () => 'participant-imports',
    columns: [
      studentNo,
      { key: 'family_name', title: 'Etternavn' },
      { key: 'given_names', title: 'Fornavn', synonyms: ['Fornavn og mellomnavn'] },
      { key: 'national_id', title: 'Fødselsnummer', synonyms: ['Fnr', 'Personnummer'] },
      { key: 'email', title: 'E-post', synonyms: ['Epostadresse', 'Mail'], optional: true },
      { key: 'phone', title: 'Telefon', synonyms: ['Mobil', 'Mobiltelefon', 'Tlf'], optional: true },
      { key: 'language', title: 'Målform', synonyms: ['Språk'], optional: true },
      { key: 'hpr_number', title: 'HPR-nummer', synonyms: ['HPR'], optional: true },
      { key: 'participant_status', title: 'Deltakerstatus', synonyms: ['Status'] },
    ],
  },
  attendance: {
    path: () => 'attendance-imports',
    columns: [
      { key: 'session_code', title: 'Økt', synonyms: ['Øktkode'] },
      studentNo,
      { key: 'attended_hours', title: 'Timer', synonyms: ['Timer til stede'], writing: 'hours' },
      { key: 'observed_by', title: 'Sett av', synonyms: ['Registrert av'] },
      instant('observed_at', 'Sett', 'Tidspunkt', 'Registrert'),
    ],
  },
  results: {
    path: () => 'result-imports',
    columns: [
      studentNo,
      { key: 'assessment', title: 'Vurdering', synonyms: ['Eksamen', 'Vurderingskode'] },
      { key: 'result', title: 'Resultat', synonyms: ['Karakter'] },
      { key: 'graded_by', title: 'Sensor', synonyms: ['Sensurert av'] },
      { key: 'attested_by', title: 'Attestert av', optional: true },
      { ...instant('attested_at', 'Attestert', 'Attestert dato'), optional: true },
    ],
  },
  parts: {
    path: () => 'part-imports',
    columns: [
      studentNo,
      { key: 'part', title: 'Del', synonyms: ['Obligatorisk del', 'Arbeidskrav'] },
      instant('fulfilled_at', 'Fullført', 'Fullført dato'),
      { key: 'reported_by', title: 'Meldt av', synonyms: ['Registrert av'] },
    ],
  },
  sheet: {
    path: (session) => `registers/${encodeURIComponent(session)}/sheet-imports`,
    needsSession: true,
    columns: [
      { key: 'row_code', title: 'Radkode', synonyms: ['Kode'] },
      { key: 'presence', title: 'Oppmøte', synonyms: ['Merke', 'T/F/G'] },
      { key: 'late_hours', title: 'Timer sent', synonyms: ['Sent'], optional: true, writing: 'hours' },
      { key: 'left_early_hours', title: 'Timer tidlig', synonyms: ['Tidlig'], optional: true, writing: 'hours' },
      { key: 'observed_by', title: 'Sett av', synonyms: ['Registrert av'], optional: true },
    ],
  },
} as const satisfies Readonly<Record<string, ImportForm>>;

export type ImportKind = keyof typeof importForms;

export const importKinds = Object.keys(importForms) as readonly ImportKind[];
