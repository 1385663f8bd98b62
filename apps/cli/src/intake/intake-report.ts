import { number, plural, table } from '../terminal/text';
import type { IntakeSummary, RoundSummary } from './intake-run';

const releases = (rounds: readonly RoundSummary[]): string[] =>
  rounds.flatMap(({ round, released, releaseRefused }) => [
    ...released
      .filter(({ places }) => places > 0)
      .map(({ class: code, places }) => `Før runde ${round} gikk ${places} legeplasser i ${code} til allmenn kvote.`),
    ...releaseRefused.map(({ class: code, reason }) => `Legeplassene i ${code} ble ikke frigitt: ${reason}`),
  ]);

/** What became of an intake folder, for a person. */
export const intakeReport = (summary: IntakeSummary): string => {
  const { rounds, classes } = summary;
  const answersPassedOver = rounds.reduce((sum, { answersPassedOver: count }) => sum + count, 0);
  return [
    `Opptaket ${summary.intake} er gjennomført: ${plural(summary.decisions, 'vedtak', 'vedtak')}.`,
    '',
    table([
      ['Rader', number(summary.rows)],
      ['  tatt inn', number(summary.takenIn)],
      ['  avvist', number(summary.rejected)],
      ['Erstattet av nyere søknad', number(summary.superseded)],
      ['Kvalifisert', number(summary.qualified)],
      ['  verifiserte leger', number(summary.verifiedPhysicians)],
      ['Mangler noe', number(summary.needsMore)],
      ['Ikke kvalifisert', number(summary.notQualified)],
    ]),
    '',
    table([
      ['Runde', 'Tilbud', 'Ja', 'Nei', 'For sent', 'Bortfalt'],
      ...rounds.map(({ round, offers, accepted, declined, late, lapsed }) =>
        [round, offers, accepted, declined, late, lapsed].map(number),
      ),
    ]),
    '',
    table([
      ['Klasse', 'Plasser', 'Opptatt'],
      ...classList(classes).map(({ code, capacity, placesHeld }) => [code, number(capacity), number(placesHeld)]),
    ]),
    '',
    ...releases(rounds),
    `${plural(summary.waiting, 'plass', 'plasser')} på ventelistene.`,
    `Forbigått: ${plural(summary.assessmentsPassedOver, 'vurdering', 'vurderinger')}, ${plural(answersPassedOver, 'svar', 'svar')}.`,
    '',
  ].join('\n');
};

/** A person reads some classes one by one, hundreds only as a sum. */
const classList = (classes: IntakeSummary['classes']): IntakeSummary['classes'] =>
  classes.length <= 20
    ? classes
    : [
        {
          code: `${classes.length} klasser`,
          capacity: classes.reduce((sum, { capacity }) => sum + capacity, 0),
          placesHeld: classes.reduce((sum, { placesHeld }) => sum + placesHeld, 0),
        },
      ];
