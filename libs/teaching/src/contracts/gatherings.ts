import type { Instant } from '@kull/kernel';
import type { Calendar } from '../domain/calendar';
import type { Programme } from '../domain/class-plan';
import type { Gathering, ScheduledGathering } from '../domain/gathering';

/** Somebody who is to be at a gathering, or was to be before it moved. */
export interface GatheringGuestOrStudent {
  readonly personId: string;
  readonly isGuest: boolean;
  /** On one of its days now. Otherwise only on one of those it had before its last change. */
  readonly isExpected: boolean;
}

/** A gathering as people are told of it. */
export interface GatheringToTell {
  readonly classId: string;
  readonly classCode: string;
  /** Before a class is open its plan may change as often as it likes, and nobody is told. */
  readonly isOpen: boolean;
  readonly programme: Programme;
  readonly gathering: ScheduledGathering;
  /** Where and when it was before its last change. Absent: it was not moved, but planned or cancelled. */
  readonly before?: Pick<Gathering, 'venue' | 'sessions'>;
  /** When it last changed, in the domain; of one that never did, when it was planned. */
  readonly changedAt: Instant;
  /** What the calendar of the class has of it. */
  readonly entries: Calendar;
  /** Students of the class who are not on leave, and guests. */
  readonly touched: readonly GatheringGuestOrStudent[];
}

/** Other contexts' way to gatherings and who is to be there (a Nest provider under this token). A few queries each. */
export abstract class GatheringDirectory {
  /** Gatherings of the programme's classes, cancelled ones too, with a session after that and not after `by`. */
  abstract meeting(programmeCode: string, after: Instant, by: Instant): Promise<readonly GatheringToTell[]>;
  /** All gatherings of these classes, cancelled ones too. */
  abstract ofClasses(classIds: readonly string[]): Promise<readonly GatheringToTell[]>;
}
