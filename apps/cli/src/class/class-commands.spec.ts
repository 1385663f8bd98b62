import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classList, rosterAnswer, StubService } from '../testing/stub-service';

const at = '/classes/cls_2';
const session = {
  session: '4-2F',
  title: 'Ledelse av innovasjon og endring, dag 2, formiddag',
  startsAt: '2027-02-17T08:00:00.000Z',
  hours: 4,
  gathering: 4,
  room: 'BI-A2-085',
  status: 'open',
  expected: 2,
  present: 0,
  absent: 1,
  excused: 0,
  unmarked: 1,
  conflicts: 1,
} as const;
const whole = { attendedHours: 4, lateHours: 0, leftEarlyHours: 0 };
const marks = [
  {
    id: 'm1',
    ...whole,
    presence: 'ABSENT',
    attendedHours: 0,
    observedBy: 'admin-2',
    observedAt: '2027-02-17T07:20:00.000Z',
    device: 'phone-2',
  },
  {
    id: 'm2',
    ...whole,
    presence: 'PRESENT',
    lateHours: 0.5,
    attendedHours: 3.5,
    observedBy: 'admin-1',
    observedAt: '2027-02-17T07:35:00.000Z',
  },
];

describe('the commands about a class', () => {
  const service = new StubService();
  let folder: string;
  const path = (name: string): string => join(folder, name);

  beforeAll(() => service.start());
  afterAll(() => service.stop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kull-class-'));
    service.asked.length = 0;
    service.answers = classList;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  describe('know a class by its name', () => {
    it('and say which there are', async () => {
      const { code, err } = await service.run('class', 'roster', 'NLP-2026/OSLO-9');
      expect(code).toBe(2);
      expect(err).toContain('Fant ikke klassen NLP-2026/OSLO-9');
      expect(err).toContain('NLP-2026/OSLO-1, NLP-2026/OSLO-2');
    });

    it('also one without an intake', async () => {
      service.answers = { ...classList, 'GET /classes/cls_9/registers': { data: [] } };
      expect((await service.run('class', 'register', 'NLA-2026V-1')).code).toBe(0);
    });
  });

  describe('roster', () => {
    it('shows students and guests, and who has left', async () => {
      service.answers = { ...classList, [`GET ${at}/roster`]: rosterAnswer };
      const { code, out } = await service.run('class', 'roster', 'NLP-2026/OSLO-2');
      expect(code).toBe(0);
      expect(out).toContain('NLP-2026/OSLO-2, Oslo: 1 student på 54 plasser.');
      expect(out).toMatch(/Nordmann, Kari +A26-000004/);
      expect(out).toMatch(/Brekke, Bjørg .* sluttet søn\. 1\. november 2026/);
      expect(out).toMatch(/Gjester på samling 3:\n {2}Halvorsen, Åse Thi +A26-000048 +fra OSLO-1/);
    });

    it('writes the file of the service as it was known and valid', async () => {
      const query = '?knownAt=2027-02-17T12%3A00%3A00%2B01%3A00&validOn=2027-02-16';
      service.answers = { ...classList, [`GET ${at}/files/roster.csv${query}`]: Buffer.from('Navn') };
      const asOf = ['--known-at', '2027-02-17T12:00:00+01:00', '--valid-on', '2027-02-16'];
      const { code } = await service.run('class', 'roster', 'NLP-2026/OSLO-2', ...asOf, '--out', path('liste.csv'));
      expect(code).toBe(0);
      expect(readFileSync(path('liste.csv'), 'utf8')).toBe('Navn');
    });

    it('writes a list to sign for one gathering', async () => {
      service.answers = { ...classList, [`GET ${at}/files/roster.pdf?gathering=5`]: Buffer.from('%PDF') };
      const argv = ['class', 'roster', 'NLP-2026/OSLO-2', '--out', path('liste.pdf')];
      expect((await service.run(...argv)).code).toBe(2);
      expect((await service.run(...argv, '--gathering', '5', '--valid-on', '2027-02-16')).code).toBe(2);
      expect(service.asked).toEqual([]);
      expect((await service.run(...argv, '--gathering', '5')).code).toBe(0);
      expect(readFileSync(path('liste.pdf'), 'utf8')).toBe('%PDF');
    });

    it('knows the forms of files, before it asks', async () => {
      const { code, err } = await service.run('class', 'roster', 'NLP-2026/OSLO-2', '--out', path('liste.doc'));
      expect(code).toBe(2);
      expect(err).toContain('.csv eller .xlsx eller .pdf');
      expect(service.asked).toEqual([]);
    });
  });

  describe('register', () => {
    const register = {
      ...session,
      students: [
        {
          studentNo: 'A26-000004',
          onLeave: false,
          counts: { ...whole, presence: 'ABSENT', attendedHours: 0, by: 'admin-2', at: marks[0]!.observedAt },
          conflict: ['m1', 'm2'],
          marks,
          changes: [],
        },
        { studentNo: 'A26-000048', onLeave: false, guestFrom: 'cls_1', marks: [], changes: [] },
      ],
    };

    it('shows all sessions with counts', async () => {
      service.answers = { ...classList, [`GET ${at}/registers`]: { data: [session] } };
      const { out } = await service.run('class', 'register', 'NLP-2026/OSLO-2');
      expect(out).toMatch(/4-2F +17\.02\.2027 kl\. 09:00 +åpen +2 +0 +1 +0 +1 +1/);
    });

    it('shows each student of one session, and names those about whom marks disagree', async () => {
      service.answers = {
        ...classList,
        [`GET ${at}/registers/4-2F`]: register,
        [`GET ${at}/roster`]: rosterAnswer,
      };
      const { out } = await service.run('class', 'register', 'NLP-2026/OSLO-2', '4-2F');
      expect(out).toMatch(/Halvorsen, Åse Thi +A26-000048 +ikke merket +gjest/);
      expect(out).toContain(
        'Uenighet om Nordmann, Kari: admin-2 fravær kl. 08:20, phone-2; ' +
          'admin-1 til stede, kom 0,5 t for sent kl. 08:35.\n  Så lenge gjelder det minste: fravær.',
      );
    });

    it('locks what has been held, and leaves the sessions where marks disagree', async () => {
      const later = { ...session, session: '5-1F', startsAt: '2027-03-08T08:00:00.000Z', conflicts: 0 };
      const held = { ...session, session: '4-1F', startsAt: '2027-02-16T08:00:00.000Z', conflicts: 0 };
      service.answers = {
        ...classList,
        'GET /clock': { now: '2027-02-26T07:00:00.000Z', moved: true },
        [`GET ${at}/registers`]: { data: [held, session, later] },
        [`POST ${at}/registers/4-1F/locks`]: { ...held, status: 'locked' },
      };
      const { code, out } = await service.run('class', 'register', 'NLP-2026/OSLO-2', '--lock');
      expect(code).toBe(1);
      expect(out).toContain('1 økt i NLP-2026/OSLO-2 er låst: 4-1F.');
      expect(out).toContain('Ikke låst, for merkene er uenige: 4-2F.');
    });

    it('prints the sheet of one session', async () => {
      service.answers = { ...classList, [`GET ${at}/registers/4-2F/sheet.pdf`]: Buffer.from('%PDF') };
      const sheet = ['--sheet', path('ark.pdf')];
      expect((await service.run('class', 'register', 'NLP-2026/OSLO-2', ...sheet)).code).toBe(2);
      expect((await service.run('class', 'register', 'NLP-2026/OSLO-2', '4-2F', ...sheet)).code).toBe(0);
      expect(readFileSync(path('ark.pdf'), 'utf8')).toBe('%PDF');
    });
  });

  describe('import', () => {
    const answer = (rejected: object[]) => ({ rows: 2, taken: 2 - rejected.length, unchanged: 0, rejected });
    const attendance = `POST ${at}/attendance-imports`;
    const sent = () => service.asked.find(({ method }) => method === 'POST')!;

    it('takes a list as a Norwegian spreadsheet has it, and sends it as the service wants it', async () => {
      const text = 'Studentnr;Økt;Timer;Registrert av;Sett\r\nA26-000004;4-2F;3,5;admin-1;17.02.2027 08:35\r\n';
      writeFileSync(path('oppmøte.csv'), Buffer.from(text, 'latin1'));
      service.answers = { ...classList, [attendance]: answer([]) };
      const { code } = await service.run(
        'class',
        'import',
        'NLP-2026/OSLO-2',
        path('oppmøte.csv'),
        '--as',
        'attendance',
      );
      expect(code).toBe(0);
      expect(sent().body).toBe(
        '\ufeffsession_code;student_no;attended_hours;observed_by;observed_at\r\n' +
          '4-2F;A26-000004;3.5;admin-1;2027-02-17T07:35:00.000Z\r\n',
      );
    });

    it('gives back the rows that were not taken in, with the reason, by their place in the file', async () => {
      const rows = ['4-2F,A26-000004,4.0,admin-1,2027-02-17T08:35:00+01:00', '', '4-9F,A26-000005,4.0,admin-1,x'];
      const header = 'session_code,student_no,attended_hours,observed_by,observed_at';
      writeFileSync(path('a.csv'), [header, ...rows].join('\n'));
      const refused = { row: 2, studentNo: 'A26-000005', code: 'UNKNOWN_SESSION', message: 'Økten finnes ikke' };
      service.answers = { ...classList, [attendance]: answer([refused]) };
      const { code, out } = await service.run(
        'class',
        'import',
        'NLP-2026/OSLO-2',
        path('a.csv'),
        '--as',
        'attendance',
      );
      expect(code).toBe(0);
      expect(out).toMatch(/Rader +2\n {2}tatt inn +1\n {2}der fra før +0\n {2}avvist +1/);
      expect(out).toContain('rad 3  UNKNOWN_SESSION  Økten finnes ikke');
      expect(readFileSync(path('a.avvist.csv'), 'utf8')).toBe(
        '\ufeffsession_code;student_no;attended_hours;observed_by;observed_at;rad;kode;melding\r\n' +
          '4-9F;A26-000005;4.0;admin-1;x;3;UNKNOWN_SESSION;Økten finnes ikke\r\n',
      );
    });

    it('says which columns are wanted when one is missing, and sends nothing', async () => {
      writeFileSync(path('p.csv'), 'Studentnummer;Del\r\nA26-000004;REFLECTION_1\r\n');
      const { code, err } = await service.run('class', 'import', 'NLP-2026/OSLO-2', path('p.csv'), '--as', 'parts');
      expect(code).toBe(2);
      expect(err).toContain('Den mangler Fullført, Meldt av.');
      expect(err).toContain('fulfilled_at (Fullført)');
      expect(service.asked).toEqual([]);
    });

    it('sends a typed sheet to its session', async () => {
      writeFileSync(path('ark.csv'), 'Radkode;Oppmøte\r\nABCD-1;T\r\n');
      const sheet = ['class', 'import', 'NLP-2026/OSLO-2', path('ark.csv'), '--as', 'sheet'];
      expect((await service.run(...sheet)).code).toBe(2);
      const counts = { rows: 1, recorded: 1, unchanged: 0, conflicts: 0, notMarked: 0, rejected: [] };
      service.answers = { ...classList, [`POST ${at}/registers/4-2F/sheet-imports`]: counts };
      const { code, out } = await service.run(...sheet, '--session', '4-2F');
      expect(code).toBe(0);
      expect(out).toMatch(/uenige med andre merker +0/);
    });

    it('asks what the file is', async () => {
      const { code, err } = await service.run('class', 'import', 'NLP-2026/OSLO-2', path('x.csv'));
      expect(code).toBe(2);
      expect(err).toContain('--as participants, attendance, results, parts, sheet');
    });
  });

  describe('export', () => {
    it('writes the register with a line for each student and a column for each session', async () => {
      const csv =
        '\ufeffsession_code;student_no;attended_hours;observed_by;observed_at\r\n' +
        '4-2F;A26-000004;3.5;admin-1;2027-02-17T07:35:00.000Z\r\n';
      service.answers = {
        ...classList,
        [`GET ${at}/files/attendance.csv`]: Buffer.from(csv),
        [`GET ${at}/registers`]: { data: [session] },
        [`GET ${at}/roster`]: rosterAnswer,
      };
      const out = path('register.csv');
      const { code } = await service.run('class', 'export', 'NLP-2026/OSLO-2', '--what', 'register', '--out', out);
      expect(code).toBe(0);
      expect(readFileSync(out, 'utf8').split('\r\n').slice(0, 2)).toEqual([
        '\ufeffNavn;Studentnummer;4-2F;Sum timer',
        'Nordmann, Kari;A26-000004;3,5;3,5',
      ]);
    });

    it('writes attendance that can be taken in again', async () => {
      const csv =
        '\ufeffsession_code;student_no;attended_hours;observed_by;observed_at\r\n' +
        '4-2F;A26-000004;3.5;admin-1;2027-02-17T07:35:00.000Z\r\n';
      service.answers = {
        ...classList,
        [`GET ${at}/files/attendance.csv`]: Buffer.from(csv),
        [`POST ${at}/attendance-imports`]: { rows: 1, taken: 0, unchanged: 1, rejected: [] },
      };
      const out = path('oppmøte.csv');
      await service.run('class', 'export', 'NLP-2026/OSLO-2', '--what', 'attendance', '--out', out);
      await service.run('class', 'import', 'NLP-2026/OSLO-2', out, '--as', 'attendance');
      expect(service.asked.at(-1)!.body).toBe(csv);
    });
  });
});
