import { z } from 'zod';
import type { KullClient } from '../service/client';

const presence = z.enum(['PRESENT', 'ABSENT', 'EXCUSED']);
const attendance = {
  presence,
  attendedHours: z.number(),
  lateHours: z.number(),
  leftEarlyHours: z.number(),
  excuse: z.string().optional(),
};

const summary = z.looseObject({
  session: z.string(),
  title: z.string(),
  startsAt: z.string(),
  hours: z.number(),
  gathering: z.number().optional(),
  room: z.string().optional(),
  status: z.enum(['unopened', 'open', 'locked']),
  expected: z.number(),
  present: z.number(),
  absent: z.number(),
  excused: z.number(),
  unmarked: z.number(),
  conflicts: z.number(),
});

const mark = z.looseObject({
  id: z.string(),
  ...attendance,
  observedBy: z.string(),
  observedAt: z.string(),
  device: z.string().optional(),
});

const student = z.looseObject({
  studentNo: z.string(),
  onLeave: z.boolean(),
  guestFrom: z.string().optional(),
  counts: z.looseObject({ ...attendance, by: z.string(), at: z.string() }).optional(),
  conflict: z.array(z.string()).optional(),
  marks: z.array(mark),
});

const register = summary.extend({ students: z.array(student) });
const registers = z.looseObject({ data: z.array(summary) });

export type RegisterSummary = z.infer<typeof summary>;
export type Register = z.infer<typeof register>;
export type RegisterStudent = Register['students'][number];
export type Mark = z.infer<typeof mark>;
export type Attendance = Pick<Mark, keyof typeof attendance>;

/** The registers of a class, session for session in order of time. `query`: as of when. */
export const registersOf = async (client: KullClient, at: string, query = ''): Promise<readonly RegisterSummary[]> =>
  (await client.get(`${at}/registers${query}`, registers)).data;

/** One register, student for student. */
export const registerOf = (client: KullClient, at: string, session: string, query = ''): Promise<Register> =>
  client.get(`${at}/registers/${encodeURIComponent(session)}${query}`, register);

/** Locks the register of a session that is over. */
export const lockRegister = (client: KullClient, at: string, session: string): Promise<RegisterSummary> =>
  client.postAnew(`${at}/registers/${encodeURIComponent(session)}/locks`, { json: '{}' }, summary);
