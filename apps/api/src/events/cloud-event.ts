import type { Recorded } from '@kull/event-store';

/** An event of the log as CloudEvents 1.0 says it in JSON. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** Position in the log: 1, 2, 3 … without a hole. */
  readonly sequence: string;
  readonly recordedtime: string;
  readonly actor: string;
  readonly correlationid?: string;
  readonly causationid?: string;
  readonly data: object;
}

/** `CoursePointsAwarded` → `course-points.awarded`: the thing, then what happened to it. */
const dotted = (type: string): string => {
  const words = type.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('-')}.${words.at(-1)}`;
};

export const cloudEventOf = (event: Recorded, schemaVersion: number): CloudEvent => {
  const { correlationId, causationId, actor } = event.metadata;
  return {
    specversion: '1.0',
    id: event.eventId,
    source: '/kull',
    type: `no.bi.kull.${dotted(event.type)}.v${schemaVersion}`,
    subject: event.stream,
    time: event.occurredAt,
    datacontenttype: 'application/json',
    sequence: String(event.position),
    recordedtime: event.recordedAt,
    actor,
    ...(correlationId ? { correlationid: correlationId } : {}),
    ...(causationId ? { causationid: causationId } : {}),
    data: event.data,
  };
};
