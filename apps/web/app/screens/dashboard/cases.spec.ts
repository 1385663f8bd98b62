import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exampleOverview, type Overview } from '../../../../api/src/overview/overview';
import { casesIn } from './cases';

const quiet: Overview = {
  ...exampleOverview,
  intakes: [],
  attendance: [],
  courses: [],
  absences: [],
  rejectedLines: 0,
  gradingRequests: 0,
  reminders: { failed: 0, unknown: 0 },
  addressFaults: 0,
  work: { ...exampleOverview.work, quarantined: 0 },
};

describe('the queue of what needs action', () => {
  it('is empty when nothing does', () => {
    expect(casesIn(quiet)).toEqual([]);
  });

  it('has what hinders somebody first, and leads to the list behind the number', () => {
    expect(casesIn(exampleOverview)).toEqual([
      { kind: 'LINE_REJECTED', severity: 'wrong', count: 1, href: '/leveringer?vis=avvist' },
      {
        kind: 'ATTENDANCE_AT_RISK',
        severity: 'risk',
        count: 3,
        about: 'NLP-2026',
        href: '/klasser?kull=NLP-2026&vis=fare',
      },
      { kind: 'POINTS_HELD', severity: 'risk', count: 5, about: 'NLA-2026V-1', href: '/poeng/NLA-2026V-1?vis=holdt' },
      {
        kind: 'ABSENCE_TO_DECIDE',
        severity: 'risk',
        count: 2,
        about: 'OSLO-1',
        href: '/klasser/NLP-2026/OSLO-1/oppmote?vis=fravar',
      },
      { kind: 'GRADING_REQUEST', severity: 'risk', count: 2, href: '/poeng' },
      { kind: 'REMINDER_STUCK', severity: 'risk', count: 1, href: '/paminnelser?vis=uavklart' },
      { kind: 'OFFER_OPEN', severity: 'note', count: 6, about: 'NLP-2026', href: '/opptak/NLP-2026/runder' },
      { kind: 'ADDRESS_FAULT', severity: 'note', count: 2, href: '/paminnelser?vis=adresser' },
    ]);
  });

  it('leaves out attendance that nobody can do anything about any more', () => {
    const attendance = exampleOverview.attendance!.map((one) => ({ ...one, isOver: true }));
    expect(casesIn({ ...quiet, attendance })).toEqual([]);
  });

  it('has a round that did not send itself, where it is sent from', () => {
    const [intake] = exampleOverview.intakes!;
    expect(casesIn({ ...quiet, intakes: [{ ...intake!, openOffers: 0, roundsStopped: 1 }] })).toEqual([
      { kind: 'ROUND_NOT_SENT', severity: 'wrong', count: 1, about: 'NLP-2026', href: '/opptak/NLP-2026/runder' },
    ]);
  });

  it('loses nothing of what is counted', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), (rejectedLines, quarantined, failed, addressFaults) => {
        const cases = casesIn({
          ...quiet,
          rejectedLines,
          addressFaults,
          reminders: { failed, unknown: 0 },
          work: { ...quiet.work, quarantined },
        });
        expect(cases.reduce((sum, { count }) => sum + count, 0)).toBe(
          rejectedLines + quarantined + failed + addressFaults,
        );
        expect(cases.every(({ count }) => count > 0)).toBe(true);
      }),
    );
  });
});
