import { type ProblemsFor, said } from '@kull/http';
import { writtenDayOfWeek } from '@kull/kernel';
import type { FileAppealRejection } from '../commands/file-appeal';
import type { GivePlaceOnAppealRejection } from '../commands/give-place-on-appeal';

/** How it is said that a decision is not appealed, or an appeal not decided. */
export const appealProblems = {
  NOT_DECIDED: {
    status: 409,
    title: said('Søknaden er ikke avgjort', 'Søknaden er ikkje avgjord', 'The application has not been decided'),
    detail: said(
      'Det er ikke noe å klage på ennå.',
      'Det er ikkje noko å klage på enno.',
      'There is nothing to appeal yet.',
    ),
  },
  APPEAL_TOO_LATE: {
    status: 409,
    title: said('Klagen kom etter fristen', 'Klaga kom etter fristen', 'The appeal came after the deadline'),
    detail: ({ appealBy }) =>
      said(
        `Siste dag var ${writtenDayOfWeek('nb', appealBy)}. Klagen er ikke tatt imot.`,
        `Siste dag var ${writtenDayOfWeek('nn', appealBy)}. Klaga er ikkje teken imot.`,
        `The last day was ${writtenDayOfWeek('en', appealBy)}. The appeal has not been taken.`,
      ),
  },
  ALREADY_APPEALED: {
    status: 409,
    title: said(
      'Det er klaget på vedtaket før',
      'Det er klaga på vedtaket før',
      'The decision has been appealed before',
    ),
  },
  NOT_APPEALED: {
    status: 409,
    title: said(
      'Det er ikke klaget på vedtaket',
      'Det er ikkje klaga på vedtaket',
      'The decision has not been appealed',
    ),
  },
  OWN_DECISION: {
    status: 403,
    title: said(
      'Du kan ikke avgjøre denne klagen',
      'Du kan ikkje avgjere denne klaga',
      'You cannot decide this appeal',
    ),
    detail: said(
      'Du har vurdert søknaden, fattet vedtaket eller er inhabil. En annen må avgjøre klagen.',
      'Du har vurdert søknaden, gjort vedtaket eller er inhabil. Ein annan må avgjere klaga.',
      'You have assessed the application, made the decision or are disqualified. Somebody else has to decide the appeal.',
    ),
  },
  APPEAL_ALREADY_DECIDED: {
    status: 409,
    title: said('Klagen er avgjort før', 'Klaga er avgjord før', 'The appeal has been decided before'),
  },
  APPEAL_UNKNOWN: { status: 404, title: said('Klagen finnes ikke', 'Klaga finst ikkje', 'The appeal is not there') },
  NOT_UPHELD: {
    status: 409,
    title: said('Klageren har ikke fått medhold', 'Klagaren har ikkje fått medhald', 'The appeal has not been upheld'),
    detail: said(
      'Plass utenom rundene gis bare etter medhold i en klage. Avgjør klagen først.',
      'Plass utanom rundane blir berre gitt etter medhald i ei klage. Avgjer klaga først.',
      'A place outside the rounds is given only after an appeal is upheld. Decide the appeal first.',
    ),
  },
  PLACE_HELD: {
    status: 409,
    title: said('Søkeren har plass fra før', 'Søkjaren har plass frå før', 'The applicant already has a place'),
  },
  NOT_FORWARDED: {
    status: 409,
    title: said(
      'Klagen er ikke sendt til klagenemnda',
      'Klaga er ikkje send til klagenemnda',
      'The appeal has not been forwarded to the appeals board',
    ),
    detail: said(
      'Bare nemnda kan avslå en klage. Gi medhold, eller send den videre.',
      'Berre nemnda kan avslå ei klage. Gi medhald, eller send henne vidare.',
      'Only the board can dismiss an appeal. Uphold it, or forward it.',
    ),
  },
} as const satisfies Partial<ProblemsFor<FileAppealRejection | GivePlaceOnAppealRejection>>;
