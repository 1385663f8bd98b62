import type { Recorded } from '@kull/event-store/contracts';
import type { Instant } from '@kull/kernel';
import { type Gathering, periodOf, type Session } from '@kull/teaching/contracts';
import { GatheringDirectory, type GatheringToTell } from '@kull/teaching/contracts/gatherings';
import { Injectable } from '@nestjs/common';
import type { Occasion, OccasionName, Recipient } from '../../domain/occasion';
import { recipientKey } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { EventSource } from '../../event-source';
import type { Standing } from '../../occasion-source';
import { validUntil } from '../due-times';
import { aboutGathering, classOfAbout } from './about';
import type { GatheringChangeFacts } from './changed-texts';
import { beginsAt, gatheringFacts, overAt } from './shown';

/** A change that touches the next days cannot wait for somebody to read mail. */
const SOON_MS = 3 * 86_400_000;

type Sessions = Pick<Gathering, 'sessions'>;

const hasSameSessions = (one: Sessions, other: Sessions): boolean =>
  one.sessions.length === other.sessions.length &&
  one.sessions.every(({ code }) => other.sessions.some((session) => session.code === code));

/** When the first session begins, then or now, that is not as it was; of a gathering that moved nowhere, its first. */
const firstChange = (before: Sessions, gathering: Sessions): Instant => {
  const key = ({ code, startsAt, room }: Session): string => [code, startsAt, room].join(' ');
  const unlike = (sessions: readonly Session[], others: readonly Session[]): readonly Session[] => {
    const known = new Set(others.map(key));
    return sessions.filter((session) => !known.has(key(session)));
  };
  const changed = [...unlike(before.sessions, gathering.sessions), ...unlike(gathering.sessions, before.sessions)];
  return beginsAt({ sessions: changed.length > 0 ? changed : gathering.sessions });
};

const kindOf = ({ gathering, before }: GatheringToTell): GatheringChangeFacts['kind'] => {
  if (gathering.status === 'cancelled') return 'CANCELLED';
  if (!before) return 'PLANNED_AGAIN';
  if (!hasSameSessions(before, gathering)) return 'SESSIONS';
  const [was, is] = [periodOf(before), periodOf(gathering)];
  return was.startsOn === is.startsOn && was.endsOn === is.endsOn ? 'CHANGED' : 'MOVED';
};

const changeFacts = (told: GatheringToTell, role: GatheringChangeFacts['role']): GatheringChangeFacts => {
  const { gathering, before = gathering, changedAt } = told;
  const was = periodOf(before);
  return {
    ...gatheringFacts(told, role),
    kind: kindOf(told),
    wasFrom: was.startsOn,
    wasUntil: was.endsOn,
    isSoon: Date.parse(firstChange(before, gathering)) - Date.parse(changedAt) <= SOON_MS,
    hasBegun: beginsAt(gathering) <= changedAt,
  };
};

const teachersOf = ({ gathering, before }: GatheringToTell): readonly string[] => [
  ...new Set(
    [gathering, before].flatMap((one: Pick<Gathering, 'sessions'> | undefined) =>
      (one?.sessions ?? []).flatMap(({ teachers = [] }) => teachers),
    ),
  ),
];

/** What is told of the last change of a gathering, to everybody it touches; nothing of one that never changed. */
const occasionsOf = (plan: Plan, told: GatheringToTell): readonly Occasion[] => {
  const { gathering, programme, changedAt, touched, isOpen } = told;
  if (gathering.revision === 0 || !isOpen || programme.code !== plan.programmeCode) return [];
  const endsAt = overAt(gathering);
  const occasion = (recipient: Recipient, facts: GatheringChangeFacts): Occasion => ({
    subject: 'GATHERING_CHANGED',
    recipient,
    about: aboutGathering(told),
    step: 'ONCE',
    version: String(gathering.revision),
    programmeCode: programme.code,
    dueAt: changedAt,
    validUntil: validUntil(plan, changedAt, endsAt),
    facts,
  });
  const facts = {
    student: changeFacts(told, 'student'),
    guest: changeFacts(told, 'guest'),
    teacher: changeFacts(told, 'teacher'),
  };
  return [
    ...touched.map(({ personId, isGuest }) =>
      occasion({ kind: 'person', personId }, facts[isGuest ? 'guest' : 'student']),
    ),
    ...teachersOf(told).map((code) => occasion({ kind: 'staff', code }, facts.teacher)),
  ];
};

/** Gatherings that were moved, cancelled or planned again, told at once: students, guests, and teachers by their codes. */
@Injectable()
export class GatheringChanges implements EventSource {
  readonly subject = 'GATHERING_CHANGED';

  constructor(private readonly gatherings: GatheringDirectory) {}

  /** Nobody knows of a change before it is made. */
  async between() {
    return [];
  }

  async fromEvent(plan: Plan, { data }: Recorded) {
    const { classId, number } = data as { readonly classId: string; readonly number: number };
    const ofClass = await this.gatherings.ofClasses([classId]);
    return ofClass.filter(({ gathering }) => gathering.number === number).flatMap((told) => occasionsOf(plan, told));
  }

  async standing(plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]> {
    const gatherings = await this.gatherings.ofClasses(names.map(({ about }) => classOfAbout(about)));
    const now = new Map(
      gatherings
        .flatMap((told) => occasionsOf(plan, told))
        .map((one) => [`${one.about} ${recipientKey(one.recipient)}`, one]),
    );
    return names.map((name) => {
      const stands = now.get(`${name.about} ${recipientKey(name.recipient)}`);
      if (!stands) return { cancelled: 'WITHDRAWN' };
      return stands.version === name.version ? { stands } : { cancelled: 'MOVED' };
    });
  }
}
