import { z } from 'zod';
import type { FolderForm } from '../files/folder';

const code = z.string().min(1);
const named = z.looseObject({ name: code, orgNumber: code });

/** What `course.json` must say before anything is sent. What the values may be, the service decides. */
const courseDocument = z.looseObject({
  class: z.looseObject({ code, site: code, capacity: z.number().int(), startsOn: code, endsOn: code }),
  programme: z.looseObject({ code, title: code, ectsCredits: z.number(), level: z.number(), mode: code }),
  sharingBasis: code,
  organiser: named,
  recipient: named,
  sessions: z.array(z.looseObject({ code, title: code, startsAt: code, hours: z.number() })).min(1),
  ectsRule: z.looseObject({ minAttendance: z.number(), assessment: code }),
  courseApproval: z.looseObject({
    id: code,
    title: code,
    validFrom: code,
    validTo: code,
    minAttendance: z.number(),
    assessmentRequired: z.boolean(),
    deliveryMode: code,
    creditLines: z
      .array(
        z.looseObject({
          lineNo: z.number().int(),
          specialty: code,
          purpose: code,
          category: code,
          approvedHours: z.number(),
          points: z.number(),
        }),
      )
      .min(1),
  }),
});

export type CourseDocument = z.infer<typeof courseDocument>;

const columns = (names: string): readonly string[] => names.split(' ');

/** A course folder (credits.md, "Input"). */
export const courseFolder: FolderForm<CourseDocument> = {
  document: { name: 'course.json', schema: courseDocument },
  tables: {
    'participants.csv': columns(
      'student_no family_name given_names national_id email phone language municipality_code hpr_number participant_status',
    ),
    'attendance.csv': columns('session_code student_no attended_hours observed_by observed_at reason'),
    'results.csv': columns('student_no assessment result graded_by attested_by attested_at'),
    'corrections.csv': columns('at kind student_no value reason recorded_by approved_by'),
    'hpr-register.csv': columns(
      'hpr_number family_name given_names birth_date profession authorised_from authorised_to',
    ),
  },
};
