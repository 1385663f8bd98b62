import { type RegisterSheetContent, renderRegisterSheet } from '@kull/documents';
import type { InLanguages, Instant, Language, Rejection } from '@kull/kernel';
import { endOf, type PlannedClass, type Session, scheduledOf } from '@kull/teaching/contracts';
import { Injectable } from '@nestjs/common';
import { occasionOf, sessionOf } from './domain/at-door';
import { expectedAt } from './domain/expected';
import { rowCodesOf, sheetIdOf } from './domain/sheet-codes';
import type { SheetCodes } from './domain/sheet-rows';
import { Door } from './door';
import { type ClassRoll, Rolls, sessionsOf } from './rolls';
import { nameOn, StudentNames } from './student-names';

type SheetRejection = Rejection<'CLASS_NOT_PLANNED' | 'UNKNOWN_SESSION'>;

/** A sheet that is printed in the language of whoever asks for it. */
interface PrintableSheet {
  readonly nameIn: (language: Language) => string;
  readonly pdfIn: (language: Language) => Uint8Array;
}

const fileNames: InLanguages<string> = { nb: 'oppmøte', nn: 'oppmøte', en: 'register' };

const collator = new Intl.Collator('nb');

/** Everybody who may ever stand on a sheet of the class: a code stays good for who has left since it was printed. */
const studentNosOf = ({ students, guests }: ClassRoll): readonly string[] =>
  [...students, ...guests].map(({ studentNo }) => studentNo);

const venueOf = (planned: PlannedClass, { gathering }: Session): string | undefined =>
  scheduledOf(planned).find(({ number }) => number === gathering)?.venue;

/** Registers on paper: printed, and read back by the codes of their rows (W17). */
@Injectable()
export class RegisterSheets {
  constructor(
    private readonly rolls: Rolls,
    private readonly door: Door,
    private readonly names: StudentNames,
  ) {}

  /** What a typed sheet of that session is read against. */
  async codes(
    classId: string,
    code: string,
  ): Promise<(SheetCodes & { readonly startsAt: Instant }) | { readonly rejected: SheetRejection }> {
    const found = await this.session(classId, code);
    if ('rejected' in found) return found;
    const { roll, session } = found;
    const studentNos = studentNosOf(roll);
    const others = sessionsOf(roll.planned).filter((other) => other.code !== code);
    return {
      startsAt: session.startsAt,
      halfHours: session.halfHours,
      students: new Map([...rowCodesOf(classId, code, studentNos)].map(([studentNo, row]) => [row, studentNo])),
      otherSessions: new Map(
        others.flatMap((other) =>
          [...rowCodesOf(classId, other.code, studentNos).values()].map((row) => [row, other.code] as const),
        ),
      ),
    };
  }

  /** The sheet as a PDF, for those who are expected in the session as it stands now; by family name. */
  async printed(
    classId: string,
    code: string,
    now: Instant,
  ): Promise<PrintableSheet | { readonly rejected: SheetRejection }> {
    const found = await this.session(classId, code);
    if ('rejected' in found) return found;
    const { roll, session } = found;
    const { plan } = roll.planned;
    const venue = venueOf(roll.planned, session);
    const content: RegisterSheetContent = {
      sheetId: sheetIdOf(classId, code),
      classCode: plan.code,
      programme: plan.programme.title,
      session: {
        code,
        title: session.title,
        startsAt: session.startsAt,
        endsAt: endOf(session),
        hours: session.halfHours / 2,
      },
      ...(venue !== undefined && { venue }),
      ...(session.room !== undefined && { room: session.room }),
      teachers: session.teachers ?? [],
      rows: await this.rows(roll, session),
      printedAt: now,
    };
    return {
      nameIn: (language) => `${fileNames[language]}-${plan.code}-${code}.pdf`,
      pdfIn: (language) => renderRegisterSheet(content, language),
    };
  }

  private async rows(roll: ClassRoll, session: Session): Promise<RegisterSheetContent['rows']> {
    const { classId, planned } = roll;
    const belongs = new Set(expectedAt(session, roll));
    const { expected } = await this.door.everybody(planned.plan, occasionOf(classId, session));
    const students = expected.map(({ student }) => student).filter(({ studentNo }) => belongs.has(studentNo));
    const names = await this.names.of(students);
    const codes = rowCodesOf(classId, session.code, studentNosOf(roll));
    const keyOf = (student: (typeof students)[number]): string => {
      const name = names.get(student.personId);
      return name ? `${name.familyName} ${name.givenNames}` : student.studentNo;
    };
    return [...students]
      .sort((one, other) => collator.compare(keyOf(one), keyOf(other)) || (one.studentNo < other.studentNo ? -1 : 1))
      .map((student) => ({
        name: nameOn(names, student),
        rowCode: codes.get(student.studentNo)!,
        ...(student.classId !== classId && { guestFrom: student.classCode }),
      }));
  }

  private async session(
    classId: string,
    code: string,
  ): Promise<{ readonly roll: ClassRoll; readonly session: Session } | { readonly rejected: SheetRejection }> {
    const roll = await this.rolls.of(classId);
    if (!roll) return { rejected: { code: 'CLASS_NOT_PLANNED' } };
    const session = sessionOf(roll.planned, code);
    return session ? { roll, session } : { rejected: { code: 'UNKNOWN_SESSION' } };
  }
}
