import { LinkKey } from '@kull/documents';
import fc from 'fast-check';
import { ApplicantLinks } from './applicant-links';

const links = new ApplicantLinks(new LinkKey(new Uint8Array(32).fill(1)));
const others = new ApplicantLinks(new LinkKey(new Uint8Array(32).fill(2)));
const id = 'ofr_0123456789abcdefghjkmnpqrs';
const token = links.pathTo('tilbud', id).slice('/tilbud/'.length);
const at = '2026-05-01T10:00:00.000Z';

describe('the link of an applicant', () => {
  it('says which offer, and fits into a line of a letter', () => {
    expect(links.read('tilbud', token)).toBe(id);
    expect(links.pathTo('tilbud', id).length).toBeLessThan(70);
  });

  it('is good for its own page alone, and every change to it is noticed', () => {
    expect(links.read('vedtak', token)).toBeUndefined();
    expect(others.read('tilbud', token)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcxyz019_-.'), (place, sign) => {
        fc.pre(token[place] !== sign);
        expect(links.read('tilbud', token.slice(0, place) + sign + token.slice(place + 1))).toBeUndefined();
      }),
    );
    for (const text of ['', 'ofr_x', `${id}.`, `${token}.x`]) expect(links.read('tilbud', text)).toBeUndefined();
  });

  it('is no ticket: that is for one link, and for two hours', () => {
    const ticket = links.ticketOf('tilbud', id, at);
    expect(links.isTicket('tilbud', id, ticket, '2026-05-01T12:00:00.000Z')).toBe(true);
    expect(links.isTicket('tilbud', id, ticket, '2026-05-01T12:00:00.001Z')).toBe(false);
    expect(links.isTicket('tilbud', `${id}x`, ticket, at)).toBe(false);
    expect(links.isTicket('vedtak', id, ticket, at)).toBe(false);
    expect(links.isTicket('tilbud', id, others.ticketOf('tilbud', id, at), at)).toBe(false);
    expect(links.isTicket('tilbud', id, token, at)).toBe(false);
    const later = links.ticketOf('tilbud', id, '2027-05-01T10:00:00.000Z').split('.')[0]!;
    expect(links.isTicket('tilbud', id, `${later}.${ticket.split('.')[1]!}`, at)).toBe(false);
  });
});
