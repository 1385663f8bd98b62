import { readTable } from '@kull/tables';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { codeOf, PlannedClasses } from '../../../../test/harness/planned-classes';
import { asFile, run } from '../../../documents/src/testing/tools';

let api: TestApi;
let house: PlannedClasses;
let [a, b] = ['', ''];
beforeAll(async () => {
  api = await createTestApi();
  house = new PlannedClasses(api);
  await house.moveClock('2026-08-20T08:00:00.000Z');
  [a, b] = [await house.plan('FILE-1', { capacity: 10 }), await house.plan('FILE-2', { capacity: 10, week: 1 })];
  const client = house.client;
  const named = (studentNo: string, familyName: string, givenNames: string) =>
    client.post(`/classes/${a}/enrolments`, { ...house.entry(studentNo), familyName, givenNames });
  await named('000439', 'Åsen', 'Kari');
  await named('S2', 'Østby', '=1+1');
  await named('S3', 'Berg', 'Ola');
  await named('S4', 'Dahl', 'Siv');
  await house.enrol(b, 'S9');
  await house.act(a, 'S2', 'leaves', { from: '2026-10-01', until: '2026-11-01', reasonClass: 'ILLNESS' });
  await house.act(a, 'S3', 'transfers', { to: b, on: '2026-10-05' });
  await house.act(a, 'S4', 'withdrawals', { on: '2026-09-20', reasonClass: 'NEW_JOB' });
  await client.post(`/classes/${b}/make-ups`, { studentNo: 'S9', gathering: 2, in: a });
});
afterAll(() => api.close());

const bytes = async (path: string): Promise<{ readonly body: Buffer; readonly headers: Record<string, unknown> }> => {
  const { rawPayload, headers, statusCode } = await api.app.inject({
    method: 'GET',
    url: `/api/v1/classes/${a}/files/${path}`,
    headers: { authorization: api.authorization },
  });
  expect(statusCode).toBe(200);
  return { body: rawPayload, headers };
};

describe('a roster as a file', () => {
  it('is CSV for people, in words', async () => {
    const { familyName, givenNames } = house.person('S9');
    const { body, headers } = await bytes('roster.csv?validOn=2026-10-12');
    expect(String(headers['content-disposition'])).toContain('Klasseliste FILE-1.csv');
    expect(body.toString('utf8').split('\r\n')).toEqual([
      '\ufeffStudentnummer;Etternavn;Fornavn;Målform;Deltakerstatus;Begynte;Status;Fra og med;Tilbake;Årsak;Annen klasse;Gjest på samling',
      'S3;Berg;Ola;nb;OTHER;01.09.2026;Byttet klasse;05.10.2026;;;FILE-2;',
      'S4;Dahl;Siv;nb;OTHER;01.09.2026;Sluttet;20.09.2026;;Ny jobb;;',
      "S2;Østby;'=1+1;nb;OTHER;01.09.2026;Permisjon;01.10.2026;01.11.2026;Sykdom;;",
      '000439;Åsen;Kari;nb;OTHER;01.09.2026;Aktiv;;;;;',
      `S9;${familyName};${givenNames};nb;;;Gjest;;;;FILE-2;2`,
      '',
    ]);
  });

  it('is CSV for machines, in codes', async () => {
    const { body } = await bytes('roster.csv?validOn=2026-10-12&profile=rfc4180');
    expect(body.toString('utf8').split('\r\n').slice(0, 2)).toEqual([
      'student_no,family_name,given_names,language,participant_status,entered_on,standing,since,until,reason_class,other_class,gathering',
      'S3,Berg,Ola,nb,OTHER,2026-09-01,transferred,2026-10-05,,,FILE-2,',
    ]);
  });

  it('is a workbook with leading zeros and formulas as they were', async () => {
    const { body } = await bytes('roster.xlsx?validOn=2026-10-12');
    const reading = await readTable(body, [
      { key: 'no', title: 'Studentnummer' },
      { key: 'given', title: 'Fornavn' },
      { key: 'since', title: 'Fra og med' },
    ]);
    expect('table' in reading && reading.table.rows.map(({ values }) => Object.values(values)).slice(0, 4)).toEqual([
      ['S3', 'Ola', '2026-10-05'],
      ['S4', 'Siv', '2026-09-20'],
      ['S2', '=1+1', '2026-10-01'],
      ['000439', 'Kari', ''],
    ]);
  });

  it('is a page to sign, with those who are there on the first day, and the guests', async () => {
    const { body, headers } = await bytes('roster.pdf?gathering=2');
    expect(headers['content-type']).toBe('application/pdf');
    const text = asFile(body, (path) => run('pdftotext', ['-layout', path, '-']));
    expect(text).toContain('Klasseliste FILE-1, Oslo');
    expect(text).toContain('Åsen, Kari');
    expect(text).toContain('gjest fra FILE-2');
    expect(text).toContain('1 student og 1 gjest');
    expect(text).not.toMatch(/Berg|Dahl|Østby/);
    expect(text).toContain('man. 12.10.');
    expect(codeOf(await house.client.get(`/classes/${a}/files/roster.pdf?gathering=3`))).toBe(
      '404 GATHERING_NOT_SCHEDULED',
    );
  });
});
