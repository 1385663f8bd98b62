import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draftId, ownApplicationNo } from '@kull/admissions/commands/ids';
import { SaveOwnDraft } from '@kull/admissions/commands/save-own-draft';
import { SendApplication } from '@kull/admissions/commands/send-application';
import { ReceiptDirectory } from '@kull/admissions/contracts/receipts';
import type { FormPart } from '@kull/admissions/domain/application-form';
import { EventStore, type Recorded } from '@kull/event-store';
import { type Instant, newUuid } from '@kull/kernel';
import { CommandBus } from '@nestjs/cqrs';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { OpenIntakeForms } from '../../../../test/harness/open-intake';
import { CourseClient } from '../../../../test/rules/course-client';
import { filledInForm } from '../../../admissions/test-model/filled-in-form';
import { PlanOccasion } from '../reactions/plan-occasion';
import { ApplicationsReceived } from './receipts/source';
import { planWith } from './testing/plans';

let api: TestApi;
let intake: OpenIntakeForms;
let personId: string;
let receipts: ApplicationsReceived;
const plan = planWith('NLP', 'APPLICATION_RECEIVED');
const [first, second] = ['2026-03-22T20:14:00.000Z', '2026-03-23T08:00:00.000Z'];

const save = (part: FormPart, given: Record<string, string>, occurredAt: Instant) =>
  api.app
    .get(CommandBus)
    .execute(new SaveOwnDraft(intake.id, personId, part, given, { commandId: newUuid(), actor: personId, occurredAt }));

/** Sends what is filled in, and gives the event of it. */
const send = async (occurredAt: Instant): Promise<Recorded> => {
  const context = { commandId: newUuid(), actor: personId, occurredAt };
  await api.app.get(CommandBus).execute(new SendApplication(intake.id, personId, context));
  const stream = `application-draft-${draftId(intake.code, personId)}`;
  const sent = (await api.app.get(EventStore).readStream(stream)).filter(({ type }) => type === 'ApplicationDraftSent');
  return sent.at(-1)!;
};

beforeAll(async () => {
  api = await createTestApi();
  intake = new OpenIntakeForms(api);
  await intake.open();
  personId = await intake.person('15877510007');
  receipts = new ApplicationsReceived(api.app.get(ReceiptDirectory));
  for (const [part, given] of Object.entries(filledInForm)) await save(part as FormPart, given, first!);
}, 120_000);
afterAll(() => api.close());

describe('the receipt of an application', () => {
  let event: Recorded;

  it('says what came in, what is missing until when, and when the answer comes', async () => {
    event = await send(first!);
    const [occasion, ...others] = await receipts.fromEvent(plan, event);
    expect(others).toEqual([]);
    expect(occasion).toMatchObject({
      recipient: { kind: 'person', personId },
      about: draftId(intake.code, personId),
      version: first,
      dueAt: first,
      facts: {
        applicationNo: ownApplicationNo(intake.code, personId),
        employerConfirmation: true,
        priorLearning: false,
        notThere: 'DIPLOMA,WORK_CERTIFICATE',
        closesAt: intake.definition.window.closesAt,
        answerAt: intake.definition.rounds[0]!.offersAt,
        path: '/soknad/NLP-2026',
      },
    });
    expect(await receipts.standing(plan, [occasion!])).toEqual([{ stands: occasion }]);
    expect(await receipts.fromEvent(planWith('NLA', 'APPLICATION_RECEIVED'), event)).toEqual([]);
  });

  it('is planned once, however often the event is handled', async () => {
    const client = new CourseClient(api);
    await intake.setClock('2026-03-22T20:00:00Z');
    expect(await client.post('/reminder-plans/NLP/APPLICATION_RECEIVED/switches', { on: true })).toMatchObject({
      status: 200,
    });
    await intake.setClock('2026-03-22T20:15:00Z');
    const { stream, version } = event;
    for (let time = 0; time < 2; time++)
      await api.app.get(PlanOccasion).handle({ subject: 'APPLICATION_RECEIVED', stream, version });
    const due = await api.app
      .get(EventStore)
      .query('select from reminders.due where subject = $1', ['APPLICATION_RECEIVED']);
    expect(due).toHaveLength(1);
  });

  it('is another one when it is sent again, and the old one is not sent any more', async () => {
    const [before] = await receipts.fromEvent(plan, event);
    await save('WISHES', { class_wishes: 'OSLO-2' }, second!);
    const [after] = await receipts.fromEvent(plan, await send(second!));
    expect(after).toMatchObject({ about: before!.about, version: second });
    expect(await receipts.standing(plan, [before!, after!])).toEqual([{ cancelled: 'MOVED' }, { stands: after }]);
  });
});
