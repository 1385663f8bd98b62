import { EventStore, type Sealed } from '@kull/event-store';
import { idOf } from '@kull/kernel';
import { People } from '@kull/people';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ApplicationDetails, applicationDetailsPurpose } from '../contracts';
import { intake } from '../domain/intake';

/** Where somebody worked when they applied; what only `people` can tell is absent once the person was forgotten. */
export interface Workplace {
  readonly applicationNo: string;
  readonly municipality: { readonly code: string; readonly name?: string };
  readonly employer?: string;
  readonly positionTitle?: string;
}

/** Where these applicants of an intake (by its code) worked, by application number. */
export class ListWorkplaces extends Query<ReadonlyMap<string, Workplace>> {
  constructor(
    readonly intake: string,
    readonly applicationNos: readonly string[],
  ) {
    super();
  }
}

interface Row {
  readonly applicationNo: string;
  readonly municipality: string;
  readonly details: Sealed;
}

@QueryHandler(ListWorkplaces)
export class ListWorkplacesHandler implements IQueryHandler<ListWorkplaces> {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  async execute({ intake: code, applicationNos }: ListWorkplaces): Promise<ReadonlyMap<string, Workplace>> {
    const rows = await this.events.query<Row>(
      `select application_no as "applicationNo", facts->>'municipality' as municipality, details
         from application_v1 where intake = $1 and application_no = any ($2)`,
      [code, applicationNos],
    );
    if (rows.length === 0) return new Map();
    const [names, details] = await Promise.all([
      this.municipalitiesOf(code),
      this.people.open<ApplicationDetails>(
        rows.map((row) => ({ sealed: row.details, purpose: applicationDetailsPurpose })),
      ),
    ]);
    return new Map(
      rows.map(({ applicationNo, municipality }, at) => {
        const { employer, positionTitle } = details[at] ?? {};
        const name = names.get(municipality);
        return [applicationNo, { applicationNo, municipality: { code: municipality, name }, employer, positionTitle }];
      }),
    );
  }

  private async municipalitiesOf(code: string): Promise<ReadonlyMap<string, string>> {
    const { state } = await this.events.load(intake, idOf('int', code));
    if (state.status === 'unopened') return new Map();
    return new Map(state.municipalities.map((one) => [one.code, one.name] as const));
  }
}
