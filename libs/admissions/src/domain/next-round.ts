import { type Allocation, allocateRound, freeNow, type RoundOffer } from './allocation';
import { classOfWish, type Field, layOutField } from './field';
import { type Quota, quotas } from './quota';
import { type Release, releaseEarmarked } from './release';
import { quotaIndex, type Standing } from './standing';

/** An offer that has not been answered. */
export interface OpenOffer {
  readonly competitor: number;
  readonly wishNo: number;
  readonly quota: Quota;
}

/** Free places of a class in a quota. */
export interface FreePlaces {
  readonly class: string;
  readonly quota: Quota;
  readonly places: number;
}

/** The next round as it would be if no more answers came. */
export interface NextRound {
  readonly field: Field;
  readonly release?: Omit<Release, 'standing'>;
  /** After the release. */
  readonly free: readonly FreePlaces[];
  readonly offers: readonly RoundOffer[];
  readonly allocation: Allocation;
}

/**
 * The field and standing as they are while offers are open: the place offered is used, and whoever has been offered it
 * is offered nothing else. So a second one stands in the field who holds the place that is offered.
 */
const withOpenOffers = (field: Field, standing: Standing, open: readonly OpenOffer[]): readonly [Field, Standing] => {
  if (open.length === 0) return [field, standing];
  const holders = open.map(({ competitor, wishNo }) => ({
    ...field.competitors[competitor]!,
    tier: undefined,
    wishes: [field.classes[classOfWish(field, competitor, wishNo)]!],
  }));
  const wider = layOutField([...field.competitors, ...holders], field.classes, field.maxPerMunicipalityPerClass);
  const limit = Int32Array.from([...standing.limit, ...open.map(() => 0)]);
  for (const { competitor } of open) limit[competitor] = 0;
  return [
    wider,
    {
      limit,
      heldWish: Int32Array.from([...standing.heldWish, ...open.map(() => 1)]),
      heldQuota: Uint8Array.from([...standing.heldQuota, ...open.map(({ quota }) => quotaIndex(quota))]),
      places: standing.places,
    },
  ];
};

/**
 * What the next round would do as things stand now (ux.md A5). Open offers count as used places. `release`: whether
 * earmarked places are released before it.
 */
export const nextRound = (
  field: Field,
  standing: Standing,
  open: readonly OpenOffer[],
  release: boolean,
): NextRound => {
  const [wider, now] = withOpenOffers(field, standing, open);
  const released = release ? releaseEarmarked(wider, now) : undefined;
  const before = released?.standing ?? now;
  const allocation = allocateRound(wider, before);
  const { places } = freeNow(wider, before);
  return {
    field: wider,
    ...(released && { release: { released: released.released, refused: released.refused } }),
    free: quotas.flatMap((quota) =>
      wider.classes.map((code, c) => ({ class: code, quota, places: places[quotaIndex(quota)]![c]! })),
    ),
    offers: allocation.offers,
    allocation,
  };
};
