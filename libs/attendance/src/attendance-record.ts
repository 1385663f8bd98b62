import { EventStore, type Recorded } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import {
  AttendanceRecord,
  type RegisterRef,
  type RegisterState,
  type SaidOfAttendance,
  type SaidRef,
} from './contracts/said';
import { registerIdOf } from './domain/ids';
import { judgedStanding, statusAfter } from './domain/judged-standing';
import type { StandingEvent } from './domain/judged-standing.events';
import { register } from './domain/register';
import type { Register } from './domain/register.state';

const stateOf = (state: Register): RegisterState => {
  if (state.status === 'unopened') return { isLocked: false, observers: [] };
  const observations = [...state.records.values()].flatMap((record) => record.observations);
  const byHand = observations.filter(({ source }) => source === 'LIST' || source === 'PAPER');
  return { isLocked: state.status === 'locked', observers: [...new Set(byHand.map(({ by }) => by))].sort() };
};

const streamOf = (standingId: string): string => `${judgedStanding.category}-${standingId}`;

/** Answers other contexts from the streams themselves. */
@Injectable()
export class AttendanceRecordOfStreams extends AttendanceRecord {
  constructor(private readonly events: EventStore) {
    super();
  }

  async registers(refs: readonly RegisterRef[]): Promise<readonly RegisterState[]> {
    const ids = refs.map(({ classId, session }) => registerIdOf(classId, session));
    return (await this.events.loadEach(register, ids)).map(({ state }) => stateOf(state));
  }

  async said(refs: readonly SaidRef[]): Promise<readonly (SaidOfAttendance | undefined)[]> {
    const streams = await this.events.readStreams(refs.map(({ standingId }) => streamOf(standingId)));
    return refs.map((ref) => saidIn(streams.get(streamOf(ref.standingId)) ?? [], ref));
  }
}

const saidIn = (
  recorded: readonly Recorded[],
  { standingId, award, position }: SaidRef,
): SaidOfAttendance | undefined => {
  const ofAward = (recorded as readonly Recorded<StandingEvent>[]).filter(({ data }) => data.award === award);
  const one = ofAward.find(({ data }) => data.position === position);
  const last = ofAward.at(-1);
  if (!one || !last) return undefined;
  return {
    standingId,
    said: one.data,
    status: statusAfter(one),
    since: one.occurredAt,
    last: { position: last.data.position, status: statusAfter(last) },
  };
};
