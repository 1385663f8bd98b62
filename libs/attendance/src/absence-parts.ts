import type { Provider, Type } from '@nestjs/common';
import { AbsenceEvidence } from './absence-evidence';
import { AnswerAbsenceHandler } from './commands/answer-absence';
import { AttachEvidenceHandler } from './commands/attach-evidence';
import { DeleteEvidenceHandler } from './commands/delete-evidence';
import { ReportAbsenceHandler } from './commands/report-absence';
import { AbsenceAnswers } from './http/absence-answers';
import { AbsencesController } from './http/absences.controller';
import { ClassAbsencesController } from './http/class-absences.controller';
import { OwnAbsences } from './own-absences';
import { Absences } from './read-models/absences.query';

/** What the module has of absence told in advance. */
export const absenceControllers: Type[] = [ClassAbsencesController, AbsencesController];

export const absenceProviders: Provider[] = [
  ReportAbsenceHandler,
  AttachEvidenceHandler,
  DeleteEvidenceHandler,
  AnswerAbsenceHandler,
  AbsenceEvidence,
  AbsenceAnswers,
  Absences,
  OwnAbsences,
];
