import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Classes } from './classes.query';

/** A class and how many of its places are taken. */
export interface ClassPlaces {
  readonly classId: string;
  readonly code: string;
  /** Null: no intake fills the class. */
  readonly intake: string | null;
  readonly site: string;
  readonly capacity: number;
  readonly taken: number;
}

/** Every class with its places, by code. */
export class ListClassPlaces extends Query<readonly ClassPlaces[]> {}

@QueryHandler(ListClassPlaces)
export class ListClassPlacesHandler implements IQueryHandler<ListClassPlaces> {
  constructor(private readonly classes: Classes) {}

  async execute(): Promise<readonly ClassPlaces[]> {
    const classes = await this.classes.page({});
    return classes.map(({ classId, code, intake, site, capacity, placesTaken }) => ({
      classId,
      code,
      intake,
      site,
      capacity,
      taken: placesTaken,
    }));
  }
}
