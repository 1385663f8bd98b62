import { type SetRule, type Uuid, uuidOf } from '@kull/kernel';
import type { Codecs } from './codec';
import type { CommandContext, EventMetadata } from './contracts';
import type { Unit } from './unit';

/** The id of the n-th event of a command: unique for ever, so a repeated command meets itself. */
export const eventIdOf = (commandId: Uuid, index: number): Uuid => uuidOf(commandId, index);

/** A group of units as log.append takes it. Made before the transaction begins: nothing slow happens inside. */
export interface EncodedGroup {
  readonly units: readonly Unit[];
  readonly parameters: readonly unknown[];
  /** The rule behind each index that log.append may answer with. */
  readonly rules: readonly SetRule[];
}

/** Events in their stored form, as the arrays of log.append (sql/004-append.sql). */
export const encodeGroup = (units: readonly Unit[], codecs: Codecs): EncodedGroup => {
  const writeUnit: number[] = [];
  const writeStream: string[] = [];
  const writeExpected: number[] = [];
  const writeFirstId: string[] = [];
  const eventUnit: number[] = [];
  const eventStream: string[] = [];
  const eventVersion: number[] = [];
  const eventId: string[] = [];
  const eventType: string[] = [];
  const eventSchema: number[] = [];
  const eventData: string[] = [];
  const eventMetadata: string[] = [];
  const eventOccurred: string[] = [];
  const rules: { unit: number; rule: SetRule }[] = [];
  units.forEach(({ writes, rules: unitRules }, u) => {
    for (const { stream, expectedVersion, events, context } of writes) {
      writeUnit.push(u + 1);
      writeStream.push(stream);
      writeExpected.push(expectedVersion);
      writeFirstId.push(eventIdOf(context.commandId, 0));
      const metadata = JSON.stringify(metadataOf(context));
      events.forEach((event, index) => {
        const { schemaVersion, data } = codecs.encode(event);
        eventUnit.push(u + 1);
        eventStream.push(stream);
        eventVersion.push(expectedVersion + index + 1);
        eventId.push(eventIdOf(context.commandId, index));
        eventType.push(event.type);
        eventSchema.push(schemaVersion);
        eventData.push(data);
        eventMetadata.push(metadata);
        eventOccurred.push(context.occurredAt);
      });
    }
    for (const rule of unitRules) rules.push({ unit: u + 1, rule });
  });
  const parameters = [
    writeUnit,
    writeStream,
    writeExpected,
    writeFirstId,
    eventUnit,
    eventStream,
    eventVersion,
    eventId,
    eventType,
    eventSchema,
    eventData,
    eventMetadata,
    eventOccurred,
    rules.map(({ unit }) => unit),
    rules.map(({ rule }) => rule.kind),
    rules.map(({ rule }) => rule.key),
    rules.map(({ rule }) => (rule.kind === 'count' ? null : rule.holder)),
    rules.map(({ rule }) => (rule.kind === 'count' ? rule.by : null)),
    rules.map(({ rule }) => (rule.kind === 'count' ? rule.max : null)),
  ];
  return { units, parameters, rules: rules.map(({ rule }) => rule) };
};

export const metadataOf = ({
  commandId,
  actor,
  correlationId,
  causationId,
  reason,
  source,
}: CommandContext): EventMetadata => ({
  commandId,
  actor,
  correlationId,
  causationId,
  reason,
  source,
});
