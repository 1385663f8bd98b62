import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newUuid } from '@kull/kernel';
import { CommandBus } from '@nestjs/cqrs';
import { createTestApi, type TestApi } from '../../../test/harness/api';
import { loggedInAccount } from '../../../test/harness/logged-in';
import { OpenIntakeForms } from '../../../test/harness/open-intake';
import { filledInForm } from '../test-model/filled-in-form';
import type { ApplicationPapersView } from './application-papers';
import { AskEmployer } from './commands/ask-employer';
import { ConfirmEmployment } from './commands/confirm-employment';
import { applicationId, draftId, ownApplicationNo } from './commands/ids';
import { SaveOwnDraft } from './commands/save-own-draft';
import { SendApplication } from './commands/send-application';
import type { FormPart } from './domain/application-form';

let api: TestApi;
let intake: OpenIntakeForms;
let personId: string;
const cookies = new Map<'administrator' | 'assessor', string>();
const now = '2026-03-22T20:14:00.000Z';
const context = () => ({ commandId: newUuid(), actor: personId, occurredAt: now });
const recipient = { name: 'Lise Leder', email: 'lise@kommune.example.no' };

beforeAll(async () => {
  api = await createTestApi();
  intake = new OpenIntakeForms(api);
  await intake.open();
  personId = await intake.person('15877510007');
  for (const role of ['administrator', 'assessor'] as const)
    cookies.set(role, await loggedInAccount(api, role, { role }));
  const commands = api.app.get(CommandBus);
  for (const [part, given] of Object.entries(filledInForm))
    await commands.execute(new SaveOwnDraft(intake.id, personId, part as FormPart, given, context()));
  await commands.execute(new AskEmployer(intake.id, personId, recipient, context()));
  expect(await commands.execute(new SendApplication(intake.id, personId, context()))).toHaveProperty('done');
}, 120_000);
afterAll(() => api.close());

const papers = async (as: 'administrator' | 'assessor' = 'administrator'): Promise<ApplicationPapersView> => {
  const id = applicationId(intake.code, ownApplicationNo(intake.code, personId));
  const url = `/api/v1/applications/${id}/documents`;
  const reply = await api.fastify.inject({ url, headers: { cookie: cookies.get(as)! } });
  expect(reply.statusCode).toBe(200);
  return reply.json();
};

describe('the papers of an application', () => {
  it('say whom the applicant has asked, what is missing and until when; an assessor is not told whom', async () => {
    const asked = { recipient, askedAt: now, validUntil: intake.definition.window.closesAt, state: 'WAITING' };
    expect(await papers()).toEqual({
      applicant: { familyName: 'Nordmann', givenNames: 'Kari' },
      source: 'FORM',
      data: [],
      notThere: ['DIPLOMA', 'WORK_CERTIFICATE'],
      missing: {
        missing: ['MISSING_EMPLOYER_CONFIRMATION'],
        dueBy: intake.definition.window.closesAt,
        isOverdue: false,
      },
      employerConfirmation: null,
      confirmedInFileOn: null,
      employerRequest: asked,
    });
    expect((await papers('assessor')).employerRequest).toBeNull();
  });

  it('say that nobody answered in time', async () => {
    await intake.setClock('2026-04-02T08:00:00Z');
    expect(await papers()).toMatchObject({ missing: { isOverdue: true }, employerRequest: { state: 'EXPIRED' } });
    await intake.setClock('2026-03-22T20:14:00Z');
  });

  it('say who confirmed which post, and whether it is still the one', async () => {
    const signed = { name: 'Lise Leder', title: 'Kommunalsjef' };
    const commands = api.app.get(CommandBus);
    await commands.execute(new ConfirmEmployment(draftId(intake.code, personId), 1, signed, context()));
    const post = { employer: 'Bodø kommune', positionTitle: 'Enhetsleder' };
    const confirmed = { ...signed, on: '2026-03-22', post };
    expect(await papers()).toMatchObject({
      missing: null,
      employerConfirmation: confirmed,
      employerRequest: null,
    });
    const other = { ...filledInForm.LEADER_ROLE, position_title: 'Direktør' };
    await commands.execute(new SaveOwnDraft(intake.id, personId, 'LEADER_ROLE', other, context()));
    expect(await papers()).toMatchObject({
      employerConfirmation: { ...confirmed, post: null },
      employerRequest: { state: 'CHANGED' },
    });
  });
});
