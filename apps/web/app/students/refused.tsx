import { inLanguage } from '../kit/texts';
import type { ChosenStudent } from './chosen-student';
import type { EachAnswer } from './each';

const t = inLanguage({
  nb: { title: (n: number) => (n === 1 ? '1 ble ikke endret:' : `${n} ble ikke endret:`) },
  nn: { title: (n: number) => (n === 1 ? '1 vart ikkje endra:' : `${n} vart ikkje endra:`) },
  en: { title: (n: number) => (n === 1 ? '1 was not changed:' : `${n} were not changed:`) },
});

/** Whom the service said no about, and why. */
export const Refused = ({ answers }: { readonly answers: readonly EachAnswer<ChosenStudent>[] }) => {
  const refused = answers.filter((one) => one.refused !== undefined);
  if (refused.length === 0) return null;
  return (
    <div class="ds-alert" data-color="warning" role="alert">
      <p>{t.title(refused.length)}</p>
      <ul class="ds-list">
        {refused.map(({ of, refused: why }) => (
          <li key={of.studentNo}>
            {of.name}: {why}
          </li>
        ))}
      </ul>
    </div>
  );
};
