import { isSameHolder } from './name-question';

const kari = { givenNames: 'Kari Åse', familyName: 'Testesen Prøve', birthDate: '1980-01-15' };

describe('the question whether the name is right', () => {
  it.each(['Kari Åse Testesen Prøve', ' kari  åse TESTESEN prøve ', 'Kari A\u030ase Testesen Prøve'])(
    'is answered yes for the name on the certificate and the birthday: %s',
    (name) => expect(isSameHolder(kari, { name, day: 15, month: 1 })).toBe(true),
  );

  it.each([
    ['another day', { name: 'Kari Åse Testesen Prøve', day: 16, month: 1 }],
    ['day and month turned', { name: 'Kari Åse Testesen Prøve', day: 1, month: 15 }],
    ['half a name', { name: 'Testesen Prøve', day: 15, month: 1 }],
    ['no name', { name: '', day: 15, month: 1 }],
  ])('is answered no for %s', (_, question) => expect(isSameHolder(kari, question)).toBe(false));
});
