import type { Provider, Type } from '@nestjs/common';
import { AttendanceRiskController } from './http/attendance-risk.controller';
import { Judgements } from './judgements';
import { OwnAttendance } from './own-attendance';
import { JudgeAttendanceStanding } from './reactions/judge-attendance-standing';
import { PreviewAttendanceHandler } from './reactions/preview-attendance';
import { AttendanceStandings } from './read-models/attendance-standings.query';
import { CountAbsencesToDecideHandler } from './read-models/count-absences-to-decide';
import { CountStandingsHandler } from './read-models/count-standings';
import { ListAttendanceStreamsHandler } from './read-models/list-attendance-streams';
import { ListAttendedSessionsHandler } from './read-models/list-attended-sessions';
import { ListStandingsHandler } from './read-models/list-standings';
import { StandingChanges } from './standing-changes';
import { Standings } from './standings';

/** What the module has of where students stand. */
export const standingControllers: Type[] = [AttendanceRiskController];

export const standingProviders: Provider[] = [
  Standings,
  OwnAttendance,
  StandingChanges,
  Judgements,
  JudgeAttendanceStanding,
  PreviewAttendanceHandler,
  AttendanceStandings,
  CountAbsencesToDecideHandler,
  CountStandingsHandler,
  ListAttendedSessionsHandler,
  ListStandingsHandler,
  ListAttendanceStreamsHandler,
];
