import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { CallOffPreviewView } from '../../../../../libs/teaching/src/http/call-off-view';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number as written } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { AttendanceShiftLines } from './attendance-shift-lines';
import { CallOffReasonField } from './call-off-reason';
import { daysOf } from './gathering-days';
import type { GatheringInClass } from './gathering-dialog';
import { refusalReasons } from './refusal-reasons';
import type { CallOffReason } from './session-form';
import { longSpan } from './spans';
import { ToldList, touchedBy } from './told-list';

const t = inLanguage({
  nb: {
    title: (n: number, code: string) => `Avlys samling ${n} i ${code}`,
    now: 'Nå:',
    head: 'Dette skjer',
    off: 'Avlys',
    count: (n: string) => `Avlys · ${n} berøres`,
    done: (n: number, code: string) => `Samling ${n} i ${code} er avlyst.`,
    calendar: (n: string) => `Avlyst i kalenderen til alle dem, og i klassens: ${n} kalendere.`,
    guests: (n: string) => `${n} gjester mister plassen, og må få en annen samling å ta igjen.`,
    reminders: 'Påminnelsene som ikke er sendt, sendes ikke.',
    left: (left: number, of: number) => `Klassen har ${left} av ${of} samlinger igjen på planen.`,
    final: 'Dette kan ikke angres: det som er sendt, er sendt. Vil du bare endre dagene, flytt samlingen i stedet.',
    refused: 'Samlingen kan ikke avlyses.',
    reasons: {
      GATHERING_BEGUN: 'Den har begynt. Avlys øktene som står igjen, én for én.',
      GATHERING_NOT_SCHEDULED: 'Den er avlyst alt.',
    },
  },
  nn: {
    title: (n: number, code: string) => `Avlys samling ${n} i ${code}`,
    now: 'No:',
    head: 'Dette skjer',
    off: 'Avlys',
    count: (n: string) => `Avlys · gjeld ${n}`,
    done: (n: number, code: string) => `Samling ${n} i ${code} er avlyst.`,
    calendar: (n: string) => `Avlyst i kalenderen til alle dei, og i klassen sin: ${n} kalendrar.`,
    guests: (n: string) => `${n} gjester mistar plassen, og må få ei anna samling å ta att.`,
    reminders: 'Påminningane som ikkje er sende, blir ikkje sende.',
    left: (left: number, of: number) => `Klassen har ${left} av ${of} samlingar att på planen.`,
    final: 'Dette kan ikkje angrast: det som er sendt, er sendt. Vil du berre endre dagane, flytt samlinga i staden.',
    refused: 'Samlinga kan ikkje avlysast.',
    reasons: {
      GATHERING_BEGUN: 'Ho har byrja. Avlys øktene som står att, éi for éi.',
      GATHERING_NOT_SCHEDULED: 'Ho er avlyst alt.',
    },
  },
  en: {
    title: (n: number, code: string) => `Call off gathering ${n} of ${code}`,
    now: 'Now:',
    head: 'What happens',
    off: 'Call off',
    count: (n: string) => `Call off · touches ${n}`,
    done: (n: number, code: string) => `Gathering ${n} of ${code} was called off.`,
    calendar: (n: string) => `Cancelled in the calendar of all of them, and of the class: ${n} calendars.`,
    guests: (n: string) => `${n} guests lose their seat, and need another gathering to make up.`,
    reminders: 'Reminders that were not sent are not sent.',
    left: (left: number, of: number) => `The class has ${left} of ${of} gatherings left on its plan.`,
    final: 'This cannot be undone: what was sent is sent. To change the days only, move the gathering instead.',
    refused: 'The gathering cannot be called off.',
    reasons: {
      GATHERING_BEGUN: 'It has begun. Call off the sessions that are left, one by one.',
      GATHERING_NOT_SCHEDULED: 'It was called off already.',
    },
  },
});

const Preview = ({
  of,
  in: { details, gathering },
}: {
  readonly of: CallOffPreviewView;
  readonly in: GatheringInClass;
}) => {
  const { refusal, consequences } = of;
  if (!consequences)
    return (
      <div class="ds-alert" data-color="danger">
        <strong>{t.refused}</strong>{' '}
        {refusal && refusalReasons({ ...of, clashes: [] }, gathering.number, () => undefined, t.reasons).join(' ')}
      </div>
    );
  const { touched, calendarFeeds, remindersDropped, attendance, gatherings } = consequences;
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {t.head}
      </h3>
      <ToldList of={consequences} programme={details.programme.code} calendar={t.calendar(written(calendarFeeds))}>
        {(remindersAreOn) => (
          <>
            {touched.guests.length > 0 && <li>{t.guests(written(touched.guests.length))}</li>}
            {remindersAreOn && remindersDropped.length > 0 && <li>{t.reminders}</li>}
            <AttendanceShiftLines of={attendance} />
            <li>{t.left(gatherings.left, gatherings.of)}</li>
          </>
        )}
      </ToldList>
      <p class="ds-paragraph">
        <strong>{t.final}</strong>
      </p>
    </>
  );
};

/** Calls off one gathering of a class, after showing who is told what and what it does to attendance. There is no undo. */
export const CallOffGathering = (props: GatheringInClass) => {
  const { details, gathering, onClose } = props;
  const { number } = gathering;
  const toast = useToast();
  const [reasonClass, setReason] = useState<CallOffReason | ''>('');
  const at = `/classes/${details.id}/gatherings/${number}`;
  const preview = useQuery({
    queryKey: ['teaching', 'call-off', details.id, number],
    queryFn: () => send<CallOffPreviewView>(`${at}/cancellation-previews`, { json: {} }),
    retry: false,
  });
  const act = useAct<{ readonly reasonClass: string; readonly seen: number | undefined }>(
    async ({ reasonClass: why, seen }, key) => {
      await send(`${at}/cancellations`, { json: { reasonClass: why }, key, seen });
      toast({ text: t.done(number, details.code) });
    },
  );
  const consequences = preview.data?.consequences;
  return (
    <Confirm
      title={t.title(number, details.code)}
      onClose={onClose}
      onDone={onClose}
      act={act}
      input={{ reasonClass, seen: preview.data?.version }}
      confirm={consequences ? t.count(written(touchedBy(consequences))) : t.off}
      isReady={Boolean(consequences) && reasonClass !== ''}
      isDanger
    >
      <p class="ds-paragraph">
        {t.now} {longSpan(daysOf(gathering))} · {gathering.venue}
      </p>
      <CallOffReasonField value={reasonClass} onChange={setReason} />
      <div class="stack" aria-live="polite">
        <Loaded of={preview}>{(of) => <Preview of={of} in={props} />}</Loaded>
      </div>
    </Confirm>
  );
};
