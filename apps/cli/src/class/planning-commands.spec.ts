import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classList, StubService } from '../testing/stub-service';

describe('the commands that plan', () => {
  const service = new StubService();
  let folder: string;
  const path = (name: string): string => join(folder, name);

  beforeAll(() => service.start());
  afterAll(() => service.stop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kull-plan-'));
    service.asked.length = 0;
    service.answers = classList;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  describe('class plan', () => {
    const planned = {
      id: 'coh_1',
      code: 'NLP-2026',
      classes: [
        { id: 'cls_1', code: 'OSLO-1', status: 'planned' },
        { id: 'cls_2', code: 'OSLO-2', status: 'planned' },
      ],
      warnings: [{ code: 'GATHERINGS_MISSING', class: 'OSLO-2', message: 'OSLO-2 mangler 1 av samlingene sine.' }],
    };

    it('sends the file, opens what is complete, and says what to look at', async () => {
      writeFileSync(path('plan.json'), '\ufeff{"cohort":{}}');
      service.answers = {
        'POST /cohorts': planned,
        'POST /classes/cls_1/openings': { id: 'cls_1', status: 'open' },
      };
      const { code, out } = await service.run('class', 'plan', path('plan.json'), '--open');
      expect(code).toBe(0);
      expect(out).toMatch(/NLP-2026\/OSLO-1 +åpen\nNLP-2026\/OSLO-2 +planlagt/);
      expect(out).toContain('  OSLO-2 mangler 1 av samlingene sine.');
      expect(service.asked[0]!.body).toBe('{"cohort":{}}');
    });

    it('gives every clash on, and says that nothing is changed', async () => {
      writeFileSync(path('plan.json'), '{}');
      const problem = {
        code: 'ROOM_TAKEN',
        title: 'Rommet er opptatt',
        errors: [{ detail: 'Samling 4 i OSLO-1 og samling 4 i OSLO-2 vil ha rommet A2-075 på samme tid.' }],
      };
      service.answers = { 'POST /cohorts': { refused: 409, problem } };
      const { code, err } = await service.run('class', 'plan', path('plan.json'));
      expect(code).toBe(2);
      expect(err).toContain('Rommet er opptatt\n  Samling 4 i OSLO-1');
    });

    it('refuses a file that is no JSON before it is sent', async () => {
      writeFileSync(path('plan.json'), '{');
      expect((await service.run('class', 'plan', path('plan.json'))).code).toBe(2);
      expect(service.asked).toEqual([]);
    });

    it('writes a draft from last year, with its clashes', async () => {
      const plan = { cohort: { code: 'NLP-2027' }, classes: [{}, {}] };
      const clashes = [{ code: 'TEACHER_TAKEN', message: 'T-LIE er to steder.' }];
      service.answers = { 'POST /cohort-drafts': { plan, warnings: [], clashes } };
      const from = ['--from-cohort', 'NLP-2026', '--code', 'NLP-2027', '--weeks', '53'];
      const { code, out } = await service.run('class', 'plan', ...from, '--out', path('ny.json'));
      expect(code).toBe(0);
      expect(out).toContain('Utkast til NLP-2027 med 2 klasser');
      expect(out).toContain('  T-LIE er to steder.');
      expect(JSON.parse(readFileSync(path('ny.json'), 'utf8'))).toEqual(plan);
      expect(JSON.parse(service.asked[0]!.body)).toEqual({ from: { cohort: 'NLP-2026', code: 'NLP-2027', weeks: 53 } });
    });

    it.each([
      [['--from-cohort', 'NLP-2026', '--out', 'x.json']],
      [['--from-intake', 'NLP-2026']],
      [['--from-intake', 'NLP-2026', '--out', 'x.json', '--open']],
      [[]],
    ])('asks for what it needs: %j', async (argv) => {
      expect((await service.run('class', 'plan', ...argv)).code).toBe(2);
      expect(service.asked).toEqual([]);
    });
  });

  describe('class move', () => {
    const consequences = {
      gathering: 4,
      title: 'Ledelse av innovasjon og endring',
      before: { startsOn: '2027-02-22', endsOn: '2027-02-25', venue: 'BI Trondheim' },
      after: { startsOn: '2027-03-01', endsOn: '2027-03-04', venue: 'BI Trondheim' },
      touched: { students: ['1', '2', '3'], guests: [], teachers: ['T-RUUD'] },
      notices: [
        { language: 'nb', recipients: ['1', '2'] },
        { language: 'nn', recipients: ['3'] },
      ],
      notReached: [],
      reminders: [
        {
          daysBefore: 14,
          before: '2027-02-08T08:00:00.000Z',
          after: '2027-02-15T08:00:00.000Z',
          outcome: 'MOVES',
        },
      ],
      calendarFeeds: 4,
    };
    const answer = { consequences, clashes: [], warnings: [] };
    const move = ['class', 'move', 'NLP-2026/OSLO-2', '4', '--to', '2027-03-01'];

    it('shows what a move means, and moves nothing', async () => {
      service.answers = {
        ...classList,
        'POST /classes/cls_2/gatherings/4/move-previews': { ...answer, version: 9, refusal: null },
      };
      const { code, out } = await service.run(...move);
      expect(code).toBe(0);
      expect(out).toBe(
        [
          'Slik blir det om du flytter samling 4 i NLP-2026/OSLO-2: Ledelse av innovasjon og endring',
          '  22.–25. februar 2027, BI Trondheim → 1.–4. mars 2027, BI Trondheim',
          '  Berører 3 studenter, 1 underviser',
          '  Får beskjed på e-post når påminnelsene er slått på: nb 2, nn 1',
          '  Kalendere som endres av seg selv: 4',
          '  Påminnelse 14 dager før: 08.02.2027 kl. 09:00 → 15.02.2027 kl. 09:00, flyttes',
          'Ingenting er endret. Kjør det samme med --do for å flytte.',
          '',
        ].join('\n'),
      );
    });

    it('moves with --do, also the same way twice', async () => {
      service.answers = { ...classList, 'POST /classes/cls_2/gatherings/4/moves': answer };
      for (const _ of [1, 2]) expect((await service.run(...move, '--do')).out).toContain('Flyttet samling 4');
      const keys = service.asked.flatMap(({ key }) => key ?? []);
      expect(new Set(keys).size).toBe(2);
    });

    it('says why it cannot be moved there', async () => {
      const refusal = { code: 'GATHERING_BEGUN', title: 'Samlingen har begynt' };
      service.answers = {
        ...classList,
        'POST /classes/cls_2/gatherings/4/move-previews': { ...answer, version: 9, refusal },
      };
      const { code, out } = await service.run(...move);
      expect(code).toBe(1);
      expect(out).toContain('Samling 4 i NLP-2026/OSLO-2 kan ikke flyttes dit: Samlingen har begynt');
    });

    it('wants a day', async () => {
      expect((await service.run('class', 'move', 'NLP-2026/OSLO-2', '4')).code).toBe(2);
    });
  });

  it('class risk tells the list in words', async () => {
    service.answers = {
      'GET /attendance-risk?intake=NLP-2026&validOn=2027-02-18': {
        counts: { met: 0, safe: 53, atRisk: 1, impossible: 0 },
        data: [
          {
            classCode: 'OSLO-2',
            studentNo: 'A26-000004',
            name: { familyName: 'Nordmann', givenNames: 'Kari' },
            status: 'AT_RISK',
            attendance: [
              {
                award: 'ectsCredits',
                text: 'Må være med på alt som er igjen',
                countedIn: 'HALF_DAYS',
                sessions: { total: 44, attended: 19, open: 14, leftToLose: 0 },
              },
            ],
            options: [{ kind: 'ATTEND_ALL', sessions: 14, text: 'Vær med på 14 halvdager som er igjen' }],
          },
        ],
      },
    };
    const { code, out } = await service.run('class', 'risk', 'NLP-2026', '--valid-on', '2027-02-18');
    expect(code).toBe(0);
    expect(out).toContain('0 kan ikke nå det, 1 i fare, 53 trygge, 0 har nådd det.');
    expect(out).toContain(
      'Nordmann, Kari  OSLO-2  A26-000004\n' +
        '  Må være med på alt som er igjen. Vært med på 19 av 44, 14 igjen.\n' +
        '  › Vær med på 14 halvdager som er igjen\n',
    );
  });

  describe('clock', () => {
    it('shows and sets the clock of the service', async () => {
      service.answers = {
        'GET /clock': { now: '2026-11-25T10:00:00.000Z', moved: false },
        'PUT /clock': { now: '2027-02-26T07:00:00.000Z', moved: true },
      };
      expect((await service.run('clock')).out).toBe('Klokken i tjenesten viser ons. 25.11.2026 kl. 11:00.\n');
      const { out } = await service.run('clock', '2027-02-26T08:00:00+01:00');
      expect(out).toBe('Klokken i tjenesten viser fre. 26.02.2027 kl. 08:00. Den er stilt.\n');
      await service.run('clock', 'reset');
      expect(service.asked.map(({ body }) => body)).toEqual([
        '',
        '{"now":"2027-02-26T08:00:00+01:00"}',
        '{"now":null}',
      ]);
    });

    it('refuses what is no instant', async () => {
      expect((await service.run('clock', 'i morgen')).code).toBe(2);
      expect(service.asked).toEqual([]);
    });
  });
});
