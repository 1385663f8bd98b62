import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DirectoryEntry } from '../../../api/src/persons/directory';
import { actHits, everybodyIn, findableAct, hits } from './hits';
import { isNationalId } from './letters';

const person = (familyName: string, givenNames: string, over: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  personId: `per_${familyName}${givenNames}`,
  name: { familyName, givenNames },
  students: [],
  applications: [],
  ...over,
});

const student = (studentNo: string, standing: DirectoryEntry['students'][number]['standing'] = 'enrolled') => ({
  studentNo,
  classId: 'cls_1',
  classCode: 'OSLO-2',
  cohort: 'NLP-2026',
  participantStatus: 'OTHER',
  standing,
});

const applicant = (
  applicationNo: string,
  outcome: DirectoryEntry['applications'][number]['outcome'] = 'NO_PLACE',
): DirectoryEntry['applications'][number] => ({ applicationNo, intake: 'NLP-2026', outcome });

const everybody = everybodyIn({
  data: [
    person('Nordmann', 'Kari', { students: [student('A26-000439')] }),
    person('Aas', 'Karim', { applications: [applicant('A26-000261', 'WAITING')] }),
    person('Karlsen', 'Ola', { students: [student('A26-000100', 'withdrawn')] }),
    person('Åsen', 'Åse Marie', { students: [student('S260007')] }),
    person('Ødegård-Lie', 'Bjørn', { applications: [applicant('A26-000439x')] }),
    person('Müller', 'Zoë', { applications: [applicant('A26-000777')] }),
  ],
});

const namesFor = (typed: string): readonly string[] => hits(everybody, typed, 10).map(({ name }) => name);

describe('whom a search finds', () => {
  it.each([
    ['kar', ['Nordmann, Kari', 'Aas, Karim', 'Karlsen, Ola']],
    ['nord kar', ['Nordmann, Kari']],
    ['kar nord', ['Nordmann, Kari']],
    ['Lie', ['Ødegård-Lie, Bjørn']],
    ['ødegård-lie', ['Ødegård-Lie, Bjørn']],
    ['marie', ['Åsen, Åse Marie']],
    ['arl', []],
    ['', []],
    ['   ', []],
  ])('«%s» by the beginnings of words, in a class now first', (typed, names) => {
    expect(namesFor(typed)).toEqual(names);
  });

  it.each([
    ['åse', ['Åsen, Åse Marie']],
    ['aase', ['Åsen, Åse Marie']],
    ['ode', ['Ødegård-Lie, Bjørn']],
    ['øde', ['Ødegård-Lie, Bjørn']],
    ['bjorn', ['Ødegård-Lie, Bjørn']],
    ['muller', ['Müller, Zoë']],
    ['zoe', ['Müller, Zoë']],
  ])('«%s» with and without Norwegian letters', (typed, names) => {
    expect(namesFor(typed)).toEqual(names);
  });

  it('puts who is written so before who is only nearly so', () => {
    expect(namesFor('aas')).toEqual(['Aas, Karim', 'Åsen, Åse Marie']);
    expect(namesFor('ås')).toEqual(['Åsen, Åse Marie', 'Aas, Karim']);
  });

  it.each(['A26-000261', 'a26-000261', '000261', '261', 'S260007', '260007'])('«%s» by number', (typed) => {
    expect(hits(everybody, typed, 10)).toHaveLength(1);
  });

  it.each(['01818012345', '018180 12345', '018180-12345', 'kari 01 81 80 123 45'])('nobody by «%s»', (typed) => {
    expect(isNationalId(typed)).toBe(true);
    const named = person('01818012345', 'Kari', { students: [student('01818012345')] });
    expect(hits(everybodyIn({ data: [named] }), typed, 10)).toEqual([]);
  });

  it('finds who was forgotten by the number that is left', () => {
    const gone = { ...person('', ''), name: null, students: [student('A26-000900', 'withdrawn')] };
    expect(hits(everybodyIn({ data: [gone] }), '900', 1).map(({ name }) => name)).toEqual(['A26-000900']);
  });

  it('finds everybody by any beginning of the own name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everybody), fc.nat(), (one, length) => {
        const { familyName } = one.entry.name!;
        const typed = familyName.slice(0, 1 + (length % familyName.length)).replace('-', ' ');
        expect(hits(everybody, typed, everybody.length)).toContain(one);
      }),
    );
  });
});

describe('which acts a search finds', () => {
  const acts = ['Gå til Klasser', 'Klasseliste OSLO-2', 'Ta oppmøte i OSLO-2'].map(findableAct);

  it('by the beginnings of their words', () => {
    expect(actHits(acts, 'opp oslo', 5).map(({ text }) => text)).toEqual(['Ta oppmøte i OSLO-2']);
    expect(actHits(acts, 'kla', 5).map(({ text }) => text)).toEqual(['Gå til Klasser', 'Klasseliste OSLO-2']);
    expect(actHits(acts, 'klasse oslo-2', 5).map(({ text }) => text)).toEqual(['Klasseliste OSLO-2']);
    expect(actHits(acts, 'kla', 1)).toHaveLength(1);
  });
});
