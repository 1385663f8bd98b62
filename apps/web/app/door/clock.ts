/** A device that is wrong by less than this keeps its own time. */
const TOLERATED_MS = 5_000;

/** How far the device's clock is from the service's, which said that it was `said` about `at`. */
export const offsetOf = (said: string, at: number): number => {
  const offset = Date.parse(said) - at;
  return Math.abs(offset) < TOLERATED_MS ? 0 : offset;
};

/** The time by the device's clock, set right by the service's. */
export const rightTime = (offset: number, at = Date.now()): string => new Date(at + offset).toISOString();
