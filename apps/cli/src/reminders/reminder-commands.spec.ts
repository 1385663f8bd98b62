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
const classes = { data: [{ id: 'cls_1', code: 'OSLO-2', intake: 'NLP-2026', status: 'OPEN' }], nextCursor: null };
const calendar = {
  from: '2027-02-01T08:00:00.000Z',
  until: '2027-03-01T23:00:00.000Z',
  data: [
    entry,
    { ...entry, recipient: 'per_ola', standing: 'declined' },
    { ...entry, recipient: 'per_eva', about: 'off_1', step: 'LAST_MORNING' },
    { ...entry, recipient: 'per_siv', about: 'off_1', step: 'LAST_MORNING' },
  ],
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
    service.answers = { 'GET /reminder-calendar?until=2027-03-01': calendar, 'GET /classes?limit=200': classes };
    const { code, out } = await service.run('reminders', 'calendar', '--until', '2027-03-01');
    expect(code).toBe(0);
    expect(out).toContain('4 meldinger fram til 02.03.2027 kl. 00:00.');
    expect(out).toMatch(
      /14\.02\.2027 kl\. 09:00 {2}Samling, 2 dager før {3}e-post {2}per_kari {5}NLP-2026\/OSLO-2, samling 4\n/,
    );
    expect(out).toContain('NLP-2026/OSLO-2, samling 4 (meldt av, sendes ikke)');
    expect(out).toMatch(/Samling, siste morgen {2}e-post {2}2 mottakere {2}off_1\n/);
    expect(out).toContain('Samling: Samlingen avlyses');
    expect(out).toContain('2 med ukjent utfall: kull reminders ledger --state UNKNOWN');
  });

  it('show what became of each, and count it', async () => {
    const row = { ...entry, version: '1', state: 'UNKNOWN', stateAt: entry.sendAt, attempts: 1, reason: 'NO_REPLY' };
    service.answers = {
      'GET /classes?limit=200': classes,
      'GET /reminders?limit=200&state=UNKNOWN': {
        counts: { SENT: 8, UNKNOWN: 1, FAILED: 0 },
        data: [row],
        nextCursor: null,
      },
    };
    const { out } = await service.run('reminders', 'ledger', '--state', 'UNKNOWN');
    expect(out).toContain('Påminnelser: 8 sendt, 1 ukjent.');
    expect(out).toMatch(
      /ukjent \(NO_REPLY\) {2}Samling, 2 dager før {2}e-post {2}per_kari {2}NLP-2026\/OSLO-2, samling 4/,
    );
    const { out: json } = await service.run('reminders', 'ledger', '--state', 'UNKNOWN', '--json');
    expect(JSON.parse(json).data).toHaveLength(1);
  });
});
