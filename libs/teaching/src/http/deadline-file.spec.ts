import { describe, expect, it } from '@jest/globals';
import { deadlineFile } from './deadline-file';

const entry = { uid: 'stc_1-APPEAL-2027-07-15', on: '2027-07-15', title: 'Klag på Hjemmeeksamen; del 1' };
const file = (entries = [entry]) =>
  deadlineFile('Frister', entries, { language: 'nb', now: '2027-06-25T08:00:00.000Z' });

describe('deadlines in a calendar', () => {
  it('last the day, and make nobody busy', () => {
    const lines = file().split('\r\n');
    for (const line of [
      'UID:stc_1-APPEAL-2027-07-15',
      'DTSTART;VALUE=DATE:20270715',
      'SUMMARY:Klag på Hjemmeeksamen\\; del 1',
      'TRANSP:TRANSPARENT',
    ])
      expect(lines).toContain(line);
  });

  it('are the same file again', () => expect(file()).toBe(file()));

  it('may be none', () => expect(file([])).not.toContain('VEVENT'));
});
