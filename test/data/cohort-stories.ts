/** Whoever in the demonstration has a story to tell (ux.md 3.3): where to find them, and what to look for. */
interface Persona {
  readonly name: string;
  readonly class: string;
  readonly studentNo: string;
  readonly story: string;
  readonly tells: string;
}

const persona = (name: string, of: string, studentNo: string, story: string, tells: string): Persona => ({
  name,
  class: of,
  studentNo,
  story,
  tells,
});

/** In the order of ux.md 3.3, then those of the cohort's year. */
export const personas: readonly Persona[] = [
  persona(
    'Kari Nordmann',
    'NLP-2026/OSLO-2',
    'A26-000004',
    'ATTENDANCE_AT_RISK',
    'Har vært borte 11 halvdager: én til, og kravet kan ikke nås',
  ),
  persona(
    'Amir Haddad',
    'NLA-2026V-1',
    'S260022',
    'HPR_UNKNOWN',
    'Kurspoengene er holdt tilbake: HPR-nummeret finnes ikke i registeret',
  ),
  persona('Siv Sæther', 'NLP-2026/OSLO-2', 'A26-000058', 'NYNORSK', 'Har valgt nynorsk, og har vært med på alt'),
  persona(
    'Kari Testesen',
    'NLA-2026V-1',
    'S260001',
    'CERTIFICATE_REPLACED',
    'Kursbeviset er erstattet: navnet er rettet til Testesen Prøve',
  ),
  persona(
    'Liv Eksempel',
    'NLA-2026V-1',
    'S260003',
    'CERTIFICATE_REVOKED',
    'Kursbeviset er trukket tilbake: resultatet er endret etter klage',
  ),
  persona(
    'Ola Hansen',
    'NLP-2026/OSLO-3',
    'A26-000324',
    'BETTER_OFFER_DECLINED',
    'Takket nei til OSLO-2 i runde 3, og beholdt OSLO-3',
  ),
  persona('Eli Lund', 'NLP-2026/OSLO-2', 'A26-900002', 'APPLIED_TWICE', 'Søkte to ganger: den siste søknaden teller'),
  persona(
    'Per Olsen',
    'NLP-2026/OSLO-2',
    'A26-000005',
    'ARBITRARY_HPR_NUMBER',
    'Lege som skrev 1 som HPR-nummer, og konkurrerte i allmenn kvote',
  ),
  persona(
    'Nora Ragnhild Strand',
    'NLP-2026/OSLO-2',
    'A26-000128',
    'ATTENDANCE_AT_RISK',
    'Kan være borte noen timer til, men ikke en hel halvdag',
  ),
  persona(
    'Mari Martinsen Hansen',
    'NLP-2026/TRONDHEIM-1',
    'A26-000090',
    'ATTENDANCE_IMPOSSIBLE',
    'Kan ikke nå kravet til oppmøte lenger',
  ),
  persona(
    'Håvard Pettersen',
    'NLP-2026/TRONDHEIM-1',
    'A26-000120',
    'TRANSFERRED',
    'Begynte i OSLO-3, og flyttet til TRONDHEIM-1 i oktober',
  ),
  persona('Knut Hansen', 'NLP-2026/TRONDHEIM-1', 'A26-000154', 'WITHDRAWN', 'Sluttet etter første samling: ny jobb'),
  persona('Bjørg Brekke', 'NLP-2026/OSLO-2', 'A26-000304', 'WITHDRAWN', 'Sluttet etter andre samling: familie'),
  persona('Ulf-Erik Dahl', 'NLP-2026/OSLO-1', 'A26-000131', 'ON_LEAVE', 'Har permisjon til midten av mars'),
  persona('Åse Thi Halvorsen', 'NLP-2026/OSLO-1', 'A26-000048', 'MADE_UP_ELSEWHERE', 'Tok igjen samling 3 i OSLO-2'),
  persona(
    'Kari Sørensen',
    'NLP-2026/OSLO-3',
    'A26-000062',
    'ABSENCE_EXCUSED',
    'Meldte fravær på samling 4, og fikk det godkjent som gyldig',
  ),
  persona(
    'Inga Tone Berg',
    'NLP-2026/OSLO-1',
    'A26-000359',
    'MARKS_DISAGREE',
    'To har merket forskjellig i økt 4-2F: uenigheten venter på avgjørelse',
  ),
];

/** What happened to places and absences in the year, each by one operation of the API, when the clock shows `at`. */
export const happenings = [
  {
    at: '2026-09-24T10:00:00+02:00',
    kind: 'WITHDRAWAL',
    class: 'TRONDHEIM-1',
    studentNo: 'A26-000154',
    on: '2026-09-25',
    reasonClass: 'NEW_JOB',
  },
  {
    at: '2026-09-28T09:30:00+02:00',
    kind: 'TRANSFER',
    class: 'OSLO-3',
    studentNo: 'A26-000120',
    to: 'TRONDHEIM-1',
    on: '2026-10-05',
  },
  {
    at: '2026-10-28T14:00:00+01:00',
    kind: 'WITHDRAWAL',
    class: 'OSLO-2',
    studentNo: 'A26-000304',
    on: '2026-11-01',
    reasonClass: 'FAMILY',
  },
  {
    at: '2026-11-17T08:10:00+01:00',
    kind: 'ABSENCE',
    class: 'OSLO-1',
    studentNo: 'A26-000048',
    sessions: ['3-2F', '3-2E', '3-3F', '3-3E'],
    reason: 'CARE',
    decision: { outcome: 'EXCUSED', basis: 'STATEMENT' },
  },
  {
    at: '2026-11-19T11:00:00+01:00',
    kind: 'MAKE_UP',
    class: 'OSLO-1',
    studentNo: 'A26-000048',
    gathering: 3,
    in: 'OSLO-2',
  },
  {
    at: '2026-12-14T13:00:00+01:00',
    kind: 'LEAVE',
    class: 'OSLO-1',
    studentNo: 'A26-000131',
    from: '2027-01-04',
    until: '2027-03-12',
    reasonClass: 'PARENTAL_LEAVE',
  },
  {
    at: '2027-02-04T15:20:00+01:00',
    kind: 'ABSENCE',
    class: 'OSLO-3',
    studentNo: 'A26-000062',
    sessions: ['4-2F', '4-2E'],
    reason: 'ILLNESS',
    decision: { outcome: 'EXCUSED', basis: 'DOCUMENT_SHOWN' },
  },
] as const;
