import { inOslo } from '@kull/kernel';

/** Documents and answers as these tests look at them. */
export interface SessionJson {
  code: string;
  startsAt: string;
  hours: number;
  room?: string;
  teachers?: string[];
}
export interface GatheringJson {
  number: number;
  title: string;
  venue: string;
  sessions: SessionJson[];
}
export interface PlanJson {
  cohort: { code: string; commissionedPlaces: number };
  programme: { code: string; title: string };
  classes: { code: string; capacity: number; gatherings: GatheringJson[] }[];
}
export interface Draft {
  readonly plan: PlanJson;
  readonly warnings: readonly { readonly code: string; readonly class: string }[];
  readonly clashes: readonly {
    readonly code: string;
    readonly class: string;
    readonly other?: { readonly classId: string; readonly class: string };
    readonly message: string;
  }[];
}
export interface Planned {
  readonly id: string;
  readonly classes: readonly { readonly id: string; readonly code: string; readonly status: string }[];
  readonly warnings: readonly { readonly code: string }[];
}
export interface Refusal {
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly code: string; readonly detail: string }[];
}
export interface MoveJson {
  readonly consequences: {
    readonly after: { readonly startsOn: string };
    readonly sessions: readonly { readonly code: string; readonly after: { readonly startsAt: string } }[];
    readonly touched: { readonly students: readonly string[]; readonly teachers: readonly string[] };
    readonly notices: readonly { readonly language: string; readonly recipients: readonly string[] }[];
    readonly calendarFeeds: number;
  } | null;
  readonly refusal?: { readonly code: string } | null;
  readonly version?: number;
}

/** Code, weekday and time of day in Oslo of every session of a plan. */
export const weekdays = ({ classes }: PlanJson): readonly string[] =>
  classes.flatMap(({ gatherings }) =>
    gatherings.flatMap(({ sessions }) =>
      sessions.map(({ code, startsAt }) => {
        const { date, time } = inOslo(new Date(startsAt).toISOString());
        return `${code} ${new Date(date).getUTCDay()} ${time}`;
      }),
    ),
  );

/** Gives every class a room and a teacher of its own. */
export const inRooms = (document: PlanJson): PlanJson => ({
  ...document,
  classes: document.classes.map((one) => ({
    ...one,
    gatherings: one.gatherings.map((gathering) => ({
      ...gathering,
      sessions: gathering.sessions.map((session) => ({
        ...session,
        room: `ROM-${one.code}`,
        teachers: [`T-${gathering.number}-${one.code}`],
      })),
    })),
  })),
});
