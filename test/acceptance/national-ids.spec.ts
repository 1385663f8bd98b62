import { isNationalId, nationalIdsIn } from './national-ids';

describe('the search for national ids', () => {
  it.each(['15817512310', '15817512329', '15817512337', '15817512345', '41819020149', '41819020173', '47906701517'])(
    'knows %s',
    (id) => {
      expect(isNationalId(id)).toBe(true);
      expect(nationalIdsIn(`fra ${id}.`)).toEqual([id]);
    },
  );

  it.each(['15817512311', '32817512310', '1581751231', 'abc'])('does not take %s for one', (text) => {
    expect(isNationalId(text)).toBe(false);
  });

  it('does not look inside hashes and longer numbers', () => {
    expect(nationalIdsIn('a15817512310f 158175123100 id_15817512310')).toEqual([]);
  });
});
