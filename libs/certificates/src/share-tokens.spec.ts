import { ShareTokens } from './share-tokens';

const tokens = new ShareTokens(Buffer.alloc(32, 7));
const shareId = '0f1c7b5e-64a4-4a80-8f9e-5a4d1c3b2a10';
const openedAt = '2026-11-25T10:00:00Z';
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('a ticket of a share link', () => {
  const ticket = tokens.ticketOf(shareId, openedAt);

  it('is taken for its link, and for half an hour', () => {
    expect(tokens.isTicket(shareId, ticket, openedAt)).toBe(true);
    expect(tokens.isTicket(shareId, ticket, '2026-11-25T10:30:00Z')).toBe(true);
    expect(tokens.isTicket(shareId, ticket, '2026-11-25T10:30:01Z')).toBe(false);
    expect(tokens.isTicket('another', ticket, openedAt)).toBe(false);
  });

  it('is not taken with any sign changed, none excepted', () => {
    const changed = [...ticket].flatMap((_, at) =>
      [...SIGNS].map((sign) => `${ticket.slice(0, at)}${sign}${ticket.slice(at + 1)}`).filter((t) => t !== ticket),
    );
    expect(changed.filter((other) => tokens.isTicket(shareId, other, openedAt))).toEqual([]);
    expect(changed.length).toBeGreaterThan(ticket.length * 60);
  });

  it('is not taken with something left out or added', () => {
    for (const other of ['', '.', ticket.slice(0, -1), `${ticket}A`, `${ticket}.A`, `${ticket}=`])
      expect(tokens.isTicket(shareId, other, openedAt)).toBe(false);
  });
});

describe('a visit to a share link', () => {
  const visit = '6f0c7b5e-64a4-4a80-8f9e-5a4d1c3b2a10';
  const shown = tokens.visitOf(shareId, openedAt, visit);

  it('is known for its link, and for half an hour', () => {
    expect(tokens.visitIn(shareId, shown, '2026-11-25T10:30:00Z')).toBe(visit);
    expect(tokens.visitIn(shareId, shown, '2026-11-25T10:30:01Z')).toBeUndefined();
    expect(tokens.visitIn('another', shown, openedAt)).toBeUndefined();
    expect(tokens.visitOf(shareId, openedAt)).not.toBe(tokens.visitOf(shareId, openedAt));
  });

  it('is another than a ticket, and none that somebody made up', () => {
    expect(tokens.isTicket(shareId, shown, openedAt)).toBe(false);
    const [, until, mac] = shown.split('.');
    for (const other of [
      '',
      visit,
      `${visit}.`,
      `${visit.replace('6', '7')}.${until}.${mac}`,
      tokens.ticketOf(shareId, openedAt),
    ])
      expect(tokens.visitIn(shareId, other, openedAt)).toBeUndefined();
  });
});
