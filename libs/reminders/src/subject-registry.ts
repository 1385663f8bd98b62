import type { Subject } from './domain/occasion';
import type { OccasionSource } from './occasion-source';
import type { SubjectPart } from './subject-part';

/** A subject's part with its source at work. */
export type LivingSubject = Omit<SubjectPart, 'source'> & { readonly source: OccasionSource };

/** The subjects, by name. */
export class SubjectRegistry {
  private readonly bySubject: ReadonlyMap<Subject, LivingSubject>;

  constructor(subjects: readonly LivingSubject[]) {
    for (const { subject, source } of subjects) {
      if (source.subject !== subject) throw new Error(`the source of ${subject} is one of ${source.subject}`);
    }
    this.bySubject = new Map(subjects.map((one) => [one.subject, one]));
    if (this.bySubject.size < subjects.length) throw new Error('a subject has two parts');
  }

  /** Undefined: there is a plan for it, but nothing to say of it in this installation. */
  find(subject: Subject): LivingSubject | undefined {
    return this.bySubject.get(subject);
  }
}
