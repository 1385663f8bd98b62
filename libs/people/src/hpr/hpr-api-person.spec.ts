import { entryFrom } from './hpr-api-person';

const person = { fornavn: 'Kari', mellomnavn: 'Fjell', etternavn: 'Testesen', fødselsdato: '1975-01-15T00:00:00' };
const approval = (verdi: string, fra: string | null, til: string | null = null, more: object = {}) => ({
  helsepersonellkategori: { verdi },
  periode: { fra, til },
  ...more,
});
const read = (...godkjenninger: object[]) => entryFrom({ hprNummer: 9144900, person, godkjenninger }, '9144900');

describe('the JSON of a person in HPR', () => {
  it('gives names, birth date and the authorisation of a physician before any other', () =>
    expect(read(approval('SP', '1998-06-01'), approval('LE', '2005-07-01'))).toEqual({
      hprNumber: '9144900',
      familyName: 'Testesen',
      givenNames: 'Kari Fjell',
      birthDate: '1975-01-15',
      profession: 'PHYSICIAN',
      authorisedFrom: '2005-07-01',
    }));

  it('takes a licence and the authorisation that followed for one, and not across a gap', () => {
    const licence = approval('LE', '2004-01-01', '2005-06-30');
    expect(read(licence, approval('LE', '2005-07-01'))).toMatchObject({ authorisedFrom: '2004-01-01' });
    expect(read(approval('LE', '2005-07-02'), licence)).toMatchObject({ authorisedFrom: '2005-07-02' });
    expect(read(licence)).toMatchObject({ authorisedFrom: '2004-01-01', authorisedTo: '2005-06-30' });
  });

  it('does not count an approval that was ended without saying when', () =>
    expect(read(approval('LE', '2005-07-01', null, { avsluttetStatus: { verdi: '4' } }))).toMatchObject({
      profession: 'NOT_STATED',
    }));

  it('says what somebody is who is no physician', () => {
    expect(read(approval('SP', '1998-06-01'))).toMatchObject({ profession: 'SP' });
    expect(read()).toMatchObject({ profession: 'NOT_STATED' });
  });

  it('leaves a birth date out that the register does not give', () =>
    expect(
      entryFrom({ hprNummer: '9144900', person: { etternavn: 'Testesen' }, godkjenninger: null }, '9144900'),
    ).toEqual({ hprNumber: '9144900', familyName: 'Testesen', givenNames: '', profession: 'NOT_STATED' }));

  it('knows nobody under a number that another has replaced', () =>
    expect(entryFrom({ hprNummer: 9144900, erstattetAvHprNummer: 9144901, person }, '9144900')).toBeNull());

  it('is not read when it is of another number, or of another form', () => {
    expect(entryFrom({ hprNummer: 9144901, person }, '9144900')).toBeUndefined();
    expect(entryFrom({ hprNummer: 9144900 }, '9144900')).toBeUndefined();
    expect(entryFrom({ hprNummer: 9144900, person: { fødselsdato: '15.01.1975' } }, '9144900')).toBeUndefined();
    expect(entryFrom(undefined, '9144900')).toBeUndefined();
  });
});
