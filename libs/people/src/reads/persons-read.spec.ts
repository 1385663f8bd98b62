import { describe, it } from '@jest/globals';
import { given } from '@kull/kernel/given';
import { type PersonsRead, personsRead } from './persons-read';

const read = (...persons: string[]): PersonsRead => ({
  type: 'PersonsRead',
  data: { reader: 'khe', role: 'coordinator', operation: 'getRoster', persons },
});
const note = (...persons: string[]) => ({ type: 'NoteRead', data: read(...persons).data }) as const;

describe('what somebody has read within an hour', () => {
  it('is noted once for each person', () => {
    given(personsRead)()
      .when(note('b', 'a', 'b'))
      .then(read('a', 'b'));
    given(personsRead)(read('a', 'b')).when(note('a', 'b')).thenNothing();
    given(personsRead)(read('a', 'b')).when(note('a', 'c')).then(read('c'));
  });

  it('is nothing of nobody', () => given(personsRead)().when(note()).thenNothing());
});
