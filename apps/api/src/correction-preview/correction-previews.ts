import { PreviewAttendance } from '@kull/attendance';
import { PreviewCertificates } from '@kull/certificates';
import {
  type CorrectionFile,
  correctionRowsIn,
  creditsProblems,
  PreviewCorrections,
  type PreviewedCorrection,
} from '@kull/credits';
import { PreviewLines } from '@kull/deliveries';
import type { Recorded } from '@kull/event-store';
import { type Caller, problemOf, Worded } from '@kull/http';
import { PreviewLetters } from '@kull/reminders';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { CorrectionPreview } from './correction-preview';
import { rowText } from './preview-texts';
import { totalsOf } from './preview-totals';
import { rowPreviews } from './row-previews';

/** Asks each context what a file of corrections leads to, in the order in which it would happen. */
@Injectable()
export class CorrectionPreviews {
  constructor(private readonly queries: QueryBus) {}

  async of(classId: string, file: CorrectionFile, caller: Caller): Promise<Worded<CorrectionPreview>> {
    const context = caller.context({ source: 'correction-preview' });
    const outcome = await this.queries.execute(new PreviewCorrections(classId, correctionRowsIn(file), context));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, creditsProblems);
    const { rows: corrections, programmeCode, version } = outcome.previewed;

    const certificates = await this.queries.execute(new PreviewCertificates(toldOfCourses(corrections)));
    const { changes, pending } = certificates;
    const standings = await this.queries.execute(new PreviewAttendance(classId, toldOfRegisters(corrections)));
    const versions = changes.map(({ data }) => ({ number: data.number, version: data.version }));
    const [lines, letters] = await Promise.all([
      this.queries.execute(new PreviewLines(classId, changes, pending)),
      this.queries.execute(
        new PreviewLetters(programmeCode, { certificates: certificates.certificates, versions, standings }),
      ),
    ]);
    const rows = rowPreviews({ corrections, certificates, lines, letters });
    return new Worded((language) => ({
      version,
      rows: rows.map((row) => ({ ...row, message: rowText(row, language) })),
      totals: totalsOf(rows),
    }));
  }
}

/** By register, in the order in which they would happen. */
const toldOfRegisters = (corrections: readonly PreviewedCorrection[]): readonly Recorded[] =>
  corrections.flatMap(({ course }) => course?.registers ?? []).sort((one, other) => one.version - other.version);

/** The rows stand in the order of the file; a course is told of them in the order in which they are applied. */
const toldOfCourses = (corrections: readonly PreviewedCorrection[]) => {
  const told = new Map<string, Recorded[]>();
  for (const { course } of corrections)
    if (course && course.events.length > 0) told.set(course.id, [...(told.get(course.id) ?? []), ...course.events]);
  return [...told].map(([studentCourseId, events]) => ({
    studentCourseId,
    events: events.sort((one, other) => one.version - other.version),
  }));
};
