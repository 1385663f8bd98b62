import type { GradingOfAssessment } from '../../../../../libs/credits/src/domain/grading';
import { send } from '../../api/client';
import { useStaff } from '../../frame/staff';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';

const t = inLanguage({
  nb: {
    title: 'Attester resultater',
    intro: 'Du attesterer at resultatene er riktige. Det må være en annen enn den som har sensurert.',
    by: (n: string, who: string) => `${n} sensurert av ${who}`,
    own: (n: string) => `${n} har du sensurert eller ført selv. De blir stående til en annen attesterer.`,
    effect: 'Fra da av gjelder resultatene. En endring er en rettelse.',
    confirm: (n: string) => `Attester ${n}`,
    done: (n: number) => `${number(n)} ${n === 1 ? 'resultat' : 'resultater'} er attestert.`,
  },
  nn: {
    title: 'Attester resultat',
    intro: 'Du attesterer at resultata er rette. Det må vere ein annan enn den som har sensurert.',
    by: (n: string, who: string) => `${n} sensurerte av ${who}`,
    own: (n: string) => `${n} har du sensurert eller ført sjølv. Dei blir ståande til ein annan attesterer.`,
    effect: 'Frå då av gjeld resultata. Ei endring er ei retting.',
    confirm: (n: string) => `Attester ${n}`,
    done: (n: number) => `${number(n)} resultat er ${n === 1 ? 'attestert' : 'attesterte'}.`,
  },
  en: {
    title: 'Attest results',
    intro: 'You attest that the results are right. It has to be somebody else than who graded.',
    by: (n: string, who: string) => `${n} graded by ${who}`,
    own: (n: string) => `${n} were graded or taken in by you. They wait for somebody else.`,
    effect: 'From then on the results count. A change is a correction.',
    confirm: (n: string) => `Attest ${n}`,
    done: (n: number) => (n === 1 ? '1 result is attested.' : `${number(n)} results are attested.`),
  },
});

type Waiting = GradingOfAssessment['waitingBy'][number];

const isOf = (me: string, { gradedBy, registeredBy }: Waiting): boolean => gradedBy === me || registeredBy === me;

/** How many results this person may attest: not those that they graded or took in. */
export const attestable = ({ waitingBy }: GradingOfAssessment, me: string): number =>
  waitingBy.reduce((sum, one) => (isOf(me, one) ? sum : sum + one.students), 0);

interface AttestProps {
  readonly classId: string;
  readonly grading: GradingOfAssessment;
  readonly onClose: () => void;
}

/** A second person stands by the results that wait. */
export const AttestDialog = ({ classId, grading, onClose }: AttestProps) => {
  const me = useStaff().code;
  const toast = useToast();
  const attest = useAct(async (assessment: string, key) => {
    const { attested } = await send<{ attested: number }>(`/classes/${classId}/attestations`, {
      json: { assessment },
      key,
    });
    toast({ text: t.done(attested) });
  });
  const count = attestable(grading, me);
  return (
    <Confirm
      title={`${t.title}: ${grading.title ?? grading.assessment}`}
      act={attest}
      input={grading.assessment}
      confirm={t.confirm(number(count))}
      isReady={count > 0}
      onClose={onClose}
      onDone={onClose}
    >
      <p class="ds-paragraph">{t.intro}</p>
      <ul class="ds-list">
        {grading.waitingBy.map((one) => (
          <li key={`${one.gradedBy} ${one.registeredBy}`}>
            {isOf(me, one) ? t.own(number(one.students)) : t.by(number(one.students), one.gradedBy)}
          </li>
        ))}
      </ul>
      <p class="ds-paragraph">{t.effect}</p>
    </Confirm>
  );
};
