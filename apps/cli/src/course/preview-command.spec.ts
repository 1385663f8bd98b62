import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classList, StubService } from '../testing/stub-service';

const preview = {
  version: 23,
  rows: [
    { row: 1, studentNo: 'S260007', outcome: 'APPLIED', message: 'Kursbevis 7Q4K-9M2X-T erstattes av versjon 2.' },
    {
      row: 2,
      studentNo: 'S260016',
      outcome: 'UNKNOWN_SESSION',
      message: 'Rettelsen avvises. Økten finnes ikke i kurset.',
    },
  ],
  totals: {
    rows: 2,
    applied: 1,
    unchanged: 0,
    refused: 1,
    certificates: { issued: 0, replaced: 1, revoked: 0 },
    lines: { add: 0, correct: 1, revoke: 0, keptOut: 0, dropped: 0 },
    letters: { sent: 1, notSent: 0 },
  },
};

describe('course preview', () => {
  const service = new StubService();
  let folder: string;
  const file = 'at;kind;student_no;value;reason;recorded_by;approved_by\r\n';

  beforeAll(() => service.start());
  afterAll(() => service.stop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kull-preview-'));
    writeFileSync(join(folder, 'corrections.csv'), file);
    service.asked.length = 0;
    service.answers = { ...classList, 'POST /classes/cls_9/correction-previews': preview };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(['', 'corrections.csv'])(
    'sends the file of the folder, or the file itself (%s), and says row by row what follows',
    async (name) => {
      const { code, out } = await service.run('course', 'preview', join(folder, name), '--class', 'NLA-2026V-1');
      expect(code).toBe(1);
      expect(service.asked.at(-1)).toMatchObject({ path: '/classes/cls_9/correction-previews', body: file });
      expect(out).toContain(
        'Slik blir det om rettelsene føres i NLA-2026V-1: 1 rettelse av 2, 1 avvises, 0 er ført før.',
      );
      expect(out).toContain(
        'Rad 1, S260007: Kursbevis 7Q4K-9M2X-T erstattes av versjon 2.\nRad 2, S260016: Rettelsen avvises.',
      );
      expect(out).toContain('Ingenting er endret.');
    },
  );

  it('gives the whole answer to programs', async () => {
    const { out } = await service.run('course', 'preview', folder, '--class', 'NLA-2026V-1', '--json');
    expect(JSON.parse(out)).toEqual(preview);
  });

  it('asks for the class, and for a file that can be read', async () => {
    expect((await service.run('course', 'preview', folder)).code).toBe(2);
    const { code, err } = await service.run('course', 'preview', join(folder, 'none.csv'), '--class', 'NLA-2026V-1');
    expect([code, err]).toEqual([2, expect.stringContaining('none.csv')]);
    expect(service.asked).toEqual([]);
  });
});
