import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classList, StubService } from '../testing/stub-service';

const e301 = { code: 'E301', means: 'Finnes fra før', action: 'Avklar med mottakeren.' };
const line = { certificateNo: '3HWB-5T0C-N', lineNo: 1, version: 2 };

describe('the commands that deliver', () => {
  const service = new StubService();
  let folder: string;
  beforeAll(async () => {
    await service.start();
    folder = mkdtempSync(join(tmpdir(), 'kull-deliveries-'));
  });
  afterAll(() => {
    service.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    service.asked.length = 0;
    service.answers = classList;
  });

  it('shows old beside new, and what waits for somebody', async () => {
    service.answers = {
      ...classList,
      'POST /export-previews': {
        addCount: 0,
        correctCount: 1,
        revokeCount: 0,
        pointsChange: -60,
        lines: [
          {
            ...line,
            action: 'CORRECT',
            reasonCode: 'NAME_CHANGE',
            familyName: 'Prøve',
            givenNames: 'Kari',
            points: 60,
            pointsBefore: 60,
            changes: [{ column: 'family_name', before: 'Testesen', after: 'Prøve' }],
            warnings: [],
          },
        ],
        keptOut: [{ ...line, codes: [{ code: 'E403', means: 'Formeltegn', action: 'Rett navnet.' }] }],
        awaitingRepair: [{ ...line, exportId: 'b1', seq: 18, code: e301 }],
        awaitingComment: [],
      },
    };
    const { code, out } = await service.run('deliveries', 'preview', '--class', 'NLA-2026V-1');
    expect(code).toBe(0);
    expect(out).toContain('0 nye, 1 rettet, 0 trukket. Kurspoeng hos mottakeren: -60.');
    expect(out).toContain('family_name: Testesen → Prøve');
    expect(out).toContain('E403 Formeltegn. Rett navnet.');
    expect(out).toContain('levering 18: E301 Finnes fra før. Avklar med mottakeren.');
    expect(service.asked.at(-1)!.body).toBe('{"classIds":["cls_9"]}');
  });

  it('prepares, approves and releases', async () => {
    const draft = { id: 'd1', status: 'APPROVED', twoPeople: true, recordCount: 2 };
    service.answers = {
      'POST /exports': { draftId: 'd1', rejected: [] },
      'POST /export-drafts/d1/approvals': draft,
      'POST /export-drafts/d1/releases': { id: 'b1', seq: 19, recordCount: 2, pointsTotalAdd: 120, file: 'LF.csv' },
    };
    expect((await service.run('deliveries', 'prepare')).out).toBe('Utkast d1 er klart.\n');
    expect((await service.run('deliveries', 'approve', 'd1', '--by', 'admin-2')).out).toContain('2 linjer');
    expect(service.asked.at(-1)!.body).toBe('{"approvedBy":"admin-2"}');
    expect((await service.run('deliveries', 'release', 'd1')).out).toBe(
      'Levering 000019: 2 linjer, 120 nye kurspoeng. LF.csv\n',
    );
  });

  it('takes in a receipt file, and says what to do about what was rejected', async () => {
    service.answers = {
      'GET /exports?limit=200': { data: [{ id: 'b1', seq: 18 }], nextCursor: null },
      'POST /exports/b1/acknowledgement-imports': {
        rows: 2,
        taken: 1,
        unchanged: 0,
        rejected: [
          { row: 2, certificateNo: 'X', code: 'INVALID_CODE', message: 'Koden må være en bokstav og tre sifre.' },
        ],
      },
      'GET /exports/b1/acknowledgements': {
        counts: { sent: 0, received: 19, rejected: 1, posted: 0 },
        lines: [{ ...line, state: 'REJECTED', code: e301, contradictory: true, sentAgain: false }],
      },
    };
    const file = join(folder, 'receipts.csv');
    writeFileSync(file, 'certificate_id\r\n');
    const { code, out, err } = await service.run('deliveries', 'receipts', '18', file);
    expect(code).toBe(0);
    expect(err).toContain('rad 2  X  Koden må være en bokstav og tre sifre.');
    expect(out).toContain('0 ført, 19 mottatt, 1 avvist, 0 uten svar');
    expect(out).toContain('E301 Finnes fra før. Avklar med mottakeren. Kvitteringene motsier hverandre.');
    expect((await service.run('deliveries', 'receipts', '7')).code).toBe(2);
  });

  it('says where every point is, and ends with 1 when it does not add up', async () => {
    const reconciliation = {
      sums: { DUE: 60, RECEIVED: 540 },
      entitlement: 600,
      addsUp: true,
      lines: [
        {
          studentNo: 'S1',
          certificateNo: '3HWB-5T0C-N',
          bucket: 'DUE',
          points: 60,
          codes: [],
          deliverBy: '2026-07-19',
          daysLeft: -3,
        },
      ],
    };
    const path = 'GET /reconciliation?classId=cls_9';
    service.answers = { ...classList, [path]: reconciliation };
    const { code, out } = await service.run('deliveries', 'reconcile', 'NLA-2026V-1');
    expect([code, out]).toEqual([0, expect.stringContaining('Det går opp.')]);
    expect(out).toContain('3 dager over fristen');
    service.answers = { ...classList, [path]: { ...reconciliation, addsUp: false } };
    expect((await service.run('deliveries', 'reconcile', 'NLA-2026V-1')).code).toBe(1);
  });
});
