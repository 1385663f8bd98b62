import type { Quota } from '../domain/quota';
import type { WaitingLine, WaitingMove } from '../domain/waiting-moves';
import type { CompetitorRow } from '../read-models/standings.query';

/** Somebody on a waiting list, and every step up it since the first round. */
export interface WaitingView {
  readonly class: string;
  readonly quota: Quota;
  readonly position: number;
  readonly applicationId: string;
  readonly applicationNo: string;
  readonly name: string | null;
  readonly first: number;
  readonly moves: readonly WaitingMove[];
}

export const waitingView = (
  { competitor: _, ...line }: WaitingLine,
  { id, applicationNo, person }: CompetitorRow,
  names: ReadonlyMap<string, string>,
): WaitingView => ({ ...line, applicationId: id, applicationNo, name: names.get(person) ?? null });
