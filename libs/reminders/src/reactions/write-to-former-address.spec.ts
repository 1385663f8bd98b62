import { describe, expect, it } from '@jest/globals';
import type { EventStore } from '@kull/event-store';
import type { Envelope, Letter, MailSender, SendOutcome } from '@kull/mail/contracts';
import type { Addresses } from '../addresses';
import { WriteToFormerAddress } from './write-to-former-address';
import { writeToFormerAddressWhenEmailChanged } from './write-to-former-address-when-email-changed';

const personId = 'per_1';
const changed = (before?: object) => ({
  type: 'EmailChanged',
  eventId: 'evt-1',
  version: 1,
  data: { personId, email: { person: personId, sealed: 'new' }, ...(before && { before }) },
});
const event = changed({ person: personId, sealed: 'old' });

const writing = (outcome: SendOutcome['outcome'] = 'sent', isForgotten = false) => {
  const sent: [Letter, Envelope][] = [];
  const former = { name: 'Kari Moe', givenNames: 'Kari', language: 'nn', email: 'gammel@eksempel.no' };
  const handler = new WriteToFormerAddress(
    { readStream: async () => [event] } as unknown as EventStore,
    { former: async () => (isForgotten ? undefined : former) } as unknown as Addresses,
    {
      send: async (letter: Letter, envelope: Envelope) => {
        sent.push([letter, envelope]);
        return { outcome } as SendOutcome;
      },
    } as MailSender,
    'kull.example.no',
    'https://kull.example.no',
  );
  return { handler, sent };
};

describe('the address that somebody had before', () => {
  it('is told in the person’s language that letters go elsewhere, and not where', async () => {
    const { handler, sent } = writing();
    await handler.handle({ personId, version: 1 });
    const [[letter, envelope]] = sent as [[Letter, Envelope]];
    expect(envelope.to).toEqual({ name: 'Kari Moe', address: 'gammel@eksempel.no' });
    expect([letter.language, letter.subject]).toEqual(['nn', 'E-postadressa di er endra']);
    expect(JSON.stringify(letter)).not.toContain('ny@eksempel.no');
  });

  it('is written the same letter under the same id when it was not accepted at first', async () => {
    const { handler, sent } = writing('deferred');
    await expect(handler.handle({ personId, version: 1 })).rejects.toThrow('not accepted now');
    await expect(handler.handle({ personId, version: 1 })).rejects.toThrow('not accepted now');
    expect(sent[0]).toEqual(sent[1]);
  });

  it('is written nothing when the person has been forgotten, or had none', async () => {
    const { handler, sent } = writing('sent', true);
    await handler.handle({ personId, version: 1 });
    expect(sent).toEqual([]);
    const { react } = writeToFormerAddressWhenEmailChanged;
    expect(react(changed() as never)).toEqual([]);
    expect(react(event as never)).toEqual([
      {
        key: 'write-to-former-address.evt-1',
        job: 'write-to-former-address',
        payload: { personId, version: 1 },
      },
    ]);
  });
});
