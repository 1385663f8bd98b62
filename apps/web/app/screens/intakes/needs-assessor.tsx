import { Link } from 'wouter-preact';
import { useDisqualifications, waitingForAnother } from './impartiality-data';
import { impartialityWords as t } from './impartiality-words';
import type { IntakeView } from './intake-data';

interface NeedsAssessorProps {
  readonly intake: IntakeView;
  /** On the screen that says which. */
  readonly isHere?: boolean;
}

/** Asks the office to give applications to somebody else, while there are any. */
export const NeedsAssessor = ({ intake, isHere = false }: NeedsAssessorProps) => {
  const { data = [] } = useDisqualifications(intake.id);
  const waiting = waitingForAnother(data);
  if (waiting === 0) return null;
  return (
    <p class="ds-alert" data-color="warning">
      {t.needs(waiting)}{' '}
      {!isHere && (
        <Link class="ds-link" href={`/opptak/${encodeURIComponent(intake.code)}/habilitet`}>
          {t.see}
        </Link>
      )}
    </p>
  );
};
