import type { SetRule } from '@kull/kernel';
import type { Quota } from './quota';

/** A place that somebody uses: holds, or has an open offer for (selection.md 5). */
export interface PlaceUsed {
  readonly intake: string;
  readonly class: string;
  readonly quota: Quota;
  readonly municipality: string;
  /** Places the class was given in the quota; releases are counted as uses of the earmarked ones. */
  readonly quotaPlaces: number;
  readonly maxPerMunicipality: number;
}

const placesKey = (intake: string, classCode: string, quota: Quota): string =>
  `admission-places:${intake}:${classCode}:${quota}`;

const municipalityKeyPrefix = 'admission-municipality:';

/** From now on one place more (`by` 1) or less (`by` -1) is used, in the quota and under the municipality cap. */
const used = (place: PlaceUsed, by: 1 | -1): readonly SetRule[] => [
  { kind: 'count', key: placesKey(place.intake, place.class, place.quota), by, max: place.quotaPlaces },
  {
    kind: 'count',
    key: `${municipalityKeyPrefix}${place.intake}:${place.class}:${place.municipality}`,
    by,
    max: place.maxPerMunicipality,
  },
];

export const placeTaken = (place: PlaceUsed): readonly SetRule[] => used(place, 1);

export const placeFreed = (place: PlaceUsed): readonly SetRule[] => used(place, -1);

/** Earmarked places that become general: as many earmarked ones are used for good, as many general ones are there more. */
export const placesReleased = (intake: string, classCode: string, places: number, earmarked: number): SetRule[] => [
  { kind: 'count', key: placesKey(intake, classCode, 'EARMARKED_PHYSICIAN'), by: places, max: earmarked },
  { kind: 'count', key: placesKey(intake, classCode, 'GENERAL'), by: -places, max: 0 },
];

/** What it means that a count would have gone too far. */
export const refusalOf = (rule: SetRule): 'NO_FREE_PLACE' | 'MUNICIPALITY_CAP_REACHED' =>
  rule.key.startsWith(municipalityKeyPrefix) ? 'MUNICIPALITY_CAP_REACHED' : 'NO_FREE_PLACE';
