import { writtenDay, writtenDayAndMonth, writtenDayOfWeek, writtenOrgNumber } from './written';

describe('what is written for people', () => {
  it('names days in their language', () => {
    expect(writtenDay('nb', '2026-06-19')).toBe('19. juni 2026');
    expect(writtenDay('nn', '2026-12-01')).toBe('1. desember 2026');
    expect(writtenDay('en', '2026-01-31')).toBe('31 January 2026');
    expect(writtenDayAndMonth('en', '2028-02-29')).toBe('29 February');
  });

  it('names the day of the week as nynorsk does, whatever the machine knows', () => {
    expect(writtenDayOfWeek('nb', '2026-05-15')).toBe('fredag 15. mai 2026');
    expect(writtenDayOfWeek('nn', '2026-05-12')).toBe('tysdag 12. mai 2026');
    expect(writtenDayOfWeek('en', '2026-05-17')).toBe('Sunday 17 May 2026');
  });

  it('keeps the groups of an organisation number on one line', () => {
    expect(writtenOrgNumber('971228865')).toBe('971\u00a0228\u00a0865');
  });
});
