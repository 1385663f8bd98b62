import { PreviewCertificates } from '@kull/certificates';
import { type AwardsPreview, creditsProblems, PreviewAwards, type PreviewedAward } from '@kull/credits';
import { type Caller, problemOf } from '@kull/http';
import { PreviewLetters } from '@kull/reminders';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { AwardConsequences, ByLanguage } from './award-consequences';

const byLanguage = (languages: readonly ('nb' | 'nn' | 'en')[]): ByLanguage => {
  const counts: Partial<Record<'nb' | 'nn' | 'en', number>> = {};
  for (const language of languages) counts[language] = (counts[language] ?? 0) + 1;
  return counts;
};

const given = (students: readonly PreviewedAward[], ledger: 'coursePoints' | 'ectsCredits'): number =>
  students.filter(({ before, after }) => after[ledger].status === 'AWARDED' && before?.[ledger].status !== 'AWARDED')
    .length;

/** Asks each context what awarding the credits of a class leads to. Nothing is stored, rendered or sent. */
@Injectable()
export class AwardConsequenceReport {
  constructor(private readonly queries: QueryBus) {}

  async of(classId: string, caller: Caller): Promise<AwardConsequences> {
    const context = caller.context({ source: 'award-preview' });
    const outcome = await this.queries.execute(new PreviewAwards(classId, context));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, creditsProblems);
    return this.following(outcome.previewed);
  }

  private async following({ students, gives, programme }: AwardsPreview): Promise<AwardConsequences> {
    const told = students.flatMap(({ id, events }) => (events.length > 0 ? [{ studentCourseId: id, events }] : []));
    const { changes, certificates, refused } = await this.queries.execute(new PreviewCertificates(told));
    const byEvent = new Map(students.flatMap((one) => one.events.map(({ eventId }) => [eventId, one] as const)));
    const holders = new Map(
      changes.flatMap(({ data: { number }, metadata }) => {
        const holder = byEvent.get(metadata.causationId ?? '');
        return holder ? [[number, holder] as const] : [];
      }),
    );
    const versions = changes.map(({ data: { number, version } }) => ({ number, version }));
    const letters = await this.queries.execute(
      new PreviewLetters(programme.code, { certificates, versions, standings: [] }),
    );
    const byId = new Map(students.map((one) => [one.id, one] as const));
    const sent = letters.filter(({ notSent }) => notSent === undefined);
    return {
      coursePoints: { students: given(students, 'coursePoints'), each: gives.coursePoints },
      ectsCredits: { students: given(students, 'ectsCredits'), each: gives.ectsCredits },
      certificates: {
        issued: holders.size,
        byLanguage: byLanguage([...holders.values()].map(({ holder }) => holder.language)),
      },
      refused: refused.map(({ studentCourseId, code }) => ({
        studentNo: byId.get(studentCourseId)?.studentNo ?? '',
        code,
      })),
      letters: {
        sent: sent.length,
        byLanguage: byLanguage(sent.flatMap(({ language }) => language ?? [])),
        notSent: letters.flatMap(({ about, notSent }) =>
          notSent !== undefined && 'number' in about
            ? [{ studentNo: holders.get(about.number)?.studentNo ?? '', reason: notSent }]
            : [],
        ),
      },
    };
  }
}
