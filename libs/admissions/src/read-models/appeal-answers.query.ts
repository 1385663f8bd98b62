import { EventStore, type Recorded } from '@kull/event-store';
import { idOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { ApplicantLinks } from '../applicant-links';
import { type AppealAnswerToTell, AppealDirectory } from '../contracts/appeals';
import type { AppealDecided } from '../domain/appeal.events';
import type { PlaceGivenOnAppeal } from '../domain/application.events';
import type { IntakeDefinition } from '../domain/intake-definition';
import { ofType } from './rows';

interface AppealRow {
  readonly id: string;
  readonly intake: string;
  readonly applicationNo: string;
  readonly personId: string;
  readonly definition: IntakeDefinition;
}

const APPEALS = `select p.id, p.intake, p.application_no as "applicationNo", p.person as "personId", i.definition
  from appeal_v1 p join intake_v1 i on i.code = p.intake where p.id = any ($1)`;

/** What came of appeals, as their appellants are told of it. */
@Injectable()
export class AppealAnswerQueries extends AppealDirectory {
  constructor(
    private readonly events: EventStore,
    private readonly links: ApplicantLinks,
  ) {
    super();
  }

  async answersTo(appealIds: readonly string[]): Promise<readonly AppealAnswerToTell[]> {
    const rows = await this.events.query<AppealRow>(APPEALS, [appealIds]);
    const streams = await this.events.readStreams(rows.flatMap((row) => [appealStream(row), applicationStream(row)]));
    return rows.flatMap((row) => {
      const { id: appealId, intake, applicationNo, personId, definition } = row;
      const { code, title } = definition.programme;
      const decisionPath = this.links.pathTo('vedtak', idOf('app', intake, applicationNo));
      const told = { appealId, personId, intake, programme: { code, title }, decisionPath };
      const of = (stream: string): readonly Recorded[] => streams.get(stream) ?? [];
      const decided = ofType<AppealDecided>(of(appealStream(row)), 'AppealDecided');
      const given = ofType<PlaceGivenOnAppeal>(of(applicationStream(row)), 'PlaceGivenOnAppeal');
      return [
        ...decided.map(({ data, occurredAt: at }, i) => ({
          ...told,
          version: String(i + 1),
          outcome: data.outcome,
          at,
        })),
        ...given.map(({ data, occurredAt: at }) => ({
          ...told,
          version: 'PLACE',
          outcome: 'PLACE' as const,
          class: data.class,
          at,
        })),
      ];
    });
  }
}

const appealStream = ({ id }: AppealRow): string => `appeal-${id}`;
const applicationStream = ({ intake, applicationNo }: AppealRow): string =>
  `application-${idOf('app', intake, applicationNo)}`;
