import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { AwardConsequences } from '../../../../api/src/award-preview/award-consequences';
import { address, get, send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import type { ClassSummary } from './classes';
import { letterWord } from './letters';

const t = inLanguage({
  nb: {
    title: (code: string) => `Tildel poeng i ${code}`,
    points: (students: string, each: string) => `${students} × ${each} kurspoeng`,
    ects: (students: string, each: string) => `${students} × ${each} studiepoeng`,
    certificates: (n: string, by: string) => `${n} kursbevis (${by})`,
    letters: (n: string, by: string) => `E-post til ${n} (${by})`,
    noLetters: 'Ingen e-post sendes',
    notTold: (n: string) => `${n} får ikke e-post`,
    refused: (n: string) => `${n} kan ikke få kursbevis ennå`,
    example: 'se et eksempel (PDF)',
    cannotBeUndone: 'Et kursbevis som er utstedt, kan ikke angres. Det kan bare rettes eller trekkes tilbake.',
    type: (code: string) => `Skriv ${code} for å bekrefte`,
    confirm: (n: string) => `Tildel ${n}`,
    done: (n: number) => `Poeng er tildelt. Nå har ${n} kurspoeng. Kursbevisene lages.`,
    postponed: (n: number) => `${n} er ikke vurdert, fordi HPR ikke svarte. Det blir spurt igjen av seg selv.`,
    nothing: 'Ingen får poeng nå. Noe har endret seg siden du åpnet listen.',
  },
  nn: {
    title: (code: string) => `Tildel poeng i ${code}`,
    points: (students: string, each: string) => `${students} × ${each} kurspoeng`,
    ects: (students: string, each: string) => `${students} × ${each} studiepoeng`,
    certificates: (n: string, by: string) => `${n} kursbevis (${by})`,
    letters: (n: string, by: string) => `E-post til ${n} (${by})`,
    noLetters: 'Ingen e-post blir send',
    notTold: (n: string) => `${n} får ikkje e-post`,
    refused: (n: string) => `${n} kan ikkje få kursbevis enno`,
    example: 'sjå eit døme (PDF)',
    cannotBeUndone: 'Eit kursbevis som er skrive ut, kan ikkje angrast. Det kan berre rettast eller trekkjast tilbake.',
    type: (code: string) => `Skriv ${code} for å stadfeste`,
    confirm: (n: string) => `Tildel ${n}`,
    done: (n: number) => `Poeng er tildelte. No har ${n} kurspoeng. Kursbevisa blir laga.`,
    postponed: (n: number) => `${n} er ikkje vurderte, fordi HPR ikkje svara. Det blir spurt igjen av seg sjølv.`,
    nothing: 'Ingen får poeng no. Noko har endra seg sidan du opna lista.',
  },
  en: {
    title: (code: string) => `Award credits in ${code}`,
    points: (students: string, each: string) => `${students} × ${each} course points`,
    ects: (students: string, each: string) => `${students} × ${each} ECTS credits`,
    certificates: (n: string, by: string) => `${n} certificates (${by})`,
    letters: (n: string, by: string) => `Mail to ${n} (${by})`,
    noLetters: 'No mail is sent',
    notTold: (n: string) => `${n} get no mail`,
    refused: (n: string) => `${n} cannot be given a certificate yet`,
    example: 'see an example (PDF)',
    cannotBeUndone: 'A certificate that is issued cannot be undone. It can only be corrected or revoked.',
    type: (code: string) => `Type ${code} to confirm`,
    confirm: (n: string) => `Award ${n}`,
    done: (n: number) => `Credits are awarded. ${n} now have course points. The certificates are being made.`,
    postponed: (n: number) => `${n} were not judged, since HPR did not answer. It is asked again by itself.`,
    nothing: 'Nobody gets credits now. Something has changed since you opened the list.',
  },
});

interface Ran {
  readonly awarded: number;
  readonly postponed?: readonly unknown[];
}

const spread = (counts: AwardConsequences['certificates']['byLanguage']): string =>
  Object.entries(counts)
    .map(([language, count]) => `${language} ${number(count)}`)
    .join(', ');

/** By reason: how many, and who when they are few. */
const whyNotTold = (notSent: AwardConsequences['letters']['notSent']): string =>
  [...new Set(notSent.map(({ reason }) => reason))]
    .map((reason) => {
      const who = notSent.filter((one) => one.reason === reason).map(({ studentNo }) => studentNo);
      return `${letterWord(reason)} (${who.length > 5 ? number(who.length) : who.join(', ')})`;
    })
    .join('; ');

const Consequences = ({ of, classId }: { readonly of: AwardConsequences; readonly classId: string }) => {
  const { coursePoints, ectsCredits, certificates, letters, refused } = of;
  return (
    <ul class="ds-list">
      {coursePoints.students > 0 && <li>{t.points(number(coursePoints.students), number(coursePoints.each))}</li>}
      {ectsCredits.students > 0 && <li>{t.ects(number(ectsCredits.students), number(ectsCredits.each))}</li>}
      {certificates.issued > 0 && (
        <li>
          {t.certificates(number(certificates.issued), spread(certificates.byLanguage))}: {t.example}
          {(Object.keys(certificates.byLanguage) as ('nb' | 'nn' | 'en')[]).map((language) => (
            <span key={language}>
              {' '}
              <a
                class="ds-link"
                target="_blank"
                rel="noreferrer"
                href={address(`/classes/${classId}/files/certificate-example.pdf`, { language })}
              >
                {language}
              </a>
            </span>
          ))}
        </li>
      )}
      <li>{letters.sent > 0 ? t.letters(number(letters.sent), spread(letters.byLanguage)) : t.noLetters}</li>
      {letters.notSent.length > 0 && (
        <li>
          ⚠ {t.notTold(number(letters.notSent.length))}: {whyNotTold(letters.notSent)}
        </li>
      )}
      {refused.length > 0 && (
        <li>
          ⚠ {t.refused(number(refused.length))}:{' '}
          {refused.map(({ studentNo, code }) => `${studentNo} (${code})`).join(', ')}
        </li>
      )}
    </ul>
  );
};

/** How many get something that they have not now. */
const gaining = ({ coursePoints, ectsCredits }: AwardConsequences): number =>
  coursePoints.students > 0 ? coursePoints.students : ectsCredits.students;

/** What awarding leads to, and the one confirmation: the code of the class is typed, for it cannot be undone. */
export const AwardDialog = ({ of, onClose }: { readonly of: ClassSummary; readonly onClose: () => void }) => {
  const { id, code } = of;
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const consequences = useQuery({
    queryKey: ['credits', 'award-consequences', id],
    queryFn: () => get<AwardConsequences>(`/classes/${id}/award-consequences`),
    staleTime: 0,
  });
  const award = useAct(async (_: string, key) => {
    const { awarded, postponed = [] } = await send<Ran>(`/classes/${id}/award-runs`, { json: {}, key });
    toast({ text: t.done(awarded) });
    if (postponed.length > 0) toast({ text: t.postponed(postponed.length) });
  });
  const count = consequences.data ? gaining(consequences.data) : 0;
  return (
    <Confirm
      title={t.title(code)}
      act={award}
      input={id}
      confirm={t.confirm(number(count))}
      isReady={count > 0 && typed.trim() === code}
      onClose={onClose}
      onDone={onClose}
    >
      <Loaded of={consequences}>
        {(data) =>
          gaining(data) === 0 ? (
            <p class="ds-paragraph">{t.nothing}</p>
          ) : (
            <>
              <Consequences of={data} classId={id} />
              <p class="ds-paragraph">{t.cannotBeUndone}</p>
              <div class="ds-field">
                <label class="ds-label" for="bekreft">
                  {t.type(code)}
                </label>
                <input
                  class="ds-input"
                  id="bekreft"
                  autocomplete="off"
                  spellcheck={false}
                  value={typed}
                  onInput={(event) => setTyped(event.currentTarget.value)}
                />
              </div>
            </>
          )
        }
      </Loaded>
    </Confirm>
  );
};
