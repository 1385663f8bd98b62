import { useQuery } from '@tanstack/preact-query';
import type { ApplicationPapersView, PaperLine } from '../../../../libs/admissions/src/application-papers';
import { address, get } from '../api/client';
import { dayAndTime, longDay, number } from '../kit/dates';
import { Loaded } from '../kit/loaded';
import { paperWords as t } from './paper-words';
import './papers.css';

const typeNames: Readonly<Record<PaperLine['mediaType'], string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000
    ? t.kb(number(Math.max(1, Math.round(bytes / 1_000))))
    : t.mb(number(Math.round(bytes / 100_000) / 10));

const Paper = ({ id, paper }: { readonly id: string; readonly paper: PaperLine }) => {
  const { documentHash, kind, name, mediaType, size, attachedAt } = paper;
  const called = name ? `${t.kinds[kind]}, ${name}` : t.kinds[kind];
  return (
    <li>
      <strong>{t.kinds[kind]}</strong>
      {name && `, ${name}`}{' '}
      <a
        class="ds-link"
        href={address(`/applications/${id}/documents/${documentHash}`)}
        aria-label={`${t.open}: ${called}`}
      >
        {t.open}
      </a>
      <span class="paper-facts">
        {[typeNames[mediaType], ...(size === null ? [] : [sizeOf(size)]), t.came(dayAndTime(attachedAt))].join(' · ')}
      </span>
    </li>
  );
};

const Missing = ({ of: { missing, notThere } }: { readonly of: ApplicationPapersView }) => (
  <>
    {missing && (
      <p>
        <strong>
          {t.missing}: {missing.missing.map((code) => t.stops[code]).join(', ')}.
        </strong>{' '}
        {(missing.isOverdue ? t.overdue : t.due)(dayAndTime(missing.dueBy))}
      </p>
    )}
    {notThere.length > 0 && <p>{t.notThere(notThere.map((kind) => t.kinds[kind].toLowerCase()).join(', '))}</p>}
  </>
);

const Request = ({ request }: { readonly request: NonNullable<ApplicationPapersView['employerRequest']> }) => {
  const { recipient, askedAt, validUntil, state } = request;
  const to = recipient ? `${recipient.name} (${recipient.email})` : t.somebody;
  return (
    <p>
      {t.asked(to, dayAndTime(askedAt))} {t.states[state](dayAndTime(validUntil))}
    </p>
  );
};

const Leader = ({ of, level }: { readonly of: ApplicationPapersView; readonly level: 3 | 4 }) => {
  const Heading = `h${level}` as const;
  const { employerConfirmation: said, employerRequest: request, confirmedInFileOn, source, missing } = of;
  const isMissing = missing?.missing.includes('MISSING_EMPLOYER_CONFIRMATION') ?? false;
  return (
    <>
      <Heading class="ds-heading" data-size="2xs">
        {t.leader}
      </Heading>
      {said && (
        <p>
          {t.confirmed([said.name ?? t.somebody, said.title].filter(Boolean).join(', '), longDay(said.on))}{' '}
          {said.post ? t.says(said.post.positionTitle, said.post.employer) : t.otherPost}
        </p>
      )}
      {!said && confirmedInFileOn && <p>{t.inFile(longDay(confirmedInFileOn))}</p>}
      {request && <Request request={request} />}
      {!said && !request && !confirmedInFileOn && <p>{source === 'FORM' && isMissing ? t.notAsked : t.notConfirmed}</p>}
    </>
  );
};

interface Props {
  readonly id: string;
  readonly level?: 2 | 3;
  /** Where the page does not say already who applies. */
  readonly isNamed?: boolean;
}

/** What has come in with an application and what has not, and what the applicant's leader has confirmed. */
export const ApplicationPapers = ({ id, level = 3, isNamed = false }: Props) => {
  const Heading = `h${level}` as const;
  const papers = useQuery({
    queryKey: ['admissions', 'papers', id],
    queryFn: () => get<ApplicationPapersView>(`/applications/${id}/documents`),
  });
  return (
    <section class="stack papers">
      <Heading class="ds-heading" data-size={level === 2 ? 'xs' : '2xs'}>
        {t.title}
      </Heading>
      <Loaded of={papers}>
        {(found) => (
          <>
            {isNamed && found.applicant && (
              <p>
                {t.applicant}:{' '}
                <strong>
                  {found.applicant.givenNames} {found.applicant.familyName}
                </strong>
              </p>
            )}
            {found.data.length > 0 && (
              <ul class="ds-list">
                {found.data.map((paper) => (
                  <Paper key={paper.documentHash} id={id} paper={paper} />
                ))}
              </ul>
            )}
            {found.data.length === 0 && <p>{found.source === 'FILE' ? t.fromFile : t.none}</p>}
            <Missing of={found} />
            <Leader of={found} level={level === 2 ? 3 : 4} />
          </>
        )}
      </Loaded>
    </section>
  );
};
