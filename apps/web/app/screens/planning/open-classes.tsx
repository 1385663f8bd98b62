import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import type { CohortView } from './plan-data';

const t = inLanguage({
  nb: {
    open: (n: number) => (n === 1 ? 'Åpne 1 klasse' : `Åpne ${n} klasser`),
    title: 'Åpne klassene',
    what: 'Da kan studenter meldes opp, og oppmøte føres. En klasse som er åpnet, kan ikke lukkes igjen.',
    done: (n: number) => (n === 1 ? '1 klasse er åpnet.' : `${n} klasser er åpnet.`),
  },
  nn: {
    open: (n: number) => (n === 1 ? 'Opne 1 klasse' : `Opne ${n} klassar`),
    title: 'Opne klassane',
    what: 'Då kan studentar meldast opp, og oppmøte førast. Ein klasse som er opna, kan ikkje lukkast att.',
    done: (n: number) => (n === 1 ? '1 klasse er opna.' : `${n} klassar er opna.`),
  },
  en: {
    open: (n: number) => (n === 1 ? 'Open 1 class' : `Open ${n} classes`),
    title: 'Open the classes',
    what: 'Then students can be enrolled, and attendance kept. A class that was opened cannot be closed again.',
    done: (n: number) => (n === 1 ? '1 class was opened.' : `${n} classes were opened.`),
  },
});

/** Opens the classes of a cohort that have all their gatherings. */
export const OpenClasses = ({ of }: { readonly of: CohortView }) => {
  const [isOpening, setOpening] = useState(false);
  const toast = useToast();
  const lacking = new Set(of.warnings.filter(({ code }) => code === 'GATHERINGS_MISSING').map((one) => one.class));
  const ready = of.classes.filter(({ code, status }) => status === 'planned' && !lacking.has(code));
  const act = useAct<readonly string[]>(async (ids, key) => {
    for (const id of ids) await send(`/classes/${id}/openings`, { json: {}, key: `${key}.${id}` });
    toast({ text: t.done(ids.length) });
  });
  if (ready.length === 0) return null;
  return (
    <>
      <button type="button" class="ds-button" onClick={() => setOpening(true)}>
        {t.open(ready.length)}
      </button>
      {isOpening && (
        <Confirm
          title={t.title}
          onClose={() => setOpening(false)}
          onDone={() => setOpening(false)}
          act={act}
          input={ready.map(({ id }) => id)}
          confirm={t.open(ready.length)}
        >
          <p class="ds-paragraph">{t.what}</p>
          <p class="ds-paragraph">{ready.map(({ code }) => code).join(', ')}</p>
        </Confirm>
      )}
    </>
  );
};
