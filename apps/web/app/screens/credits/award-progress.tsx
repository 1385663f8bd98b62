import { useIsAdministrator } from '../../frame/staff';
import { Bar } from '../../kit/bar';
import { number } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import { useCertificateWork } from '../certificates/certificate-work';
import { SetAside } from '../certificates/set-aside';
import type { ClassSummary } from './classes';
import { LetterFaults, useLetters } from './letters';

const t = inLanguage({
  nb: {
    title: 'Tildelingen',
    awarded: 'Rett til kursbevis',
    issued: 'Kursbevis utstedt',
    told: 'Varslet',
    goesOn: 'Du kan lukke siden. Arbeidet fortsetter, og du finner det igjen her.',
    done: 'Alle kursbevisene er utstedt.',
  },
  nn: {
    title: 'Tildelinga',
    awarded: 'Rett til kursbevis',
    issued: 'Kursbevis skrivne ut',
    told: 'Varsla',
    goesOn: 'Du kan lukke sida. Arbeidet held fram, og du finn det igjen her.',
    done: 'Alle kursbevisa er skrivne ut.',
  },
  en: {
    title: 'The awarding',
    awarded: 'Entitled to a certificate',
    issued: 'Certificates issued',
    told: 'Told',
    goesOn: 'You may close the page. The work goes on, and you find it here again.',
    done: 'All certificates are issued.',
  },
});

/** How far certificates and letters have come after awards were given. It goes on whether or not somebody looks. */
export const AwardProgress = ({ of: { id } }: { readonly of: ClassSummary }) => {
  const work = useCertificateWork(id);
  const isAdministrator = useIsAdministrator();
  const letters = useLetters(id, isAdministrator && (work.data?.due ?? 0) > 0);
  if (!work.data || work.data.due === 0) return null;
  const { due, issued, open } = work.data;
  const told = letters.data?.counts.SENT ?? 0;
  return (
    <section class="ds-card stack" aria-label={t.title}>
      <h2 class="ds-heading" data-size="2xs">
        {t.title}
      </h2>
      <div class="steps">
        <span>{t.awarded}</span>
        <Bar part={due} whole={due} />
        <strong class="number">{number(due)}</strong>
        <span>{t.issued}</span>
        <Bar part={issued} whole={due} />
        <strong class="number">
          {number(issued)}/{number(due)}
        </strong>
        {isAdministrator && (
          <>
            <span>{t.told}</span>
            <Bar part={told} whole={due} />
            <strong class="number">
              {number(told)}/{number(due)}
            </strong>
          </>
        )}
      </div>
      <p class="ds-paragraph" role="status">
        {open > 0 ? t.goesOn : t.done}
      </p>
      <SetAside classId={id} />
      <LetterFaults of={letters.data?.data ?? []} />
    </section>
  );
};
