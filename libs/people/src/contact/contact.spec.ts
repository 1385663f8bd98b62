import { describe, it } from '@jest/globals';
import { given } from '@kull/kernel/given';
import { type ChangeContact, type Contact, contact } from './contact';

const personId = 'per_1';
const seal = (text: string) => ({ person: personId, sealed: text });
const sealed = { email: seal('new'), emailBefore: seal('old'), workplace: seal('work') };
const known = { email: 'kari@eksempel.no', language: 'nb', workplace: 'Legekontoret' } as const;
const change = (wanted: Partial<Contact>, before: Partial<typeof known> | { email: '' } = {}): ChangeContact => ({
  type: 'ChangeContact',
  data: { personId, known: { ...known, ...before }, wanted: { ...known, ...wanted }, sealed },
});

describe('how somebody is reached', () => {
  it('is another address from now on, and the one before is known to be told', () =>
    given(contact)()
      .when(change({ email: 'ny@eksempel.no' }))
      .then({ type: 'EmailChanged', data: { personId, email: sealed.email, before: sealed.emailBefore } }));

  it('is a first address, with none to tell', () =>
    given(contact)()
      .when(change({ email: 'ny@eksempel.no' }, { email: '' }))
      .then({ type: 'EmailChanged', data: { personId, email: sealed.email } }));

  it('is language and workplace at once', () =>
    given(contact)()
      .when(change({ language: 'nn', workplace: 'Sykehuset' }))
      .then(
        { type: 'LanguageChanged', data: { personId, language: 'nn', before: 'nb' } },
        { type: 'WorkplaceChanged', data: { personId, workplace: sealed.workplace } },
      ));

  it('is no workplace any more', () =>
    given(contact)()
      .when(change({ workplace: '' }))
      .then({ type: 'WorkplaceChanged', data: { personId } }));

  it('is nothing new when it is as it was, however the address is written', () =>
    given(contact)()
      .when(change({ email: 'Kari@Eksempel.no' }))
      .thenNothing());

  it('is refused where nobody could be reached', () => {
    given(contact)()
      .when(change({ email: 'not an address' }))
      .rejectedAs({ code: 'EMAIL_INVALID' });
    given(contact)()
      .when(change({ email: '' }))
      .rejectedAs({ code: 'EMAIL_INVALID' });
    given(contact)()
      .when(change({ language: 'se' }))
      .rejectedAs({ code: 'LANGUAGE_UNKNOWN' });
    given(contact)()
      .when(change({ workplace: 'x'.repeat(121) }))
      .rejectedAs({ code: 'WORKPLACE_TOO_LONG' });
  });
});
