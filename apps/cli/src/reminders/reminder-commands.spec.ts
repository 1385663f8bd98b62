import { StubService } from '../testing/stub-service';

const entry = {
  id: 'rem_1',
  sendAt: '2027-02-14T08:00:00.000Z',
  dueAt: '2027-02-14T08:00:00.000Z',
  subject: 'GATHERING',
  reason: 'Samling',
  step: 'P2D',
  about: 'cls_1.4',
  recipient: 'per_kari',
  channel: 'MAIL',
  cancelledBy: 'Samlingen avlyses',
  standing: 'expected',
};
const calendar = {
  from: '2027-02-01T08:00:00.000Z',
  until: '2027-03-01T23:00:00.000Z',
  data: [entry, { ...entry, recipient: 'per_ola', standing: 'declined' }],
  work: { open: 1, oldestDueAt: null, quarantined: 0, unknown: 2, deferred: 0 },
};

describe('the commands about reminders', () => {
  const service = new StubService();
  beforeAll(() => service.start());
  afterAll(() => service.stop());
  beforeEach(() => {
    service.asked.length = 0;
  });

  it('show what goes out, what would stop it, and what is stuck', async () => {
    service.answers = { 'GET /reminder-calendar?until=2027-03-01': calendar };
    const { code, out } = await service.run('reminders', 'calendar', '--until', '2027-03-01');
    expect(code).toBe(0);
    expect(out).toContain('2 meldinger fram til 02.03.2027 kl. 00:00.');
    expect(out).toMatch(/14\.02\.2027 kl\. 09:00 {2}Samling, P2D {2}e-post {2}per_kari {2}cls_1\.4/);
    expect(out).toContain('cls_1.4 (meldt av, sendes ikke)');
    expect(out).toContain('Samling: Samlingen avlyses');
    expect(out).toContain('2 med ukjent utfall: kull reminders ledger --state UNKNOWN');
  });

  it('show what became of each, and count it', async () => {
    const row = { ...entry, version: '1', state: 'UNKNOWN', stateAt: entry.sendAt, attempts: 1, reason: 'NO_REPLY' };
    service.answers = {
      'GET /reminders?limit=200&state=UNKNOWN': {
        counts: { SENT: 8, UNKNOWN: 1, FAILED: 0 },
        data: [row],
        nextCursor: null,
      },
    };
    const { out } = await service.run('reminders', 'ledger', '--state', 'UNKNOWN');
    expect(out).toContain('Påminnelser: 8 sendt, 1 ukjent.');
    expect(out).toMatch(/ukjent \(NO_REPLY\) {2}Samling, P2D {2}e-post {2}per_kari/);
    const { out: json } = await service.run('reminders', 'ledger', '--state', 'UNKNOWN', '--json');
    expect(JSON.parse(json).data).toHaveLength(1);
  });
});
