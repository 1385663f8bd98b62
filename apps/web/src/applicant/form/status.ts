import type { IntakeDefinition } from '@kull/admissions';
import { type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';

/** What happens to an application, in this order. */
export type StageName = 'RECEIVED' | 'CHECKED' | 'ASSESSED' | 'ANSWERED';

export interface Stage {
  readonly name: StageName;
  readonly state: 'PASSED' | 'NOW' | 'NEXT';
  /** When it was, or the day by which it is done. */
  readonly on: LocalDate;
}

/**
 * Where an application stands, always with the day of what comes next (ux.md S8): checked until the intake closes,
 * assessed until the first offers, answered from then on.
 */
export const stagesOf = (
  { window, rounds }: Pick<IntakeDefinition, 'window' | 'rounds'>,
  sentAt: Instant,
  now: Instant,
): readonly Stage[] => {
  const offersAt = rounds[0]!.offersAt;
  const current: StageName = now <= window.closesAt ? 'CHECKED' : now < offersAt ? 'ASSESSED' : 'ANSWERED';
  const ends: readonly (readonly [StageName, Instant])[] = [
    ['RECEIVED', sentAt],
    ['CHECKED', window.closesAt],
    ['ASSESSED', offersAt],
    ['ANSWERED', offersAt],
  ];
  const at = ends.findIndex(([name]) => name === current);
  return ends.map(([name, end], index) => ({
    name,
    state: index < at ? 'PASSED' : index === at ? 'NOW' : 'NEXT',
    on: localDateInOslo(end),
  }));
};
