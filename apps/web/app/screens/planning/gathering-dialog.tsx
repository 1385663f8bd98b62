import type { ClassDetails } from '../../../../../libs/teaching/src/http/class-details';
import { useClassDetails } from '../../classes/class-details';
import { Dialog } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { CallOffGathering } from './call-off-gathering';
import { ChangeSession } from './change-session';
import type { PlannedGathering } from './gathering-days';
import { MoveGathering } from './move-gathering';
import { SetUpGathering } from './set-up-gathering';

const t = inLanguage({
  nb: { title: (n: number) => `Samling ${n}` },
  nn: { title: (n: number) => `Samling ${n}` },
  en: { title: (n: number) => `Gathering ${n}` },
});

/** One gathering of a class that is on the timetable, in a window. */
export interface GatheringInClass {
  readonly details: ClassDetails;
  readonly gathering: PlannedGathering;
  readonly onClose: () => void;
}

const gatheringIn = ({ gatherings, course }: ClassDetails, wanted: number): PlannedGathering | undefined => {
  const line = gatherings.find(({ number, status }) => number === wanted && status === 'scheduled');
  const sessions = (course?.sessions ?? [])
    .filter(({ gathering }) => gathering === wanted)
    .map(({ gathering: _, ...session }) => session);
  return line && sessions.length > 0 ? { number: wanted, title: line.title, venue: line.venue, sessions } : undefined;
};

interface GatheringDialogProps {
  readonly classId: string;
  readonly number: number;
  /** Then only sessions to come can be changed. */
  readonly hasBegun: boolean;
  /** Then it can only be set up again. */
  readonly isCancelled: boolean;
  readonly onClose: () => void;
}

/** What is done with one gathering: moved, called off, set up again, or one session of it changed. The address says which. */
export const GatheringDialog = ({ classId, number, hasBegun, isCancelled, onClose }: GatheringDialogProps) => {
  const details = useClassDetails(classId);
  const [act, setAct] = useUrlState('gjor');
  const gathering = details.data && gatheringIn(details.data, number);
  if (isCancelled && details.data) return <SetUpGathering details={details.data} number={number} onClose={onClose} />;
  if (!details.data || !gathering)
    return (
      <Dialog title={t.title(number)} onClose={onClose}>
        <Loaded of={details}>{() => null}</Loaded>
      </Dialog>
    );
  const close = (): void => {
    setAct(undefined);
    onClose();
  };
  const props = { details: details.data, gathering, onClose: close };
  if (act === 'okt' || hasBegun) return <ChangeSession {...props} />;
  if (act === 'avlys') return <CallOffGathering {...props} />;
  return <MoveGathering {...props} onCallOff={() => setAct('avlys')} onSession={() => setAct('okt')} />;
};
