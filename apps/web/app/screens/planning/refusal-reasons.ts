import { type CohortNamed, faultWords, findingsAt, findingsOf } from './findings';
import type { MovePreviewView } from './plan-data';

type Refused = Pick<MovePreviewView, 'class' | 'clashes' | 'refusal'>;

/** Why a change is refused: the reason itself, in the words of the screen where it has some; or every room and teacher that is taken. */
export const refusalReasons = (
  { refusal, clashes, ...of }: Refused,
  number: number,
  cohortNamed: CohortNamed,
  words: Readonly<Record<string, string>>,
): readonly string[] => {
  const { code, title, detail = '' } = refusal!;
  if (code === 'ROOM_TAKEN' || code === 'TEACHER_TAKEN')
    return findingsAt(findingsOf({ clashes, warnings: [] }, cohortNamed), of.class.code, number).map(
      ({ text }) => text,
    );
  const known: Readonly<Record<string, string | undefined>> = { ...faultWords, ...words };
  return [known[code] ?? `${title}. ${detail}`];
};
