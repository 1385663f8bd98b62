import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { WaitingRequest, WaitingRequests } from '../../../../../libs/credits/src/http/grading-requests.controller';
import { get, send } from '../../api/client';
import { useStaff } from '../../frame/staff';
import { useAct } from '../../kit/act';
import { dayAndTime } from '../../kit/dates';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';

const t = inLanguage({
  nb: {
    title: 'Begrunnelse og klage på karakter',
    lead: 'Ta det videre i BIs eksamenssystem, og før det her. Blir karakteren en annen, kommer den som en rettelse.',
    kinds: { REASONS: 'ber om begrunnelse', APPEAL: 'klager' },
    done: { REASONS: 'Begrunnelse er gitt', APPEAL: 'Klagen er tatt videre' },
    said: { REASONS: 'Ført: begrunnelse er gitt.', APPEAL: 'Ført: klagen er tatt videre.' },
    from: 'fra',
    forgotten: 'Slettet person',
  },
  nn: {
    title: 'Grunngiving og klage på karakter',
    lead: 'Ta det vidare i eksamenssystemet til BI, og før det her. Blir karakteren ein annan, kjem han som ei retting.',
    kinds: { REASONS: 'ber om grunngiving', APPEAL: 'klagar' },
    done: { REASONS: 'Grunngiving er gitt', APPEAL: 'Klaga er teken vidare' },
    said: { REASONS: 'Ført: grunngiving er gitt.', APPEAL: 'Ført: klaga er teken vidare.' },
    from: 'frå',
    forgotten: 'Sletta person',
  },
  en: {
    title: 'Reasons for grades, and appeals',
    lead: 'Take it on in BI’s examination system, and note it here. If the grade becomes another, it comes as a correction.',
    kinds: { REASONS: 'asks for reasons', APPEAL: 'appeals' },
    done: { REASONS: 'The reasons have been given', APPEAL: 'The appeal has been taken on' },
    said: { REASONS: 'Noted: the reasons have been given.', APPEAL: 'Noted: the appeal has been taken on.' },
    from: 'from',
    forgotten: 'Erased person',
  },
});

const PATHS = { REASONS: 'reasons', APPEAL: 'appeal-handlings' } as const;

const Request = ({ of }: { readonly of: WaitingRequest }) => {
  const { name, studentNo, classCode, assessment, title, kind, askedAt, grounds, studentCourseId } = of;
  const toast = useToast();
  const act = useAct((_: undefined, key) =>
    send(`/student-courses/${studentCourseId}/assessments/${encodeURIComponent(assessment)}/${PATHS[kind]}`, {
      json: {},
      key,
    }),
  );
  const note = async (): Promise<void> => {
    if (await act.run(undefined)) toast({ text: t.said[kind] });
  };
  return (
    <li class="ds-card">
      <div class="ds-card__block stack">
        <p class="ds-paragraph">
          <Link class="ds-link" href={`/personer/${encodeURIComponent(studentNo)}`}>
            {name ?? t.forgotten}
          </Link>{' '}
          {t.kinds[kind]}: <strong>{title ?? assessment}</strong> ({classCode})
        </p>
        {grounds && <blockquote class="grounds">{grounds}</blockquote>}
        <p class="quiet">
          {t.from} {dayAndTime(askedAt)}
        </p>
        {act.problem && <ProblemNote error={act.problem} />}
        <p>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            disabled={act.isSending}
            onClick={() => void note()}
          >
            {t.done[kind]}
          </button>
        </p>
      </div>
    </li>
  );
};

/** What students ask about their grades, the oldest first; nothing when nobody does. */
export const GradingRequestList = () => {
  const { roles } = useStaff();
  const enabled = roles.includes('administrator') || roles.includes('coordinator');
  const requests = useQuery({
    queryKey: ['credits', 'grading-requests'],
    queryFn: () => get<WaitingRequests>('/grading-requests'),
    enabled,
  });
  const data = requests.data?.data ?? [];
  if (requests.error) return <ProblemNote error={requests.error} />;
  if (data.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="klager">
      <h2 class="ds-heading" data-size="2xs" id="klager">
        {t.title}
      </h2>
      <p class="quiet">{t.lead}</p>
      <ul class="tiles">
        {data.map((one) => (
          <Request key={`${one.studentCourseId} ${one.assessment} ${one.kind}`} of={one} />
        ))}
      </ul>
    </section>
  );
};
